// PouchDB, in an environment of its own: one database on disk replicates into another, as it comes.
// `make PLACE` fills the one; `take PLACE` replicates it into an empty one and prints how long that took.

const fs = require("fs");
const path = require("path");
const { createRequire } = require("module");

const [, , verb, place, home] = process.argv;
const bring = createRequire(path.join(home, "package.json"));
const PouchDB = bring("pouchdb-core")
  .plugin(bring("pouchdb-adapter-leveldb"))
  .plugin(bring("pouchdb-replication"));
const AT_ONCE = 1000;

const there = () => new PouchDB(path.join(place, "there"), { adapter: "leveldb" });

function documents() {
  const tables = JSON.parse(fs.readFileSync(path.join(place, "records.json"), "utf8"));
  return tables.flatMap(({ name, columns, rows }) =>
    rows.map((row) => {
      const filled = columns.map((column, number) => [column, row[number]]).filter(([, value]) => value !== null);
      const { id, ...fields } = Object.fromEntries(filled);
      return { _id: id, is: name, ...fields };
    }),
  );
}

async function make() {
  const database = there();
  const all = documents();
  for (let start = 0; start < all.length; start += AT_ONCE) {
    await database.bulkDocs(all.slice(start, start + AT_ONCE));
  }
  await database.close();
  return { records: all.length };
}

async function take() {
  const here = path.join(place, "here");
  fs.rmSync(here, { recursive: true, force: true });
  const [from, into] = [there(), new PouchDB(here, { adapter: "leveldb" })];
  await into.info();
  const begun = process.cpuUsage();
  await PouchDB.replicate(from, into);
  const { user, system } = process.cpuUsage(begun);
  const records = (await into.info()).doc_count;
  await Promise.all([from.close(), into.close()]);
  return { seconds: (user + system) / 1e6, records };
}

(verb === "make" ? make() : take()).then((told) => console.log(JSON.stringify(told)));

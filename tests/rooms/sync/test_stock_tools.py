"""A bundle needs no program of ours: age, tar, zstd, sha256sum, ssh-keygen and a few lines of shell open it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from caregiver_desk import clock
from caregiver_desk.acts import act
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.errors import SealBroken
from caregiver_desk.store import partners, questions
from caregiver_desk.store.book import Book
from caregiver_desk.sync import exchange, making, seal
from caregiver_desk.sync.opener import Opener

OPEN_AND_CHECK = r"""
set -eu
age -d -i identity.txt bundle.caredesk > inside.tar
tar xf inside.tar
echo "sender $(cat sender.pub)" > allowed
ssh-keygen -Y verify -f allowed -I sender -n bundle@caregiver-desk -s manifest.json.sig < manifest.json
for name in tips.jsonl lines.jsonl.zst; do
    grep -q "\"name\":\"$name\",\"size\":$(stat -c %s $name),\"sha256\":\"$(sha256sum < $name | cut -c1-64)\"" manifest.json
done
zstd -qdc lines.jsonl.zst > lines.jsonl
field() { printf '%s' "$1" | sed 's/.*"'"$2"'":"\{0,1\}\([^",}]*\).*/\1/'; }
exec 3< lines.jsonl
while read -r tip; do
    running=$(field "$tip" ahead); number=$(field "$tip" low)
    while [ "$number" -le "$(field "$tip" high)" ]; do
        IFS= read -r line <&3
        case $line in
            '{"blank":"'*) digest=$(field "$line" blank); echo "$number is blanked" ;;
            *) digest=$(printf '%s' "$line" | sha256sum | cut -c1-64) ;;
        esac
        running=$(printf '%s%s' "$running" "$digest" | sha256sum | cut -c1-64)
        number=$((number + 1))
    done
    [ "$running" = "$(field "$tip" running)" ]
    scope=$(field "$tip" scope)
    printf 'caregiver-desk tip 1 %s %s %s %s %s\n' "$(field "$tip" laptop)" "${scope:--}" "$(field "$tip" audience)" \
        "$(field "$tip" high)" "$running" > tip
    { echo '-----BEGIN SSH SIGNATURE-----'; field "$tip" signature | fold -w 70; echo; echo '-----END SSH SIGNATURE-----'; } > tip.sig
    ssh-keygen -Y verify -f allowed -I sender -n tip@caregiver-desk -s tip.sig < tip > /dev/null
done < tips.jsonl
! read -r line <&3
echo "every seal fits"
"""

MAKE = r"""
set -eu
digest() { printf '%s' "$1" | sha256sum | cut -c1-64; }
body='{"salt":"made-with-a-shell","at":1772438400,"by":"'$PERSON'","kind":"team","record":"'$RECORD'","fields":{"name":"Made by hand"}}'
ahead=$(digest "stream $LAPTOP $SCOPE open")
running=$(digest "$ahead$(digest "$body")")
printf 'caregiver-desk tip 1 %s %s open 1 %s\n' "$LAPTOP" "$SCOPE" "$running" > tip
ssh-keygen -q -Y sign -f key -n tip@caregiver-desk tip
printf '{"laptop":"%s","scope":"%s","audience":"open","low":1,"high":1,"ahead":"%s","running":"%s","signature":"%s"}\n' \
    "$LAPTOP" "$SCOPE" "$ahead" "$running" "$(grep -v SIGNATURE tip.sig | tr -d '\n')" > tips.jsonl
printf '%s\n' "$body" | zstd -qc > lines.jsonl.zst
member() { printf '{"name":"%s","size":%s,"sha256":"%s"}' "$1" "$(stat -c %s "$1")" "$(sha256sum < "$1" | cut -c1-64)"; }
printf '{"format":[1,0],"needs":[],"bundle":"by-hand","laptop":"%s","person":"%s","to":["%s"],"made":1772438400,"old_after":4102444800,"profile":"own-laptop","fictional":true,"members":[%s,%s],"lines":1,"plain":%s,"received":[],"height":0,"yours":["",0]}' \
    "$LAPTOP" "$PERSON" "$READER" "$(member tips.jsonl)" "$(member lines.jsonl.zst)" "$((${#body} + 1))" > manifest.json
ssh-keygen -q -Y sign -f key -n bundle@caregiver-desk manifest.json
head -c 1000 /dev/zero > padding
tar --format=ustar --owner=0 --group=0 --numeric-owner --mtime=@0 --mode=600 -b1 -cf inside.tar \
    manifest.json manifest.json.sig tips.jsonl lines.jsonl.zst padding
age -r "$READER" inside.tar > bundle.caredesk
"""


def shell(script: str, folder: Path, **environment: str) -> str:
    result = subprocess.run(
        ["bash", "-c", script],
        cwd=folder,
        env={"PATH": "/usr/bin:/bin", "HOME": str(folder), **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    return result.stdout


@pytest.fixture
def bundle(pair: tuple[Book, Book], home: Path) -> Path:
    """A bundle of Nomvula's for Fhatuwani with his identity and her public key; one household is blanked in it."""
    nomvula, fhatuwani = pair
    team = own_team(nomvula)
    do = act.ACTS
    erased = do["record_household"](nomvula, team=team, code="HH-001").record
    do["record_household"](nomvula, team=team, code="HH-002")
    with nomvula.writing() as cursor:  # as it is after an erasure that has arrived
        cursor.execute("SELECT n, body FROM line WHERE record = ?", (erased,))
        for n, body in cursor.fetchall():
            from caregiver_desk.records import journal

            cursor.execute("UPDATE line SET body = NULL, digest = ? WHERE n = ?", (journal.digest(body.encode()), n))
    folder = home / "hand"
    folder.mkdir()
    (folder / "identity.txt").write_text(fhatuwani.vault.keys.reading + "\n")
    (folder / "sender.pub").write_text(nomvula.key + "\n")
    (folder / "bundle.caredesk").write_bytes(making.make(nomvula, partners.known(nomvula)[0])[0].sealed)
    return folder


def test_a_bundle_with_a_blanked_line_opens_and_verifies_with_stock_tools(bundle: Path):
    said = shell(OPEN_AND_CHECK, bundle)

    assert "every seal fits" in said
    assert "is blanked" in said
    assert "HH-002" in (bundle / "lines.jsonl").read_text()
    assert "HH-001" not in (bundle / "lines.jsonl").read_text()


def test_the_shell_script_notices_a_changed_line(bundle: Path):
    forged = OPEN_AND_CHECK.replace("exec 3< lines", "sed -i s/HH-002/HH-003/ lines.jsonl; exec 3< lines")

    with pytest.raises(AssertionError):
        shell(forged, bundle)


def made_by_hand(nomvula: Book, fhatuwani: Book, folder: Path, *, key: Ed25519PrivateKey) -> Path:
    folder.mkdir()
    text = key.private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption())
    (folder / "key").touch(mode=0o600)
    (folder / "key").write_bytes(text)
    scope = clock.new_scope(nomvula.key)
    shell(
        MAKE,
        folder,
        LAPTOP=clock.new_laptop(nomvula.key),
        SCOPE=scope,
        RECORD=clock.new_record(scope),
        PERSON=nomvula.person,
        READER=seal.reading_recipient(fhatuwani.vault.keys.reading),
    )
    return folder / "bundle.caredesk"


def test_a_bundle_built_with_stock_tools_alone_is_accepted(pair: tuple[Book, Book], home: Path, opener: Opener):
    nomvula, fhatuwani = pair
    key = Ed25519PrivateKey.from_private_bytes(nomvula.vault.keys.signing)

    looked = exchange.open_bundle(fhatuwani, made_by_hand(nomvula, fhatuwani, home / "hand", key=key), opener)

    assert looked is not None
    assert looked.received.summary()["new"] == 1
    assert "Made by hand" in [leaf["name"] for leaf in questions.listing(fhatuwani, "team")]


def test_one_built_with_another_key_under_her_laptops_name_is_refused(
    pair: tuple[Book, Book], home: Path, opener: Opener, send: Callable[..., object]
):
    nomvula, fhatuwani = pair
    path = made_by_hand(nomvula, fhatuwani, home / "hand", key=Ed25519PrivateKey.generate())

    with pytest.raises(SealBroken):
        exchange.open_bundle(fhatuwani, path, opener)
    assert send(nomvula, fhatuwani) is not None

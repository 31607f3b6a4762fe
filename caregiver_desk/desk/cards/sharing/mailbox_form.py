"""What is asked for a mailbox: what it is made of, with the fields of that kind, when it goes, and how much passes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.sharing.mailboxes import KINDS, Kind, Mailbox, kind_of
from caregiver_desk.desk.parts.asked import Asked, Secret
from caregiver_desk.desk.parts.box import Line
from caregiver_desk.desk.parts.buttons import Quiet, pressed
from caregiver_desk.desk.parts.fields import Choice, Number
from caregiver_desk.desk.parts.layout import Card, bring_in_sight, column, holding, row
from caregiver_desk.desk.parts.words import heading, meta
from caregiver_desk.errors import CannotRead
from caregiver_desk.store import safely
from caregiver_desk.sync import limits
from caregiver_desk.sync.mailboxes.address import has_password
from caregiver_desk.sync.mailboxes.setting import MOST, Setting
from caregiver_desk.wording import later, say

LEAST, LARGEST = 1, 10_000  # MB
WHEN = ((False, later("When I press the button")), (True, later("Also by itself, when a link appears")))
Pick = Callable[[Callable[[Path], object]], object]


class MailboxForm(QWidget):
    """A password is typed and never shown; left empty it stays as it was, as long as place, name and server do."""

    def __init__(self, told: Mailbox | None, pick_folder: Pick, pick_file: Pick) -> None:
        super().__init__()
        self._told, self._pick_folder, self._pick_file = told, pick_folder, pick_file
        self._kind = Choice([(kind.name, say(kind.label)) for kind in KINDS], required=True)
        self._kind_told = meta(wrap=True)
        self._ask_place()
        self._most = Number(LEAST, LARGEST)
        self._most.setObjectName("most")
        most = holding(row(self._most, meta(say("MB")), 1))
        most.setFocusProxy(self._most)
        why = say("What is more waits for the next round.")
        self._most_asked = Asked(say("How much may pass in one round?"), most, why=why)
        self._most.setAccessibleName(say("MB that may pass in one round"))
        self._when = Choice([(value, say(label)) for value, label in WHEN], required=True)
        self._kind.changed.connect(self._show_kind)
        self._most.changed.connect(lambda: self._most_asked.complain(""))
        self._lay()
        self._show(told)

    def _ask_place(self) -> None:
        choose = pressed(Quiet(say("Choose")), self._pick)
        choose.setAccessibleName(say("Choose the folder"))
        find = pressed(Quiet(say("Choose")), self._pick_key)
        find.setAccessibleName(say("Choose the file of the private key"))
        password = Secret(say("Password"), "password")
        password.line.setPlaceholderText(self._known_words("password"))
        self._lines = {name: Line() for name in ("folder", "address", "key", "host_key", "region")}
        self._lines |= {"user": Line(hint=say("if it asks for one")), "password": password.line}
        self._lines["key"].setPlaceholderText(self._known_words("key"))
        self._lines["host_key"].setPlaceholderText(say("SHA256:… as whoever runs it says; empty to be shown it"))
        self._lines["region"].setPlaceholderText(say("if it has one"))
        key_of = say("The file of a private key, in place of the password or with the password of the key")
        self._asked = {
            "folder": Asked(say("Folder"), self._lines["folder"], beside=choose),
            "address": Asked(say("Address"), self._lines["address"]),
            "user": Asked(say("Name"), self._lines["user"]),
            "password": password,
            "key": Asked(key_of, self._lines["key"], beside=find),
            "host_key": Asked(say("The key by which the server is known"), self._lines["host_key"]),
            "region": Asked(say("Region"), self._lines["region"]),
        }
        for name, line in self._lines.items():
            line.setObjectName(name)
            line.textChanged.connect(lambda _, asked=self._asked[name]: asked.complain(""))

    def _known_words(self, secret: str) -> str:
        return say("as it was, unless you type another") if self._told and secret in self._told.secrets else ""

    def _lay(self) -> None:
        made = heading(say("What is it made of?"))
        place = Card(made, self._kind, self._kind_told, *self._asked.values(), gap=theme.GAP)
        goes = Asked(say("When does it go?"), self._when)
        rounds = Card(heading(say("A round")), goes, self._most_asked, gap=theme.GAP)
        self.setLayout(column(place, rounds, gap=theme.GAP))

    def _show(self, told: Mailbox | None) -> None:
        kind = kind_of(told.address) if told else KINDS[0]
        self._kind.put(kind.name)
        self._most.put(told.most if told else MOST)
        self._when.put(bool(told and told.by_itself))
        if told:
            self._lines[kind.asks[0]].setText(told.address)
            for name in ("user", "host_key", "region"):
                self._lines[name].setText(getattr(told, name))
        self._show_kind()

    def _show_kind(self) -> None:
        self._kind_told.setText(say(self._chosen.told))
        self._lines["address"].setPlaceholderText(self._chosen.hint)
        for name, asked in self._asked.items():
            asked.setVisible(name in self._chosen.asks)

    @property
    def _chosen(self) -> Kind:
        return next(kind for kind in KINDS if kind.name == self._kind.value())

    def _pick(self) -> None:
        self._pick_folder(lambda path: self._lines["folder"].setText(str(path)))

    def _pick_key(self) -> None:
        self._pick_file(lambda path: self._lines["key"].setText(str(path)))

    def know(self, host_key: str) -> None:
        """The server is known by this key."""
        self._lines["host_key"].setText(host_key)

    def begin(self) -> None:
        """The keys to where it stands."""
        bring_in_sight(self._lines[self._chosen.asks[0]])

    def typed(self) -> Setting | None:
        """What was typed; nothing while something is wrong, which then stands beside it."""
        told = {name: self._lines[name].text() for name in self._chosen.asks}
        told |= {name: words.strip() for name, words in told.items() if name != "password"}
        address = told.pop(self._chosen.asks[0])
        secret, user = told.get("password") or told.get("key"), told.get("user", "")
        key, no_key = _read(told.pop("key", ""))
        faults = {
            self._asked[self._chosen.asks[0]]: _fault_of(address),
            self._asked["user"]: say("A password goes with a name.") if secret and not user else "",
            self._asked["password"]: "" if secret else self._missing_secret(address, user, told.get("host_key", "")),
            self._asked["key"]: no_key,
            self._most_asked: self._most.fault() or ("" if self._most.value() else say("This is still needed.")),
        }
        for asked, fault in reversed(faults.items()):
            asked.complain(fault)
        if any(faults.values()):
            return None
        most = int(self._most.value() or MOST)
        return Setting(address, key=key, most=most, by_itself=self._when.value(), **told)

    def _missing_secret(self, address: str, user: str, host_key: str) -> str:
        """One that was given goes to nobody else, and to no other server."""
        told = self._told
        if told and told.secrets and (told.address, told.user, told.host_key) == (address, user, host_key):
            return ""
        return say("A name goes with a password.") if user else ""


def _read(place: str) -> tuple[str, str]:
    """A private key as it stands in its file, and what is wrong with that."""
    if not place:
        return "", ""
    try:
        with safely.reading(), Path(place).open("rb") as file:
            return file.read(limits.ROOT).decode(errors="replace"), ""
    except CannotRead as trouble:
        return "", str(trouble)


def _fault_of(place: str) -> str:
    """An address is shown on the page, so no password stands in it."""
    if not place:
        return say("This is still needed.")
    return say("Write name and password below, and not in the address.") if has_password(place) else ""

"""Sharing: what each partner still lacks, bundles made and opened, what came in, and conflicts to settle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from caregiver_desk.acts.act import named
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.sharing import sharing
from caregiver_desk.desk.answers.sharing.clashes import Clash
from caregiver_desk.desk.answers.sharing.quarrels import Quarrel, Version, by_same, sort_of
from caregiver_desk.desk.cards.sharing.conflicts import ConflictPanel
from caregiver_desk.desk.cards.sharing.forks import fork_card
from caregiver_desk.desk.cards.sharing.mailbox import MailboxCard, post_cards
from caregiver_desk.desk.cards.sharing.partners import came_in_card, meeting_card, partner_card, receipt_card
from caregiver_desk.desk.cards.sharing.preview import nothing_card, preview_card
from caregiver_desk.desk.cards.sharing.together import TogetherCard
from caregiver_desk.desk.cards.sharing.unheard import unheard_cards
from caregiver_desk.desk.page import Hands, Page
from caregiver_desk.desk.parts.buttons import Primary, Quiet, pressed
from caregiver_desk.desk.parts.layout import Columns, clear, column, holding, row
from caregiver_desk.desk.sheets.sharing.exchange import ExchangeSheet
from caregiver_desk.desk.sheets.sharing.lost import show_lost
from caregiver_desk.desk.sheets.sharing.mailbox import show_mailbox
from caregiver_desk.desk.sheets.sharing.my_card import MyCard
from caregiver_desk.desk.sheets.sharing.organisation import OrganisationSheet
from caregiver_desk.desk.sheets.sharing.outgoing import offer_bundle
from caregiver_desk.desk.sheets.sharing.pairing import meet, pick_card
from caregiver_desk.desk.sheets.sharing.stick import look_at_stick
from caregiver_desk.desk.sheets.sharing.ways import ways_card
from caregiver_desk.desk.sheets.sheet import open_record
from caregiver_desk.errors import Problem
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.store.access import What
from caregiver_desk.store.arrivals import IMPORTS, Opened
from caregiver_desk.store.book import Book
from caregiver_desk.store.branches import Branch
from caregiver_desk.store.partners import PARTNERS, Partner
from caregiver_desk.store.questions import EVERY
from caregiver_desk.sync import exchange, trust
from caregiver_desk.sync.bundle import SUFFIX
from caregiver_desk.sync.exchange import Looked
from caregiver_desk.sync.files import is_folder
from caregiver_desk.sync.mailboxes.setting import MAILBOX
from caregiver_desk.sync.organisation import is_list
from caregiver_desk.sync.receipts import is_receipt
from caregiver_desk.wording import count, later, say

LEFT, RIGHT = range(2)


class SharingPage(Page):
    subject, label, icon = "sharing", later("Sharing"), "sharing"
    kinds = frozenset({*KINDS, IMPORTS, PARTNERS, MAILBOX})

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self._put_off: set[tuple[str, str]] = set()
        self._preview: tuple[Path, Looked] | None = None
        self._opened: tuple[Path, Partner] | None = None  # whose sender may be told
        self._told = sharing.Shared((), (), (), (), 0, ())
        self._together, self._clashes_told = TogetherCard(self._show_record, self._ask_rest), sharing.CLASHES
        self._left, self._right = column(gap=theme.GAP), column(gap=theme.ROOM)
        hands.rounds.changed.connect(self._follow_round)
        left, right = holding(column(self._left, 1)), holding(column(self._right, 1))
        self._open_button = pressed(Primary(say("Open a bundle"), icon="bundle"), self._pick)
        self._stick_button = pressed(Quiet(say("Open a stick"), icon="stick"), self._pick_stick)
        self._columns = Columns((left, 300, 0), (right, 480, 1))
        self.setLayout(column(self._columns))

    def arrive(self, facts: dict[str, Any]) -> None:
        if facts.get("stick"):
            self._pick_stick()
        if facts.get("file"):
            self.open_file(Path(facts["file"]))

    def header_buttons(self) -> list[QWidget]:
        return [self._stick_button, self._open_button]

    def save(self) -> None:
        """What is next: apply what was looked at, else the post, else a bundle somebody waits for, else open one."""
        waiting = [each.partner for each in self._told.to_deliver]
        if self._preview:
            self._apply(*self._preview)
        elif self._told.mailbox:
            self.hands.rounds.go()
        else:
            self._make(waiting[0]) if waiting else self._pick()

    def question(self) -> Callable[[Book], Any]:
        return partial(sharing.shared, told=self._clashes_told)

    def _ask_rest(self) -> None:
        self._clashes_told = EVERY
        self.ask()

    @classmethod
    def waiting(cls) -> Callable[[Book], int]:
        return sharing.needs_you

    def answer(self, found: sharing.Shared) -> None:
        self._told = found
        self.counted.emit(found.needs_you)
        self.headed.emit(say("Sharing"), sharing.in_short(found))
        self._show_all()
        self.hands.looked(What.LISTED, {each.about for each in found.quarrels})

    def _show_all(self) -> None:
        """One thing comes first, and its button alone is filled: what needs her, the post, a partner, a bundle."""
        self._show_right()
        self._show_left()
        told = self._told
        others = self._needs_her() or told.mailbox or told.to_deliver or not told.exchanged
        self._open_button.step_back(back=bool(others))

    def _needs_her(self) -> bool:
        told = self._told
        return bool(self._preview or self._opened or self.hands.rounds.went or told.needs_you)

    def _show_left(self) -> None:
        clear(self._left)
        told, needs = self._told, self._needs_her()
        if told.mailbox is not None:
            change = partial(show_mailbox, self, self.hands)
            self._left.addWidget(
                MailboxCard(told.mailbox, self.hands.rounds, change, first=not needs and bool(told.exchanged))
            )
        first = next(iter(told.to_deliver), None) if not needs and told.mailbox is None else None
        for each in told.exchanged:
            lost = partial(show_lost, self, self.hands, each.partner)
            near = partial(self._exchange, each.partner)
            made = partial(self._make, each.partner)
            self._left.addWidget(partner_card(each, made, near, lost, first=each is first))
        self._left.addWidget(self._meeting_card())
        self._left.addWidget(ways_card(self, self.hands))
        self._left.addWidget(came_in_card(self._told.arrived, self._turn))

    def _meeting_card(self) -> QWidget:
        show = self.hands.dialogs.show
        mine, ours = lambda: show(MyCard(self, self.hands)), lambda: show(OrganisationSheet(self, self.hands))
        first = not self._told.exchanged and not self._needs_her()
        return meeting_card(self._told, mine, partial(pick_card, self, self.hands), ours, first=first)

    def _show_right(self) -> None:
        self._together.setParent(None)
        clear(self._right)
        if self._preview:
            path, looked = self._preview
            self._right.addWidget(preview_card(looked, self._forget, partial(self._apply, path, looked)))
        for card in post_cards(self.hands.rounds, self._told.letters, self.look_at):
            self._right.addWidget(card)
        if self._opened:
            path, sender = self._opened
            put = partial(self._put_receipt, path.parent, sender)
            self._right.addWidget(receipt_card(sender.name, put, self._leave_receipt))
        shown = self._shown()
        alike = Counter(map(sort_of, shown))
        looks = bool(self._preview or self._opened)  # at something that comes before them
        for place, each in enumerate(shown):
            others = alike[sort] - 1 if (sort := sort_of(each)) else 0
            self._right.addWidget(ConflictPanel(each, self, others, first=not (looks or place)))
        put_off = len(self._told.quarrels) - len(shown)
        if put_off:
            again = pressed(
                Quiet(count("{number} put off: show it", "{number} put off: show them", put_off)), self._again
            )
            self._right.addLayout(row(again, 1))
        for fork, name in self._told.forks:
            self._right.addWidget(fork_card(fork, name, partial(self._keep_branch, fork.laptop)))
        for card in unheard_cards(self._told, self, self.hands):
            self._right.addWidget(card)
        if self._told.clashes:
            self._right.addWidget(self._together)
            self._together.show_clashes(self._told.clashes, self._told.clashing, first=not (looks or shown))
        stands = bool(self._needs_her() or self._told.forks or self._told.given_up)
        self._columns.lead(RIGHT if stands else LEFT)
        if not stands:
            self._right.addWidget(nothing_card(self._told))

    def _follow_round(self) -> None:
        if self.hands.rounds.far is None:
            self._show_all()

    def _shown(self) -> list[Quarrel]:
        return [each for each in self._told.quarrels if (each.record, each.field) not in self._put_off]

    def _show_record(self, clash: Clash) -> None:
        open_record(self, self.hands, clash.kind, clash.record)

    def _exchange(self, partner: Partner) -> None:
        self.hands.dialogs.show(ExchangeSheet(self, self.hands, partner))

    # -- making

    def _make(self, partner: Partner) -> None:
        """What would go; then where to."""
        words, put = say("Where shall the bundle go?"), partial(self._make_in, partner)
        offer_bundle(self, self.hands, partner, partial(self.hands.dialogs.pick_folder, self, words, put))

    def _make_in(self, partner: Partner, folder: Path) -> None:
        self.hands.lane.do(lambda book: sharing.make_bundle(book, partner, folder), owner=self)

    # -- opening

    def _pick(self) -> None:
        pattern = say("Bundles (*{suffix})", suffix=SUFFIX)
        self.hands.dialogs.pick_file(self, say("Which bundle?"), pattern, self.open_file)

    def _pick_stick(self) -> None:
        words = say("Which stick or folder?")
        self.hands.dialogs.pick_folder(self, words, partial(look_at_stick, self, self.hands))

    def open_file(self, path: Path) -> None:
        """A stick, a card or a bundle: files are told apart by what is in them."""
        if is_folder(path):
            look_at_stick(self, self.hands, path)
        elif trust.is_card(path) or trust.is_picture(path) or is_list(path):
            meet(self, self.hands, path)
        else:
            self.look_at(path)

    def look_at(self, path: Path) -> None:
        """Show what a bundle would do, before it does anything."""
        opener = self.hands.opener
        self.hands.lane.ask(
            lambda book: exchange.open_bundle(book, path, opener, keep=False),
            then=lambda looked: self._looked(path, looked),
            owner=self,
        )

    def _looked(self, path: Path, looked: Looked | None) -> None:
        self._preview, self._opened = ((path, looked) if looked else None), None
        if looked is None:
            self.hands.lane.said.emit(say("This bundle was opened before. Nothing changed."))
        self._show_all()

    def _forget(self) -> None:
        self._preview = None
        self._show_all()

    def _apply(self, path: Path, seen: Looked) -> None:
        """Nobody answers a receipt: whoever made it knows what has arrived. A letter is answered by the next round."""
        apply = partial(sharing.take_in, path=path, opener=self.hands.opener)
        answered = is_receipt(seen) or path in self._told.letters
        self._opened = None if answered else (path, seen.sender)
        self._preview = None
        self.hands.lane.do(apply, owner=self, refused=self._refused)

    def _put_receipt(self, folder: Path, sender: Partner) -> None:
        self._leave_receipt()
        self.hands.lane.do(lambda book: sharing.make_receipt(book, sender, folder), owner=self)

    def _leave_receipt(self) -> None:
        self._opened = None
        self._show_all()

    def _refused(self, problem: Problem) -> None:
        self._opened = None
        self.hands.lane.troubled.emit(problem)
        self._show_all()

    # -- settling

    def _keep_branch(self, laptop: str, branch: Branch) -> None:
        act = named("keep_branch")
        self.hands.lane.do(lambda book: act(book, laptop=laptop, branch=branch), owner=self)

    def settle(self, quarrel: Quarrel, chosen: Any) -> None:
        act = named("settle")
        given = {"kind": quarrel.kind, "id": quarrel.record, "field": quarrel.field, "value": chosen}
        self.hands.lane.do(lambda book: act(book, **given), owner=self)

    def settle_alike(self, quarrel: Quarrel, version: Version) -> None:
        """All in sight that the same two wrote otherwise of the same field, as one of them wrote it."""
        told = [
            {"kind": each.kind, "id": each.record, "field": each.field, "value": by_same(each, version).stored}
            for each in self._shown()
            if sort_of(each) == sort_of(quarrel)
        ]
        act = named("settle_alike")
        self.hands.lane.do(lambda book: act(book, conflicts=told), owner=self)

    def put_off(self, quarrel: Quarrel) -> None:
        self._put_off.add((quarrel.record, quarrel.field))
        self._show_right()

    def _again(self) -> None:
        self._put_off.clear()
        self._show_right()

    def _turn(self, opened: Opened) -> None:
        self.hands.lane.do(lambda book: sharing.turned(book, opened), owner=self)

"""Settings: how the desk looks, when it locks, where its backups are, whose it is, and every key.

Decision. What is chosen here counts at once and is kept in the book: there is nothing to save and nothing to cancel.
What needs a passphrase opens a sheet of its own. A fictional book has no passphrase, so it shows neither lock nor
backup.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtWidgets import QWidget

from caregiver_desk import clock, settings
from caregiver_desk.acts.act import Outcome
from caregiver_desk.desk import care, theme
from caregiver_desk.desk.answers.days import sure_today
from caregiver_desk.desk.answers.own import Own, own
from caregiver_desk.desk.cards.about import about_card
from caregiver_desk.desk.cards.customs import CUSTOMS, CustomsCard, Opens
from caregiver_desk.desk.cards.growth.roads_card import RoadsCard
from caregiver_desk.desk.cards.language import LanguageCard
from caregiver_desk.desk.cards.people.areas import AreasCard
from caregiver_desk.desk.cards.wellbeing.questionnaires import questionnaires_card
from caregiver_desk.desk.keys import WHY, called, every_key
from caregiver_desk.desk.page import Hands, Page
from caregiver_desk.desk.parts.buttons import Small, pressed
from caregiver_desk.desk.parts.fields import Choice
from caregiver_desk.desk.parts.folding import beside, flow
from caregiver_desk.desk.parts.layout import Card, Columns, Hairline, clear, column, desk_of, holding, row
from caregiver_desk.desk.parts.marks import Avatar, KeyCap, figure_row
from caregiver_desk.desk.parts.words import body, heading, meta
from caregiver_desk.desk.safe import safekeeping
from caregiver_desk.desk.safe.backups_card import BackupsCard
from caregiver_desk.desk.sheets.aid_sheet import ways_to
from caregiver_desk.desk.sheets.due_sheet import KEPT, show_due
from caregiver_desk.desk.sheets.numbers_sheet import show_numbers
from caregiver_desk.desk.sheets.people.areas import show_areas
from caregiver_desk.desk.sheets.sharing.mailbox import show_mailbox
from caregiver_desk.desk.sheets.sheet import act_sheet, open_record
from caregiver_desk.desk.sheets.times_sheet import show_times
from caregiver_desk.desk.sheets.wellbeing.questionnaires import show_questionnaires
from caregiver_desk.desk.sheets.words_sheet import show_words
from caregiver_desk.records.growth.roads import SITE_ROAD
from caregiver_desk.reports import aids
from caregiver_desk.reports.looked import counted
from caregiver_desk.settings import Look
from caregiver_desk.store import choices
from caregiver_desk.store.book import Book
from caregiver_desk.store.partners import PARTNERS
from caregiver_desk.wording import count, later, say

if TYPE_CHECKING:
    from caregiver_desk.desk.frame.window import Window

COLOURS = (
    ("", later("as the laptop")),
    ("light", later("light")),
    ("dark", later("dark")),
    ("sunlight", later("in the sun")),
    ("night", later("white on black")),
)
LETTERS = (90, 100, 115, 130, 150, 175, 200)
MINUTES = (2, 5, 10, 30)


class SettingsPage(Page):
    subject, label, icon = "settings", later("Settings"), "settings"
    kinds = frozenset(
        {
            "person",
            "safeguarding_lead",
            choices.LOOK,
            choices.LOCK,
            care.BACKUPS,
            PARTNERS,
            SITE_ROAD.name,
            "site",
            "region",
            "team",
            *KEPT,
            *CUSTOMS,
        }
    )

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self._colours = Choice([(name, say(words)) for name, words in COLOURS], required=True)
        self._letters = Choice([(size, say("{size} %", size=size)) for size in LETTERS], required=True)
        self._language = LanguageCard()
        self._minutes = Choice(
            [(each, count("{number} minute", "{number} minutes", each)) for each in MINUTES], required=True
        )
        self._whose, self._partners = column(gap=theme.SMALL), column(gap=theme.SMALL)
        self._shown: Own | None = None
        for choice in (self._colours, self._letters, self._language):
            choice.changed.connect(self._choose_look)
        self._minutes.changed.connect(self._choose_minutes)
        self.setLayout(column(Columns((self._build_left(), 460, 1), (self._build_right(), 380, 1))))

    def _build_left(self) -> QWidget:
        look = Card(
            heading(say("How it looks")),
            _asked(say("Colours"), self._colours),
            _asked(say("Size of letters"), self._letters),
            gap=theme.GAP,
        )
        self._lock = Card(
            heading(say("Lock and passphrase")),
            _asked(say("Lock when nobody is here for"), self._minutes),
            meta(say("What you had begun is kept."), wrap=True),
            safekeeping.ways(self, "change_passphrase", "renew_sheet"),
            gap=theme.GAP,
        )
        self._backups = BackupsCard()
        return holding(
            column(
                Card(self._whose),
                look,
                self._lock,
                self._backups,
                self._build_kept(),
                self._build_time(),
                self._build_read(),
                self._language,
                about_card(self._begin),
                1,
            )
        )

    def _build_right(self) -> QWidget:
        self._customs, self._roads = CustomsCard(self.hands, self._customs_open()), RoadsCard(self.hands)
        self._areas = AreasCard(lambda: show_areas(self, self.hands))
        to_sharing = pressed(Small(say("Go to sharing"), icon="sharing"), lambda: self.goes.emit("sharing", {}))
        mailbox = pressed(Small(say("Set up a mailbox"), icon="bundle"), lambda: show_mailbox(self, self.hands))
        mailbox.setAccessibleName(say("Set up a mailbox, or change it"))
        ways = holding(flow(to_sharing, mailbox))
        partners = Card(heading(say("Who you share with")), self._partners, ways, gap=theme.GAP)
        return holding(
            column(
                partners,
                self._areas,
                self._customs,
                self._roads,
                questionnaires_card(lambda: show_questionnaires(self, self.hands)),
                self._build_lead(),
                self._build_keys(),
                1,
            )
        )

    def _customs_open(self) -> Opens:
        def begin(act: str) -> None:
            self.hands.dialogs.show(act_sheet(self, self.hands, act))

        return Opens(
            lambda: show_numbers(self, self.hands),
            lambda: show_words(self, self.hands),
            lambda: begin("close_site"),
            lambda: begin("name_policy"),
        )

    def _build_lead(self) -> Card:
        """To whom a concern about a worker goes."""
        self._lead = meta(wrap=True)
        name = pressed(Small(say("Name the safeguarding lead"), icon="person"), self._name_lead)
        why = meta(say("A concern about somebody who works with us goes to them alone."), wrap=True)
        return Card(heading(say("Safeguarding lead")), self._lead, why, row(name, 1), gap=theme.GAP)

    def _name_lead(self) -> None:
        given = {"site": self._shown.site, "day": sure_today()} if self._shown else {}
        self.hands.dialogs.show(act_sheet(self, self.hands, "record_safeguarding_lead", given))

    def _show_lead(self, found: Own) -> None:
        lead, instead = found.lead
        self._lead.setText(lead or say("Nobody is named yet."))
        if instead:
            self._lead.setText("\n".join([lead, say("If it is about them: {instead}", instead=instead)]))

    def _build_kept(self) -> Card:
        """What the access log counts, and what was kept as long as it should be."""
        self._log, self._due = meta(wrap=True), meta(wrap=True)
        self._look = pressed(Small(say("Look at what is due"), icon="clock"), lambda: show_due(self, self.hands))
        times = pressed(Small(say("How long records are kept")), lambda: show_times(self, self.hands))
        look = holding(flow(self._look, times))
        return Card(heading(say("Who looked, and what is kept")), self._log, Hairline(), self._due, look, gap=theme.GAP)

    def _show_kept(self, found: Own) -> None:
        self._log.setText(counted(found.log))
        one = "{number} record was kept as long as it should be."
        many = "{number} records were kept as long as they should be."
        told = count(one, many, found.due) if found.due else say("Nothing was kept longer than it should be.")
        one, many = (
            "{number} rule on how long to keep records is only suggested.",
            "{number} rules on how long to keep records are only suggested.",
        )
        self._due.setText(f"{told} {count(one, many, found.suggested)}" if found.suggested else told)
        self._look.setVisible(bool(found.due))

    def _build_time(self) -> Card:
        """Time with people beside time at the desk: hers to see, and nobody else's."""
        self._months = column(gap=theme.SMALL)
        alone = meta(say("Only you see this. It is in no bundle, no report and no figure."), wrap=True)
        return Card(heading(say("Time on people, not on forms")), self._months, alone, gap=theme.GAP)

    def _show_time(self, found: Own) -> None:
        clear(self._months)
        for month in found.months:
            self._months.addWidget(
                holding(column(body(month.name), meta(month.people, wrap=True), meta(month.desk, wrap=True), gap=1))
            )

    def _build_read(self) -> Card:
        look = pressed(Small(say("Look something up"), icon="help", hint=called(WHY)), partial(self._begin, "help"))
        told = say("When something goes wrong: what, where and on which system. You read it first; nothing is sent.")
        report = row(pressed(Small(say("Problem report"), icon="eye"), partial(self._begin, "problem")), 1)
        read = (ways_to(self, self.hands, *aids.NAMES), row(look, 1))
        return Card(heading(say("Pages to read")), *read, Hairline(), meta(told, wrap=True), report, gap=theme.GAP)

    def _begin(self, name: str) -> None:
        cast("Window", desk_of(self)).begin(name)

    def _build_keys(self) -> Card:
        laid = column(gap=6)
        for keys, words in every_key(self.hands.places):
            laid.addWidget(beside(body(words, wrap=True), KeyCap(keys)))
        return Card(heading(say("Keys")), laid, gap=theme.GAP)

    def question(self) -> Callable[[Book], Any]:
        return own

    def answer(self, found: Own) -> None:
        self._shown = found
        self._colours.put(found.look.colours)
        self._letters.put(min(LETTERS, key=lambda size: abs(size - found.look.letters)))
        self._language.show_language(found.look.language)
        self._minutes.put(found.idle_minutes)
        self._lock.setVisible(not found.fictional)
        self._backups.setVisible(not found.fictional)
        self._backups.show_backups(found.backed_up_on, found.tried_on, clock.today(), due=found.trial_due)
        self._show_owner(found)
        self._show_partners(found)
        self._show_kept(found)
        self._show_time(found)
        self._customs.show_customs(found.customs)
        self._roads.show_roads(found.roads)
        self._areas.show_areas(found.areas)
        self._show_lead(found)

    def _show_owner(self, found: Own) -> None:
        clear(self._whose)
        change = pressed(Small(say("Change")), lambda: open_record(self, self.hands, "person", found.person))
        change.setAccessibleName(say("Change what is known of you"))
        sign = say("{role} · this book is called “{sign}”", role=found.role, sign=found.sign)
        words = column(body(found.name, weight=theme.MEDIUM), meta(sign if found.sign else found.role), gap=1)
        self._whose.addWidget(beside(words, change, first=[Avatar(found.name)]))
        if found.fictional:
            told = say("Everybody in this book is made up. It has no passphrase, and goes when the desk is closed.")
            self._whose.addWidget(meta(told, wrap=True))

    def _show_partners(self, found: Own) -> None:
        clear(self._partners)
        for number, partner in enumerate(found.partners):
            if number:
                self._partners.addWidget(Hairline())
            self._partners.addWidget(figure_row(partner.name, meta(say(partner.role))))
        if not found.partners:
            self._partners.addWidget(meta(say("Nobody yet. Give your contact card to your coordinator."), wrap=True))

    def _choose_look(self) -> None:
        chosen = Look(self._colours.value(), self._letters.value(), self._language.chosen())
        remember = bool(self._shown and not self._shown.fictional)

        def choose(book: Book) -> Outcome:
            choices.choose_look(book, chosen)
            if remember:
                settings.note_look(chosen)
            return Outcome(say("The desk looks as you chose."), frozenset({choices.LOOK}))

        self.hands.lane.do(choose, owner=self)

    def _choose_minutes(self) -> None:
        minutes = float(self._minutes.value())

        def choose(book: Book) -> Outcome:
            choices.choose_idle_minutes(book, minutes)
            told = count("Locks after {number} minute.", "Locks after {number} minutes.", round(minutes))
            return Outcome(told, frozenset({choices.LOCK}))

        self.hands.lane.do(choose, owner=self)


def _asked(words: str, choice: Choice) -> QWidget:
    for chip in choice.chips:
        chip.setAccessibleName(say("{asked}: {chosen}", asked=words, chosen=chip.text()))
    return holding(column(meta(words), choice, gap=theme.TIGHT + 2))

"""Every colour, size and space of the desk, by name: the only file that holds one.

Decision. Fusion with palettes of our own, since a machine's own style has no dark side on half of the laptops. Light,
dark, sunlight and night give the same names; a laptop that asks for strong contrasts gets one of the last two. Nothing
moves: whoever asks for less motion has it. Inter is always loaded from our resources: without a font every letter is an
empty box and nothing fails. What widgets paint themselves they paint from here, at the moment of painting; there is no
global style sheet.

Consequences. Changing the look or the text size changes the tokens, and the window is built anew from them.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from caregiver_desk.settings import LARGEST, SMALLEST, Look
from caregiver_desk.wording import RESOURCES, speak

FAMILY = "Inter"


class Tokens(NamedTuple):
    """The colours of one look."""

    paper: str
    rail: str
    sheet: str
    line: str
    edge: str  # the outline of what can be pressed or typed into
    off: str  # the ground of what cannot be pressed now
    ink: str
    ink_soft: str
    leaf: str
    leaf_deep: str  # pressed
    on_leaf: str
    leaf_wash: str
    amber: str
    amber_wash: str
    brick: str
    brick_wash: str
    sky: str
    sky_wash: str
    stripe: str


LIGHT = Tokens(
    paper="#FBF9F5",
    rail="#F4EFE7",
    sheet="#FFFFFF",
    line="#E4DED3",
    edge="#938B7D",
    off="#F1ECE4",
    ink="#1F2730",
    ink_soft="#5B6570",
    leaf="#0B6E63",
    leaf_deep="#085349",
    on_leaf="#FFFFFF",
    leaf_wash="#E3F1EE",
    amber="#8A5300",
    amber_wash="#FFF3DC",
    brick="#A3271B",
    brick_wash="#FBE6E3",
    sky="#1F5F99",
    sky_wash="#E5F0FA",
    stripe="#F2B705",
)
DARK = Tokens(
    paper="#16191C",
    rail="#1A1E22",
    sheet="#1E2226",
    line="#333A41",
    edge="#727D88",
    off="#2A3036",
    ink="#ECE8E1",
    ink_soft="#A9B2BB",
    leaf="#4FC3B3",
    leaf_deep="#3BA697",
    on_leaf="#0D1B19",
    leaf_wash="#17332F",
    amber="#F0B65A",
    amber_wash="#3A2C12",
    brick="#F08C80",
    brick_wash="#3B1C18",
    sky="#7DB7EA",
    sky_wash="#16293A",
    stripe="#F2B705",
)
SUNLIGHT = LIGHT._replace(
    paper="#FFFFFF",
    rail="#FFFFFF",
    line="#000000",
    edge="#000000",
    off="#DDDDDD",
    ink="#000000",
    ink_soft="#000000",
    leaf="#00483F",
    leaf_deep="#00332C",
    leaf_wash="#D5ECE7",
    amber="#5A3500",
    amber_wash="#FFE9BD",
    brick="#7F1409",
    brick_wash="#FFDAD5",
    sky="#0A3C6E",
    sky_wash="#D6E8FA",
)
NIGHT = DARK._replace(
    paper="#000000",
    rail="#000000",
    sheet="#000000",
    line="#FFFFFF",
    edge="#FFFFFF",
    off="#2B2B2B",
    ink="#FFFFFF",
    ink_soft="#FFFFFF",
    leaf="#7DF5E3",
    leaf_deep="#A9FFF2",
    on_leaf="#000000",
    leaf_wash="#003A33",
    amber="#FFD27A",
    amber_wash="#3D2A00",
    brick="#FFB3A9",
    brick_wash="#470D06",
    sky="#A9D8FF",
    sky_wash="#062A47",
)
STYLE = ("-style", "fusion")  # told to Qt as it begins: to set it later costs a tenth of the first window
USUAL = Look()
LOOKS = {"light": LIGHT, "dark": DARK, "sunlight": SUNLIGHT, "night": NIGHT}
STRONG = (SUNLIGHT, NIGHT)  # for who needs lines that are seen from afar
MOVES = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
)

# Type, in pixels at 100 per cent.
TITLE, CARD, TEXT, META = 22.0, 16.0, 14.0, 12.5
FIGURE = 20.0

# Space, in steps of four.
TIGHT, SMALL, GAP, ROOM, WIDE = 4, 8, 12, 16, 24
RADIUS, ROUND = 10, 8
RAIL, STATUS, ROW, FIELD, ICON, AVATAR = 196, 28, 36, 36, 20, 34

_tokens: Tokens = LIGHT
_percent: int = 100


def tokens() -> Tokens:
    """The colours in use."""
    return _tokens


def colour(name: str) -> QColor:
    """A colour by its name, such as `ink-soft`."""
    return QColor(getattr(_tokens, name.replace("-", "_")))


def px(length: float) -> int:
    """A length at the text size in use."""
    return max(1, round(length * _percent / 100))


def percent() -> int:
    return _percent


def ring() -> int:
    """How wide the ring round what has the keys is, in pixels."""
    return 4 if _tokens in STRONG else 2


def hair() -> int:
    """How wide a hairline is, in pixels: wider where the sun shines on it."""
    return 2 if _tokens in STRONG else 1


def font(size: float = TEXT, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Inter at a size of the scale above; figures of equal width, so that columns stand."""
    chosen = QFont(FAMILY)
    chosen.setPointSizeF(size * _percent / 100 * 72 / QGuiApplication.primaryScreen().logicalDotsPerInchY())
    chosen.setWeight(weight)
    chosen.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return chosen


REGULAR, MEDIUM, SEMIBOLD, BOLD = (
    QFont.Weight.Normal,
    QFont.Weight.Medium,
    QFont.Weight.DemiBold,
    QFont.Weight.Bold,
)


def wear(app: QApplication, look: Look = USUAL) -> None:
    """Dress the program: palette, fonts, size of letters, and the language in which it speaks."""
    global _tokens, _percent  # noqa: PLW0603 - the program wears one look at a time
    _tokens = LOOKS.get(look.colours) or LOOKS[_of_the_laptop(app)]
    _percent = min(LARGEST, max(SMALLEST, look.letters))
    speak(look.language)
    _load_fonts()
    app.setFont(font())
    app.setPalette(_palette())
    for each in MOVES:
        app.setEffectEnabled(each, False)


def _of_the_laptop(app: QApplication) -> str:
    dark, strong = _wishes(app)
    return ("night" if dark else "sunlight") if strong else "dark" if dark else "light"


def _wishes(app: QApplication) -> tuple[bool, bool]:
    """Whether the laptop is set to dark colours, and whether to strong contrasts: Qt knows that from 6.10 on."""
    hints = app.styleHints()
    told = getattr(hints, "accessibility", None)
    strong = told is not None and told().contrastPreference() == Qt.ContrastPreference.HighContrast
    return hints.colorScheme() == Qt.ColorScheme.Dark, strong


@cache
def _load_fonts() -> None:
    for file in sorted((RESOURCES / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def _palette() -> QPalette:
    palette = QPalette(colour("sheet"), colour("paper"))
    role = QPalette.ColorRole
    for where, name in (
        (role.Window, "paper"),
        (role.Base, "sheet"),
        (role.AlternateBase, "paper"),
        (role.Button, "sheet"),
        (role.ToolTipBase, "sheet"),
        (role.Light, "sheet"),
        (role.Midlight, "line"),
        (role.Mid, "line"),
        (role.Dark, "edge"),
        (role.WindowText, "ink"),
        (role.Text, "ink"),
        (role.ButtonText, "ink"),
        (role.ToolTipText, "ink"),
        (role.PlaceholderText, "ink-soft"),
        (role.Highlight, "leaf"),
        (role.Accent, "leaf"),
        (role.HighlightedText, "on-leaf"),
        (role.Link, "sky"),
    ):
        palette.setColor(where, colour(name))
    return palette

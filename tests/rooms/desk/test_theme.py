"""Every pair of colours that meets on the screen can be read."""

import pytest
from PySide6.QtGui import QColor, QFont, QFontInfo
from PySide6.QtWidgets import QApplication

from caregiver_desk import settings
from caregiver_desk.desk import theme
from caregiver_desk.settings import Look

ENOUGH = 4.5
PAIRS = [
    ("ink", "sheet"),
    ("ink", "paper"),
    ("ink_soft", "sheet"),
    ("ink_soft", "paper"),
    ("ink_soft", "rail"),
    ("leaf", "sheet"),
    ("leaf", "leaf_wash"),
    ("ink_soft", "leaf_wash"),
    ("on_leaf", "leaf"),
    ("on_leaf", "leaf_deep"),
    ("amber", "amber_wash"),
    ("amber", "sheet"),
    ("brick", "brick_wash"),
    ("brick", "sheet"),
    ("brick", "rail"),
    ("sky", "sky_wash"),
    ("ink_soft", "off"),
]


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("look", sorted(theme.LOOKS))
@pytest.mark.parametrize(("upper", "lower"), PAIRS)
def test_words_stand_out_from_their_ground(look: str, upper: str, lower: str) -> None:
    used = theme.LOOKS[look]
    bright, dim = sorted((luminance(QColor(getattr(used, name))) for name in (upper, lower)), reverse=True)

    assert (bright + 0.05) / (dim + 0.05) >= ENOUGH


@pytest.mark.parametrize("weight", [theme.REGULAR, theme.MEDIUM, theme.SEMIBOLD, theme.BOLD])
def test_every_weight_comes_from_our_own_font(weight: QFont.Weight) -> None:
    used = QFontInfo(theme.font(weight=weight))

    assert used.family() == "Inter"
    assert used.weight() == weight


def test_text_grows_and_shrinks_within_reason(dressed: QApplication) -> None:
    theme.wear(dressed, Look(letters=500))
    assert theme.percent() == settings.LARGEST

    theme.wear(dressed, Look(letters=10))
    assert theme.percent() == settings.SMALLEST

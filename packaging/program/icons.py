"""Paints the one icon in the sizes and forms that each system asks for, into the folder that is named."""

from __future__ import annotations

import os
import sys
from io import BytesIO
from pathlib import Path

SVG = Path(__file__).resolve().parents[2] / "resources" / "caregiver-desk.svg"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
LARGEST_ICO = 256


def painted(size: int) -> bytes:
    """The icon as a PNG."""
    from PySide6.QtCore import QBuffer, QRectF
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(SVG)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def main(out: Path) -> None:
    from PIL import Image
    from PySide6.QtGui import QGuiApplication

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication([])
    out.mkdir(parents=True, exist_ok=True)
    pictures = {size: painted(size) for size in SIZES}
    for size, picture in pictures.items():
        (out / f"{size}.png").write_bytes(picture)
    largest = Image.open(BytesIO(pictures[SIZES[-1]]))
    smaller = [(size, size) for size in SIZES if size <= LARGEST_ICO]
    largest.save(out / "caregiver-desk.ico", sizes=smaller)
    largest.save(out / "caregiver-desk.icns")
    app.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""What stands on paper."""

from __future__ import annotations

import subprocess
from pathlib import Path


def pages_of(paper: Path) -> list[str]:
    """The words of each page of a PDF."""
    done = subprocess.run(["pdftotext", "-layout", str(paper), "-"], capture_output=True, text=True, check=True)
    return [page for page in done.stdout.split("\f") if page.strip()]

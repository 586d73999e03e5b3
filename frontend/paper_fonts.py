"""Writes ../static/fonts/paper: fonts for what children say in other scripts, on paper alone.

Run `npm ci && ../.venv/bin/python paper_fonts.py` here after a change of the list; the results are
committed. Unpacked, since unpacking the emoji takes seconds each time a PDF is set.
"""

import json
import shutil
from itertools import groupby
from pathlib import Path

from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
OUT = HERE.parent / "static" / "fonts" / "paper"
#: Name of ours → package and the part of it, in the order in which they are tried.
FONTS = {
    "vietnamese": ("noto-sans", "vietnamese"),
    "greek": ("noto-sans", "greek"),
    "cyrillic": ("noto-sans", "cyrillic"),
    "cyrillic-ext": ("noto-sans", "cyrillic-ext"),
    "arabic": ("noto-sans-arabic", "arabic"),
    "hebrew": ("noto-sans-hebrew", "hebrew"),
    "devanagari": ("noto-sans-devanagari", "devanagari"),
    "bengali": ("noto-sans-bengali", "bengali"),
    "gurmukhi": ("noto-sans-gurmukhi", "gurmukhi"),
    "gujarati": ("noto-sans-gujarati", "gujarati"),
    "tamil": ("noto-sans-tamil", "tamil"),
    "emoji": ("noto-emoji", "emoji"),
    "symbols": ("noto-sans-symbols", "symbols"),
    "symbols-2": ("noto-sans-symbols-2", "symbols"),
}


def main() -> None:
    """Copy the fonts, what each of them can show, and their licences."""
    OUT.mkdir(parents=True, exist_ok=True)
    ours = TTFont(OUT.parent / "atkinson-next.woff2")
    more = unpacked(OUT.parent / "atkinson-next-ext.woff2", "latin-ext")
    covered = {"": ranges(ours), "latin-ext": ranges(more)}
    for name, (package, part) in FONTS.items():
        home = HERE / "node_modules" / "@fontsource" / package
        font = unpacked(home / "files" / f"{package}-{part}-400-normal.woff2", name)
        shutil.copyfile(home / "LICENSE", OUT / f"{package}-OFL.txt")
        covered[name] = ranges(font)
    lines = (f"{json.dumps(name)}: {json.dumps(found)}" for name, found in covered.items())
    (OUT / "covered.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")


def unpacked(path: Path, name: str) -> TTFont:
    """The font, written beside the others under a name of ours."""
    font = TTFont(path, recalcTimestamp=False)
    font.flavor = None
    font.save(OUT / f"{name}.ttf", reorderTables=False)
    return font


def ranges(font: TTFont) -> list[list[int]]:
    """[[first, last]] of the characters that a font can show."""
    codes = sorted(font.getBestCmap())
    runs = groupby(enumerate(codes), key=lambda pair: pair[1] - pair[0])
    found = ([code for _, code in run] for _, run in runs)
    return [[run[0], run[-1]] for run in found]


if __name__ == "__main__":
    main()

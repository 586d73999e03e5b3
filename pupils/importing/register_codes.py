"""Codes of a register: what a mark of a half day says, and which half day it is of.

School Attendance (Pupil Registration) (England) Regulations 2024 reg 10; Working together to
improve school attendance (August 2024).
"""

from .faults import Unusable
from .sheets import Cell, text_of
from .texts import Context
from .wordings import BLANK

ATTENDED, MISSED, NOT_ASKED = "attended", "missed", "not asked"
#: There: in school or late, or learning elsewhere with the school's leave (B, K, P, V, W).
_ATTENDED = "/ \\ /\\ L B K P V W PRESENT"
#: Leave or a reason (C, C1, C2, E, I, J1, M, R, S, T), or none (G, N, O, U).
_MISSED = "C C1 C2 E I J1 M R S T G N O U ABSENT"
#: No half day at which the child could be: registered elsewhere too, not of age, could not come.
_NOT_ASKED = "D X Q Y1 Y2 Y3 Y4 Y5 Y6 Y7 Z #"
CODES: dict[str, str] = {
    code: meaning
    for meaning, codes in ((ATTENDED, _ATTENDED), (MISSED, _MISSED), (NOT_ASKED, _NOT_ASKED))
    for code in codes.split()
}
_HALVES = {"am": "AM", "morning": "AM", "1": "AM", "pm": "PM", "afternoon": "PM", "2": "PM"}
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday")
#: field of a week's row → (days after Monday, half)
GRID = {
    f"mark_{day[:3]}_{half}": (place, half.upper())
    for place, day in enumerate(_DAYS)
    for half in ("am", "pm")
}
DAILY = {"mark_am": "AM", "mark_pm": "PM"}
MARK_FIELDS = ("mark", *DAILY, *GRID)


def _grid_headings(name: str) -> tuple[str, str]:
    place, half = GRID[name]
    day, number = _DAYS[place], "1" if half == "AM" else "2"
    short = {day, day[:3], day[:4], day[:2]}
    return f"mark of {day.title()} {half}", "; ".join(
        f"{each} {end}" for each in sorted(short) for end in (half.lower(), number)
    )


#: field → (what a person calls it, headings)
HALF_DAY_FIELDS: dict[str, tuple[str, str]] = {
    "half": ("half of the day", "session; am pm; session name; half day; session type; half"),
    "mark": (
        "mark",
        "mark; attendance mark; attendance code; session mark; mark code; register mark|code",
    ),
    "mark_am": ("mark of the morning", "am; am mark; am code; morning; morning mark; mark am"),
    "mark_pm": ("mark of the afternoon", "pm; pm mark; pm code; afternoon; afternoon mark; mark pm"),
    **{name: _grid_headings(name) for name in GRID},
}  # fmt: skip


def read_mark(cell: Cell, context: Context) -> str:
    """What a code of the register says: attended, missed, not asked for; nothing if blank."""
    text = text_of(cell).upper()
    if text.lower() in BLANK or text == "-":
        return ""
    # "I - Illness" and "I (Illness)" begin with the code.
    code = text if text in CODES else text.partition(" ")[0]
    if code not in CODES:
        raise Unusable("unknown mark")
    return CODES[code]


def read_half(cell: Cell, context: Context) -> str:
    """AM or PM, or nothing."""
    text = text_of(cell).lower()
    if text in BLANK:
        return ""
    if text not in _HALVES:
        raise Unusable("neither morning nor afternoon")
    return _HALVES[text]

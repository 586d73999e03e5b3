"""What changed in a class between two looks, and the school's own clock for the next."""

CODE = "ours.classroom"
VERSION = "1"
CITATION = "The school's own day (SEND Code of Practice 2015, 6.36-6.37 on teaching first)"

#: From not seen to in place; what does not apply is on no scale.
_SCALE = ("not_seen", "partly", "in_place")


def change_of(before: str, now: str) -> str:
    """`more`, `less`, or empty when it is the same or cannot be compared."""
    if before not in _SCALE or now not in _SCALE:
        return ""
    step = _SCALE.index(now) - _SCALE.index(before)
    return "more" if step > 0 else "less" if step < 0 else ""

"""A tick sheet of a week: what is written in a box, and how children are named on paper."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from provision.rules.delivery import REASON_WORDS, Came, Reason

#: The letter on paper for each of the six reasons.
LETTERS: dict[str, Reason] = {
    "A": Reason.ABSENT,
    "T": Reason.TRIP,
    "R": Reason.REFUSED,
    "S": Reason.STAFF,
    "P": Reason.ROOM,
    "C": Reason.CLOSED,
}
LETTER_OF = {reason: letter for letter, reason in LETTERS.items()}
#: What a whole session is written as.
TICKS = frozenset({"/", "✓", "✔", "V", "Y"})
TICK = "✓"
#: Two logs differ: a person settles it on the page of the session.
DIFFERS = "?"


@dataclass(frozen=True)
class Tick:
    """What one box says."""

    came: Came
    minutes: int = 0
    reason: Reason | None = None


def read_tick(text: str, whole: int) -> Tick | None:
    """What a box says of a session of `whole` minutes; None for an empty box.

    A tick, a letter for why it was missed, or the minutes of a part with a letter if there is one.
    Raises ValueError with what to write instead.
    """
    said = "".join(text.split()).upper()
    if not said:
        return None
    if said in TICKS:
        return Tick(Came.HAD)
    digits, letter = said.rstrip("".join(LETTERS)), said[len(said.rstrip("".join(LETTERS))) :]
    if len(letter) > 1 or (digits and not (digits.isascii() and digits.isdigit())):
        raise ValueError(f"Write {TICK} or /, a letter ({', '.join(LETTERS)}) or minutes.")
    if not digits:
        return Tick(Came.MISSED, 0, LETTERS[letter])
    minutes = int(digits)
    if minutes == whole and not letter:
        return Tick(Came.HAD)
    if not 0 < minutes < whole:
        raise ValueError(f"A part is 1 to {whole - 1} minutes.")
    return Tick(Came.PART, minutes, LETTERS[letter] if letter else None)


def tick_text(came: str, minutes: int, reason: str) -> str:
    """How a box shows what was logged: `✓`, `15`, `15A`, `A`."""
    letter = LETTER_OF[Reason(reason)] if reason else ""
    return {Came.HAD: TICK, Came.MISSED: letter}.get(Came(came), f"{minutes}{letter}")


def letter_key() -> list[tuple[str, str]]:
    """Each letter with its reason in words."""
    return [(letter, REASON_WORDS[reason]) for letter, reason in LETTERS.items()]


def paper_names(names: Iterable[tuple[str, str]], *, initials: bool = False) -> list[str]:
    """First names for paper that lies about, or initials, with no more than tells them apart.

    `names`: first name and family name of each child, in order.
    """
    people = list(names)
    for letters in range(len(max((last for _, last in people), key=len, default="")) + 1):
        said = [_said(first, last, letters, initials=initials) for first, last in people]
        if len(set(said)) == len(said):
            return said
    seen: Counter[str] = Counter()
    found = []
    for name in said:
        seen[name] += 1
        found.append(f"{name} {seen[name]}" if said.count(name) > 1 else name)
    return found


def _said(first: str, last: str, letters: int, *, initials: bool) -> str:
    if initials:
        return f"{first[:1]}{last[: letters + 1]}"
    return f"{first} {last[:letters]}".strip()

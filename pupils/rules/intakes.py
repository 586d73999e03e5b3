"""What becomes of a dropped passport's text beside what the passport says already: pure."""

from uuid import UUID

#: The two pieces of background work on a drop.
READ_JOB, TAKE_JOB = "read_passports", "take_passports"
OURS, THEIRS, BOTH = "ours", "theirs", "both"
#: Where what helps goes as long as nobody wants strategies that all see at once.
SUPPORT = "support"


def job_key(kind: str, intake_id: UUID) -> str:
    """One piece of work of its kind for a drop."""
    return f"{kind}:{intake_id}"


def as_lines(
    found: dict, choices: dict[str, str], *, as_strategies: bool
) -> tuple[dict[str, str], list[str]]:
    """(text by box, new strategies): what helps is a draft in its box unless strategies are wanted.

    Text without a heading goes where a person said; nobody said: it stays in the document.
    """
    boxes = dict(found.get("boxes", {}))
    helps = list(found.get("helps", []))
    if helps and not as_strategies:
        boxes[SUPPORT] = _joined(boxes.get(SUPPORT, ""), "\n".join(helps))
        helps = []
    place = choices.get("unplaced", "")
    if place and found.get("unplaced"):
        boxes[place] = _joined(boxes.get(place, ""), found["unplaced"])
    return boxes, helps


def is_doubtful(ours: str, theirs: str) -> bool:
    """Whether a person has to choose between two texts of a box."""
    return bool(ours.strip()) and bool(theirs.strip()) and ours.strip() != theirs.strip()


def settled(ours: str, theirs: str, choice: str) -> str:
    """The text of a box: ours stays unless it is empty or somebody decided otherwise."""
    if not theirs.strip():
        return ours
    if not is_doubtful(ours, theirs):
        return ours or theirs
    return {THEIRS: theirs, BOTH: _joined(ours, theirs)}.get(choice, ours)


def _joined(*texts: str) -> str:
    return "\n".join(text for text in texts if text)

"""Code sets about access arrangements in the national tests of primary schools."""

from dataclasses import dataclass

from django.db import models

from aylsham.timescales.rules import Confidence


class NationalTest(models.TextChoices):
    """A test for which the Standards and Testing Agency (STA) allows access arrangements."""

    PHONICS = "phonics", "Phonics screening check"
    TABLES = "tables", "Multiplication tables check"
    KS2 = "ks2", "Key stage 2 tests"


#: Year groups that sit each test; Year 2 sits phonics again where Year 1 was not enough.
TEST_YEARS: dict[str, tuple[str, ...]] = {
    NationalTest.PHONICS: ("1", "2"),
    NationalTest.TABLES: ("4",),
    NationalTest.KS2: ("6",),
}


class Route(models.TextChoices):
    """What the school must do before it may give an arrangement."""

    APPLY = "apply", "Apply in advance"
    NOTIFY = "notify", "Notify"
    DELEGATED = "delegated", "The head decides"
    ORDER = "order", "Order modified papers"


class ArrangementState(models.TextChoices):
    """How far an arrangement is."""

    CONSIDERED = "considered", "Considered"
    EVIDENCE = "evidence", "Evidence gathered"
    APPLIED = "applied", "Applied for"
    APPROVED = "approved", "Approved"
    REFUSED = "refused", "Refused"
    NOTIFIED = "notified", "Notified"
    NOT_NEEDED = "not_needed", "Not needed"


#: States that a person gives a reason for.
WITH_REASON = (ArrangementState.REFUSED, ArrangementState.NOT_NEEDED)


class DayKind(models.TextChoices):
    """A day of one year's tests."""

    APPLY = "apply", "Last day to apply"
    NOTIFY = "notify", "Last day to notify"
    ORDER = "order", "Last day to order modified papers"
    TESTS = "tests", "First day of the tests"
    TESTS_END = "tests_end", "Last day of the tests"


#: What a school has to know of each test.
NEEDED_DATES: dict[str, tuple[str, ...]] = {
    NationalTest.PHONICS: (DayKind.ORDER, DayKind.TESTS),
    NationalTest.TABLES: (DayKind.TESTS,),
    NationalTest.KS2: (
        DayKind.APPLY,
        DayKind.NOTIFY,
        DayKind.ORDER,
        DayKind.TESTS,
    ),
}
DATE_CONFIDENCE = [(c.value, c.words.capitalize()) for c in Confidence]


@dataclass(frozen=True)
class Arrangement:
    """An arrangement: its name, what an adult in the room does, its usual route by test."""

    label: str
    in_room: str
    routes: dict[str, str]


_ALL_DELEGATED: dict[str, str] = dict.fromkeys(NationalTest.values, Route.DELEGATED)


def _of(route: str, *tests: str) -> dict[str, str]:
    return dict.fromkeys(tests or (NationalTest.KS2,), route)


#: By key; the routes are STA's classes of 2026, and the form lets a person choose another.
ARRANGEMENTS: dict[str, Arrangement] = {
    "early_opening": Arrangement(
        "Papers opened more than an hour early",
        "The papers are prepared early, as approved.",
        _of(Route.APPLY),
    ),
    "extra_time": Arrangement(
        "Additional time", "Stop only when the additional time is over.", _of(Route.APPLY)
    ),
    "other_day": Arrangement(
        "Another day (timetable variation)",
        "Sits the paper on the approved day; keep apart from children who have sat it.",
        _of(Route.APPLY),
    ),
    "spelling_marks": Arrangement(
        "Compensatory marks for spelling", "Does not sit the spelling paper.", _of(Route.APPLY)
    ),
    "scribe": Arrangement("Scribe", "Write down exactly what the child says.", _of(Route.NOTIFY)),
    "transcript": Arrangement(
        "Transcript",
        "After the test, copy out with the child what cannot be read.",
        _of(Route.NOTIFY),
    ),
    "word_processor": Arrangement(
        "Word processor or technical aid",
        "Writes on the usual machine; spelling help is off.",
        _of(Route.NOTIFY),
    ),
    "reader": Arrangement(
        "Reader",
        "Read aloud what the child points to; never in the reading paper.",
        _of(Route.DELEGATED),
    ),
    "prompter": Arrangement(
        "Prompter",
        "Bring the child back to the task by the agreed sign; say nothing about the answer.",
        _of(Route.DELEGATED, NationalTest.KS2, NationalTest.TABLES),
    ),
    "rest_breaks": Arrangement(
        "Rest breaks",
        "The child may stop; stop the clock, and let nobody talk about the test.",
        _of(Route.DELEGATED, NationalTest.KS2, NationalTest.PHONICS),
    ),
    "signer": Arrangement(
        "Signing",
        "Sign what is read aloud, without showing the answer.",
        _of(Route.DELEGATED, NationalTest.KS2, NationalTest.PHONICS),
    ),
    "translation": Arrangement(
        "Translation", "Translate what may be read aloud, word for word.", _of(Route.DELEGATED)
    ),
    "objects": Arrangement(
        "Objects for mathematics",
        "The real objects or models lie on the table.",
        _of(Route.DELEGATED),
    ),
    "overlay": Arrangement(
        "Coloured overlay or highlighter",
        "The child's own overlay or pen lies on the table.",
        _of(Route.DELEGATED),
    ),
    "own_room": Arrangement(
        "Small group or own room", "Sits apart, with a familiar adult.", _ALL_DELEGATED
    ),
    "large_print": Arrangement(
        "Modified large print", "Give the modified paper.", _of(Route.ORDER)
    ),
    "braille": Arrangement(
        "Braille",
        "Give the braille paper.",
        _of(Route.ORDER, NationalTest.KS2, NationalTest.PHONICS),
    ),
    "fewer_words": Arrangement(
        "Fewer words on a page",
        "Use the pages that were prepared.",
        _of(Route.DELEGATED, NationalTest.PHONICS),
    ),
    "look_of_page": Arrangement(
        "Other font, size, spacing or colour",
        "Use the pages or settings that were prepared.",
        _of(Route.DELEGATED, NationalTest.PHONICS, NationalTest.TABLES),
    ),
    "input_assistant": Arrangement(
        "Input assistant",
        "Type exactly what the child says or points to.",
        _of(Route.DELEGATED, NationalTest.TABLES),
    ),
    "audio": Arrangement(
        "Audio version",
        "Headphones on; try the sound first.",
        _of(Route.DELEGATED, NationalTest.TABLES),
    ),
    "next_button": Arrangement(
        "“Next” between questions",
        "The child presses “next” when ready.",
        _of(Route.DELEGATED, NationalTest.TABLES),
    ),
}
ARRANGEMENT_CHOICES = [(key, each.label) for key, each in ARRANGEMENTS.items()]


def choices_for(test: str) -> list[tuple[str, str]]:
    """The arrangements that there are for a test."""
    return [(key, each.label) for key, each in ARRANGEMENTS.items() if test in each.routes]


def state_words(state: str, route: str) -> str:
    """The state in the words of its route: papers are ordered, the head agrees."""
    if (state, route) == (ArrangementState.APPLIED, Route.ORDER):
        return "Ordered"
    if (state, route) == (ArrangementState.APPROVED, Route.DELEGATED):
        return "Agreed by the head"
    return ArrangementState(state).label

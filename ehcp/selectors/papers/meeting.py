"""What was recorded at a review meeting, as lines for its report."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from aylsham.codes import Sensitivity
from aylsham.datewords import full_day_words
from ehcp.section_codes import SENSITIVE_SECTIONS
from ehcp.selectors.meeting_record import MeetingRecord
from ehcp.selectors.meeting_said import ChangeSaid, DifferenceSaid, LineSaid, OutcomeSaid
from ehcp.selectors.papers.lines import FilledLine, sentences, without_sealed

#: The page on which a line is put right.
_PAGE = "meeting_mode"


def meeting_parts(record: MeetingRecord | None) -> Mapping[str, tuple[FilledLine, ...]]:
    """By key of a part (`paper_codes.PARTS` with `of_meeting`), its lines.

    The report goes to everybody invited: it takes only what every one of them may read, and, in a
    part of their own, changes of health and social care.
    """
    if record is None:
        return {}
    source = f"Meeting of {full_day_words(record.on)}"
    return {
        key: without_sealed([
            FilledLine(f"{key}:{place}", text, source, is_under=is_under)
            for place, (text, is_under) in enumerate(lines(record))
        ])
        for key, lines in _LINES.items()
    }  # fmt: skip


type Said = Iterator[tuple[str, bool]]


def _present(record: MeetingRecord) -> Said:
    if record.is_held:
        yield sentences(f"The meeting was led by {record.chair}", record.place), False
    for person in record.people:
        title = f", {person.title}" if person.title else ""
        # Whoever set the meeting up afterwards was not invited to it.
        is_proof = person.invited_on is not None and person.invited_on <= record.on
        proof = person.proof if is_proof else ""
        yield sentences(f"{person.name}{title}: {person.attendance}", proof), False


def _outcomes(record: MeetingRecord) -> Said:
    for outcome in _open(record.outcomes):
        yield outcome.title, False
        if said := sentences(outcome.progress, outcome.onward, outcome.text):
            yield said, True
        if outcome.wording:
            yield _new_words(outcome.wording), True


def _agreed(record: MeetingRecord) -> Said:
    """Line by line with the old and the new words, then what was said of sections."""
    for line in _open(record.lines):
        if line.old:
            yield f"{line.title}: “{line.old.strip()}”", False
            if line.text:
                yield (_new_words(line.text) if line.has_new_words else line.text), True
        else:
            yield f"{line.title}: “{line.text.strip()}”", False
    for change in _open(record.changes):
        if change.section not in SENSITIVE_SECTIONS:
            yield _change(change), False


def _agreed_care(record: MeetingRecord) -> Said:
    for change in record.changes:
        if change.section in SENSITIVE_SECTIONS and change.sensitivity <= Sensitivity.SENSITIVE:
            yield _change(change), False


def _new_words(text: str) -> str:
    return f"New words: “{text.strip()}”"


def _change(change: ChangeSaid) -> str:
    return f"Section {change.section.upper()}, {change.title}: {change.text}"


def _open[S: OutcomeSaid | LineSaid | ChangeSaid | DifferenceSaid](
    said: Iterable[S],
) -> Iterator[S]:
    """What everybody invited may read."""
    return (each for each in said if each.sensitivity <= Sensitivity.EVERYONE)


def _differences(record: MeetingRecord) -> Said:
    for each in _open(record.differences):
        about = f" about {each.about}" if each.about else ""
        yield f"{each.whose}{about}: {each.text}", False


def _actions(record: MeetingRecord) -> Said:
    for action in record.actions:
        done = f"done {full_day_words(action.done_on)}" if action.done_on else ""
        by = f"by {full_day_words(action.due_on)}"
        yield sentences(f"{action.what}: {action.who}, {by}", done.capitalize()), False


def _recommendation(record: MeetingRecord) -> Said:
    if record.recommendation:
        yield f"{record.recommendation}.", False


_LINES: Mapping[str, Callable[[MeetingRecord], Said]] = {
    "present": _present,
    "outcomes": _outcomes,
    "agreed": _agreed,
    "agreed_care": _agreed_care,
    "differences": _differences,
    "actions": _actions,
    "recommendation": _recommendation,
}

"""Weeks of attendance as a kind of import: only of children whom the school watches over."""

import dataclasses
import datetime as dt
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.models import School, User
from lac.models import WatchTask, WeekAttendance
from lac.selectors.signs import signs_of, watched
from lac.services.importing.children import (
    CareChildren,
    child_words,
    choices_of,
    headings_of,
    list_preview,
    match_words,
)
from lac.services.watching import raise_signs
from lac.watch_codes import WatchRule
from pupils.importing.care_lists import ListRow, ParsedList, read_list
from pupils.importing.faults import Fault, fault
from pupils.importing.weeks import WEEK_FIELDS, WEEKS
from pupils.models import FileImport, Pupil
from pupils.services.importing.journal import Journal
from pupils.services.importing.kinds import Reading, Stage
from pupils.services.importing.parts import Difference
from pupils.services.recording import record_change

#: So many names a sentence says.
NAMES_SAID = 5


@dataclass(frozen=True)
class WeekOutcome:
    """What one good row would do."""

    row: ListRow
    pupil: Pupil
    known: WeekAttendance | None

    @property
    def week_on(self) -> dt.date:
        return self.row.values["week_on"]

    @property
    def said(self) -> tuple[int, int]:
        """Possible and attended half days."""
        return self.row.values["possible"], self.row.values["attended"]

    @property
    def difference(self) -> Difference | None:
        """What the row says otherwise than the record."""
        ours = (self.known.possible, self.known.attended) if self.known else None
        if ours == self.said:
            return None
        label = f"Week of {self.week_on:%-d %B %Y}"
        return Difference(
            "week",
            label,
            _words(ours) if ours else "",
            _words(self.said),
            permission=Permission.READ_CARE,
        )


@dataclass(frozen=True)
class WeeksComparison:
    """A whole list beside what is recorded."""

    parsed: ParsedList
    outcomes: tuple[WeekOutcome, ...]
    faults: tuple[Fault, ...]

    @property
    def counts(self) -> dict[str, int]:
        """Rows of children in care by what they would do, and how many others there were."""
        told = [outcome for outcome in self.outcomes if outcome.difference]
        new = sum(outcome.known is None for outcome in told)
        return {
            "rows": self.parsed.row_count,
            "good": len(self.outcomes),
            "new": new,
            "changed": len(told) - new,
            "unchanged": len(self.outcomes) - len(told),
            "others": self.parsed.others,
        }


class Weeks:
    """A list of a school's system, a row for each child and week."""

    action = Action.IMPORT_WEEKS

    def read(self, file_import: FileImport, *, today: dt.date) -> Generator[Stage, None, Reading]:
        """The preview as the page shows it; of other children nothing is in it."""
        yield Stage(0, 1, "Opening the file")
        pupils = list(watched([file_import.school], today))
        children = CareChildren(file_import.school, [pupil.pk for pupil in pupils])
        parsed = read_list(
            bytes(file_import.content),
            WEEKS,
            today=today,
            is_other=children.is_other,
            **choices_of(file_import),
        )
        comparison = compare_weeks(parsed, file_import.school, children)
        preview = _preview(comparison)
        preview["notices"] += _notices(comparison, pupils)
        return Reading(preview, comparison.counts, len(comparison.faults), comparison)

    def write(
        self, file_import: FileImport, reading: Reading, *, today: dt.date, by: User | None
    ) -> set[UUID]:
        """The good rows; then the file goes, because it speaks of other children too."""
        journal = Journal(file_import)
        for outcome in reading.comparison.outcomes:
            if outcome.difference:
                _write(journal, outcome)
        journal.write()
        FileImport.objects.filter(school=file_import.school, pk=file_import.pk).update(content=None)
        raise_signs(school=file_import.school, pupil_ids=journal.pupil_ids, by=by)
        return journal.pupil_ids


def compare_weeks(parsed: ParsedList, school: School, children: CareChildren) -> WeeksComparison:
    """Every good row beside what is recorded of its child and week."""
    rows = WeekAttendance.objects.filter(school=school, pupil__in=children.wanted)
    known = {(row.pupil_id, row.week_on): row for row in rows}
    headings = headings_of(parsed)
    seen: dict[tuple[UUID, dt.date], int] = {}
    outcomes, faults = [], list(parsed.faults)
    for row in parsed.rows:
        pupil, wrong = children.one(row, headings)
        if pupil:
            key = pupil.pk, row.values["week_on"]
            if (first := seen.setdefault(key, row.row)) != row.row:
                column = headings.get("week_on", "")
                wrong = fault(row.row, column, "same week again", row.who.name, other=first)
            else:
                outcomes.append(WeekOutcome(row, pupil, known.get(key)))
        if wrong:
            faults.append(wrong)
    return WeeksComparison(parsed, tuple(outcomes), tuple(sorted(faults)))


def _write(journal: Journal, outcome: WeekOutcome) -> None:
    possible, attended = outcome.said
    if outcome.known:
        journal.change(outcome.known, possible=possible, attended=attended)
    else:
        journal.create(
            WeekAttendance(
                pupil=outcome.pupil, week_on=outcome.week_on, possible=possible, attended=attended
            )
        )


def _words(said: tuple[int, int]) -> str:
    return f"{said[1]} of {said[0]} half days"


def _notices(comparison: WeeksComparison, pupils: list[Pupil]) -> Iterator[str]:
    """How many rows were passed over, and who is missing."""
    if others := comparison.parsed.others:
        yield (
            f"{others:,} {'row is' if others == 1 else 'rows are'} of children who are not in care. "
            "They were counted, and nothing of them is kept."
        )
    there = {outcome.pupil.pk for outcome in comparison.outcomes}
    names = [f"{p.first_name} {p.last_name}" for p in pupils if p.pk not in there]
    if names:
        more = f" and {len(names) - NAMES_SAID} more" if len(names) > NAMES_SAID else ""
        yield f"No good row in the file for {', '.join(names[:NAMES_SAID])}{more}."


def _preview(comparison: WeeksComparison) -> dict:
    parsed = comparison.parsed
    changed = [
        {
            **child_words(outcome.row, outcome.pupil),
            "changes": [
                {
                    **dataclasses.asdict(difference),
                    "permission": str(difference.permission),
                    "is_taken": False,
                }
            ],
            "returns": False,
        }
        for outcome in comparison.outcomes
        if (difference := outcome.difference)
    ]
    matches = [match_words(outcome.row, outcome.pupil) for outcome in comparison.outcomes]
    return list_preview(
        parsed,
        WEEK_FIELDS,
        faults=comparison.faults,
        warnings=parsed.warnings,
        new=[],
        changed=changed,
        matches=[each for each in matches if each],
    )


def take_back_signs(file_import: FileImport, by: User | None) -> None:
    """What only the weeks that were taken back had shown, if nobody has done anything about it."""
    school = file_import.school
    found = signs_of(school, file_import.done_at.date(), file_import.pupil_ids)
    tasks = WatchTask.objects.open().filter(
        school=school,
        pupil__in=file_import.pupil_ids,
        rule=WatchRule.ATTENDANCE,
        raised_on__gte=file_import.done_at.date(),
        told=None,
    )
    for task in tasks.select_related("pupil").order_by("pk"):
        if not any(task.occurrence in sign.names for sign in found.get(task.pupil_id, ())):
            pk = task.pk
            task.delete()
            task.pk = pk  # for the log
            detail = {"what": "watchtask", "step": "removed"}
            record_change(Action.CHANGE_CARE, pupil=task.pupil, by=by, subject=task, detail=detail)

"""Writing what a person has seen: one transaction, a journal, fresh deadlines."""

import datetime as dt
from uuid import UUID

from django.db import transaction

from aylsham import clock
from aylsham.codes import TermName
from aylsham.deadlines.services import rebuild_deadlines
from aylsham.models import School, Term, User
from pupils.codes import DifferenceState, EnrolmentStatus, StatusReason
from pupils.importing.roll import stated_in
from pupils.leaving import endings_of
from pupils.models import (
    ClassGroup,
    Enrolment,
    FileImport,
    PupilAdult,
    RollDifference,
    StatusPeriod,
)
from pupils.services.importing.comparing import Comparison, Leaver, Outcome
from pupils.services.importing.details import new_pupil
from pupils.services.importing.journal import Journal
from pupils.services.importing.matching import number_key
from pupils.services.importing.parts import Difference, Writing, fold, part_of, parts
from pupils.services.importing.sen import Standing

#: A class name that stands in several year groups is one class if it is no larger than this.
LARGEST_CLASS = 36


@transaction.atomic
def write_comparison(
    comparison: Comparison,
    *,
    file_import: FileImport,
    leavers: dict[str, dt.date],
    today: dt.date,
    by: User | None,
) -> Journal:
    """Write the good rows and the leavers that were decided; returns the journal, written."""
    school = file_import.school
    journal = Journal(file_import)
    writing = Writing(school, today, by, journal)
    _mixed_classes(writing, comparison)
    starts_on = first_day_of_year(school, today) if comparison.is_first else today
    for outcome in comparison.outcomes:
        if outcome.is_new:
            _write_new(writing, outcome, comparison, starts_on)
        elif outcome.is_changed:
            _write_changes(writing, outcome)
    for leaver in comparison.leavers:
        if day := leavers.get(str(leaver.pupil.pk)):
            _write_leaver(writing, leaver, day)
    if not comparison.roll.is_transfer:
        note_differences(writing, comparison)
    journal.write()
    rebuild_deadlines(school, journal.pupil_ids)
    return journal


def _mixed_classes(writing: Writing, comparison: Comparison) -> None:
    """A new class of two year groups is one class, if together they are no more than a class."""
    rows = [outcome.row for outcome in comparison.outcomes if not outcome.is_waiting]
    names: dict[str, dict[str, int]] = {}
    for row in rows:
        if row.class_name:
            years = names.setdefault(fold(row.class_name), {})
            years[row.year_group] = years.get(row.year_group, 0) + 1
    year = clock.academic_year(writing.today)
    known = ClassGroup.objects.filter(school=writing.school, academic_year=year)
    known_names = {fold(group.name) for group in known}
    for name, years in names.items():
        if name in known_names or len(years) < 2 or sum(years.values()) > LARGEST_CLASS:
            continue
        spelled = next(row.class_name for row in rows if fold(row.class_name) == name)
        group = writing.journal.create(
            ClassGroup(name=spelled[:60], academic_year=year, year_groups=sorted(years))
        )
        writing.classes.update({(name, each): group for each in years})


def first_day_of_year(school: School, today: dt.date) -> dt.date:
    """When this academic year began at the school."""
    year = clock.academic_year(today)
    term = Term.objects.filter(school=school, academic_year=year, name=TermName.AUTUMN).first()
    return min(term.starts_on if term else dt.date(year, 9, 1), today)


def _write_new(
    writing: Writing, outcome: Outcome, comparison: Comparison, starts_on: dt.date
) -> None:
    row = outcome.row
    pupil = new_pupil(row)
    if number_key(pupil.mis_id) in comparison.numbers:
        pupil.mis_id = ""  # a person said that this is another child than the one with the number
    writing.journal.create(pupil)
    starts_on = row.joined_on or starts_on
    status = row.enrolment_status[:1].upper()
    writing.journal.create(
        Enrolment(
            pupil=pupil,
            starts_on=starts_on,
            status=status if status in EnrolmentStatus.values else EnrolmentStatus.CURRENT,
        )
    )
    writing.first_day = starts_on
    for name, part in parts().items():
        mine = pupil if name == "details" else None
        differences = part.compare(row, mine, writing.today)
        part.write(writing, pupil, row, mine, frozenset(d.field for d in differences))
    writing.first_day = None


def _write_changes(writing: Writing, outcome: Outcome) -> None:
    pupil = outcome.pupil
    if outcome.returns:
        starts_on = outcome.row.joined_on or writing.today
        last = max(
            Enrolment.objects.filter(school=writing.school, pupil=pupil).values_list(
                "ends_on", flat=True
            ),
            default=None,
        )
        if last and starts_on <= last:
            starts_on = last + dt.timedelta(days=1)
        writing.journal.create(Enrolment(pupil=pupil, starts_on=starts_on))
    for name, part in parts().items():
        part.write(writing, pupil, outcome.row, outcome.mine.get(name), outcome.accepted)


def _write_leaver(writing: Writing, leaver: Leaver, last_day: dt.date) -> None:
    """The enrolment, the place on the register and who supports the child end with the stay."""
    own = {"school": writing.school, "pupil": leaver.pupil}
    for stay in Enrolment.objects.filter(**own, ends_on=None):
        writing.journal.change(stay, ends_on=max(last_day, stay.starts_on))
    standing = Standing(periods=list(StatusPeriod.objects.filter(**own)))
    if standing.open:
        writing.journal.change(
            standing.open,
            ends_on=max(last_day, standing.open.starts_on),
            end_reason=StatusReason.LEFT.value,
            ended_by=writing.by,
        )
    for support in PupilAdult.objects.filter(**own).exclude(ends_on__lte=last_day):
        writing.journal.change(support, ends_on=max(last_day, support.starts_on))
    for row, values in endings_of(leaver.pupil, last_day):
        writing.journal.change(row, **values)
    writing.journal.change(leaver.pupil, class_group=None)


def note_differences(writing: Writing, comparison: Comparison) -> None:
    """Keep the list of what a roll says otherwise: new ones, those seen again, those gone."""
    open_now = {
        (row.pupil_id, row.field): row
        for row in RollDifference.objects.filter(school=writing.school, settled_on=None)
    }
    seen: set[tuple[UUID, str]] = set()
    for outcome in comparison.outcomes:
        for difference in outcome.kept:
            key = (outcome.pupil.pk, difference.field)
            seen.add(key)
            _note(writing, outcome, difference, open_now.get(key))
    compared = {o.pupil.pk for o in comparison.outcomes if o.pupil and not o.is_waiting}
    for key, row in open_now.items():
        if key not in seen and key[0] in compared:
            taken = any(
                change.field == key[1]
                for outcome in comparison.outcomes
                if outcome.pupil and outcome.pupil.pk == key[0]
                for change in outcome.changes
            )
            state = DifferenceState.THEIRS if taken else row.state
            writing.journal.change(
                row, settled_on=writing.today, settled_by=writing.by, state=state, stated={}
            )


def _note(writing: Writing, outcome: Outcome, difference: Difference, known) -> None:
    words = {"ours": difference.ours[:200], "theirs": difference.theirs[:200]}
    stated = stated_in(outcome.row, part_of(difference.field)[2])
    if known:
        if any(getattr(known, name) != text for name, text in words.items()):
            words["state"] = DifferenceState.OPEN.value  # decided about other words
        writing.journal.change(known, last_seen_on=writing.today, stated=stated, **words)
        return
    writing.journal.create(
        RollDifference(
            pupil=outcome.pupil,
            field=difference.field,
            label=difference.label,
            stated=stated,
            permission=str(difference.permission or ""),
            first_seen_on=writing.today,
            last_seen_on=writing.today,
            **words,
        )
    )

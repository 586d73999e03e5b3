"""Parts of the handover pack about children: the register, days of the law, plans, care."""

import datetime as dt
from collections import Counter
from dataclasses import replace

from django.db.models import Count, F, QuerySet

from aylsham.access.current import Access
from aylsham.access.usual import asked_as
from aylsham.codes import YEAR_GROUP_LABELS
from aylsham.dates import DAY
from aylsham.datewords import day_words
from aylsham.models import Weight
from aylsham.together import Reads
from ehcp.selectors.assessments.listing import AssessmentLine, school_assessments_read
from ehcp.selectors.consultations import ConsultationLine, consultations_read
from ehcp.selectors.listing import PlanRow, plans_read
from lac.selectors.listing import CareRow, care_read
from pupils.models import Pupil
from pupils.selectors.identity import with_status
from reports.bands import Band
from reports.handover.sections import Row
from reports.selectors.due import DueItem, due_read
from reports.selectors.due_counts import ALL

WEEKS = 12


def register(access: Access) -> Reads[list[Row]]:
    """How many children are on roll, on SEN support and have a plan, by year group."""
    [found] = yield asked_as(_counted, access)
    by_year: dict[str, Counter[str]] = {"": Counter()}
    for year, status, n in found:
        for key in (year, ""):
            by_year.setdefault(key, Counter())[status or ""] += n
    years = [("", "Whole school"), *YEAR_GROUP_LABELS.items()]
    return [_figures(label, by_year[year]) for year, label in years if year in by_year]


def _counted(access: Access) -> list[QuerySet]:
    children = Pupil.objects.visible_to(access).filter(school=access.school)
    rows = with_status(children.on_roll(access.today), access.today)
    counted = rows.annotate(status=F("period__status")).order_by()
    return [counted.values_list("year_group", "status").annotate(n=Count("pk"))]


def _figures(label: str, found: Counter[str]) -> Row:
    return Row(
        label,
        f"{found.total()} on roll, {found['K']} on SEN support, {found['E']} with an EHC plan",
    )


def days_of_law(access: Access) -> Reads[list[Row]]:
    """What the law asks in the next twelve weeks, and what is late."""
    last = access.today + WEEKS * 7 * DAY
    items = yield from due_read(access, replace(ALL, weight=Weight.LAW))
    return [_day_of_law(item, access.today) for item in items if item.do_by <= last]


def _day_of_law(item: DueItem, today: dt.date) -> Row:
    words = f"by {day_words(item.do_by, today=today)}"
    if not item.is_ours:
        words += f", owed by: {item.who}"
    late = item.band == Band.OVERDUE
    pupil = item.pupil
    return Row(
        item.title,
        f"{words}. {item.citation}",
        name=pupil.name if pupil else "",
        place=pupil.place if pupil else "",
        pupil=pupil.id if pupil else None,
        state="overdue" if late else "",
        state_words=item.late_words if late else "",
    )


def plans(access: Access) -> Reads[list[Row]]:
    """Every EHC plan in force with its next review."""
    rows = yield from plans_read(access)
    return [_plan(row, access.today) for row in rows]


def _plan(row: PlanRow, today: dt.date) -> Row:
    if row.planned_on:
        words = f"review planned for {day_words(row.planned_on, today=today)}"
    elif row.meeting_by:
        words = f"review meeting by {day_words(row.meeting_by, today=today)}, not planned"
    else:
        words = "no review is due"
    return Row(
        row.council,
        words + (f". {row.phase_words}" if row.phase_words else ""),
        name=row.name,
        place=row.place,
        pupil=row.pupil_id,
        state=row.state if row.state in ("overdue", "due_soon") else "",
        state_words=row.words,
    )


def applications(access: Access) -> Reads[list[Row]]:
    """Needs assessments that run, with what the council owes next."""
    page = yield from school_assessments_read(access)
    return [_application(line, access.today) for line in page.running]


def _application(line: AssessmentLine, today: dt.date) -> Row:
    due = line.next.due if line.next else None
    late = line.worst is not None
    return Row(
        str(line.file.stage.label),
        f"next: by {day_words(due.due_on, today=today)}" if due else "nothing runs",
        name=line.pupil.full_name,
        place=YEAR_GROUP_LABELS.get(line.pupil.year_group, ""),
        pupil=line.pupil.pk,
        state="overdue" if late else "",
        state_words="The council is late" if late else "",
    )


def asked_by_councils(access: Access) -> Reads[list[Row]]:
    """Consultations about naming us that are not answered; of no child by name."""
    lines = yield from consultations_read(access)
    return [
        _consultation(line, access.today)
        for line in lines
        if not (line.reply or line.row.closed_on)
    ]


def _consultation(line: ConsultationLine, today: dt.date) -> Row:
    is_late = line.state == "overdue"
    return Row(
        f"{line.row.council}, for {line.year}",
        f"answer by {day_words(line.do_by, today=today)}",
        state=line.state if is_late else "",
        state_words=line.words if is_late else "",
    )


def care(access: Access) -> Reads[list[Row]]:
    """Children who are or were in care, with what comes next."""
    rows = yield from care_read(access)
    return [_in_care(row, access.today) for row in rows]


def _in_care(row: CareRow, today: dt.date) -> Row:
    due = row.due
    words = f"{due.title} by {day_words(due.due_on, today=today)}" if due else "nothing is due"
    label = row.period.label if row.period else ", ".join(row.social_work)
    return Row(label, words, name=row.name, place=row.place, pupil=row.pupil_id)

"""Parts of the handover pack about children: the register, days of the law, plans, care."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from django.db.models import Count, F

from aylsham.access.current import Access
from aylsham.codes import YEAR_GROUP_LABELS
from aylsham.dates import DAY
from aylsham.datewords import day_words
from aylsham.models import Weight
from ehcp.selectors.assessments.listing import school_assessments
from ehcp.selectors.consultations import consultations
from ehcp.selectors.listing import plans_for, rows_of
from lac.selectors.listing import care_rows
from pupils.models import Pupil
from pupils.selectors.identity import with_status
from reports.bands import Band
from reports.handover.sections import Row
from reports.selectors.due import due_items
from reports.selectors.due_counts import ALL

WEEKS = 12


def register(access: Access) -> Iterator[Row]:
    """How many children are on roll, on SEN support and have a plan, by year group."""
    children = Pupil.objects.visible_to(access).filter(school=access.school)
    rows = with_status(children.on_roll(access.today), access.today)
    counted = rows.annotate(status=F("period__status")).order_by()
    by_year: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for year, status, n in counted.values_list("year_group", "status").annotate(n=Count("pk")):
        for key in (year, ""):
            by_year[key][status or ""] += n
    for year in ["", *(code for code in YEAR_GROUP_LABELS if code in by_year)]:
        found = by_year[year]
        words = (
            f"{sum(found.values())} on roll, {found['K']} on SEN support, "
            f"{found['E']} with an EHC plan"
        )
        yield Row(YEAR_GROUP_LABELS[year] if year else "Whole school", words)


def days_of_law(access: Access) -> Iterator[Row]:
    """What the law asks in the next twelve weeks, and what is late."""
    last = access.today + WEEKS * 7 * DAY
    chosen = replace(ALL, weight=Weight.LAW)
    for item in due_items(access, chosen):
        if item.do_by > last:
            continue
        words = f"by {day_words(item.do_by, today=access.today)}"
        if not item.is_ours:
            words += f", owed by: {item.who}"
        late = item.band == Band.OVERDUE
        pupil = item.pupil
        yield Row(
            item.title,
            f"{words}. {item.citation}",
            name=pupil.name if pupil else "",
            place=pupil.place if pupil else "",
            pupil=pupil.id if pupil else None,
            state="overdue" if late else "",
            state_words=item.late_words if late else "",
        )


def plans(access: Access) -> Iterator[Row]:
    """Every EHC plan in force with its next review."""
    today = access.today
    for row in rows_of(access, plans_for(access, {}, "next")):
        if row.planned_on:
            words = f"review planned for {day_words(row.planned_on, today=today)}"
        elif row.meeting_by:
            words = f"review meeting by {day_words(row.meeting_by, today=today)}, not planned"
        else:
            words = "no review is due"
        yield Row(
            row.council,
            words + (f". {row.phase_words}" if row.phase_words else ""),
            name=row.name,
            place=row.place,
            pupil=row.pupil_id,
            state=row.state if row.state in ("overdue", "due_soon") else "",
            state_words=row.words,
        )


def applications(access: Access) -> Iterator[Row]:
    """Needs assessments that run, with what the council owes next."""
    today = access.today
    for line in school_assessments(access).running:
        due = line.next.due if line.next else None
        words = f"next: by {day_words(due.due_on, today=today)}" if due else "nothing runs"
        late = line.worst is not None
        yield Row(
            str(line.file.stage.label),
            words,
            name=line.pupil.full_name,
            place=YEAR_GROUP_LABELS.get(line.pupil.year_group, ""),
            pupil=line.pupil.pk,
            state="overdue" if late else "",
            state_words="The council is late" if late else "",
        )


def asked_by_councils(access: Access) -> Iterator[Row]:
    """Consultations about naming us that are not answered; of no child by name."""
    for line in consultations(access):
        if line.reply or line.row.closed_on:
            continue
        words = f"answer by {day_words(line.do_by, today=access.today)}"
        is_late = line.state == "overdue"
        yield Row(
            f"{line.row.council}, for {line.year}",
            words,
            state=line.state if is_late else "",
            state_words=line.words if is_late else "",
        )


def care(access: Access) -> Iterator[Row]:
    """Children who are or were in care, with what comes next."""
    today = access.today
    for row in care_rows(access):
        due = row.due
        words = f"{due.title} by {day_words(due.due_on, today=today)}" if due else "nothing is due"
        label = row.period.label if row.period else ", ".join(row.social_work)
        yield Row(label, words, name=row.name, place=row.place, pupil=row.pupil_id)

"""Children in care, or in care before, and children with a social worker: one row a child."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.access.usual import asked_as, rows_as
from aylsham.models import Deadline, School, Term
from aylsham.statements import among
from aylsham.together import Reads
from lac.access import Knows, known_by_role
from lac.codes import CareKind
from lac.models import CarePeriod, Pep, SocialWorkPeriod
from lac.pep_codes import SHOWN, PepState
from lac.selectors.lines import CareDue, PeriodLine, due_line, period_line, social_work_line
from lac.selectors.peps import term_on
from pupils.models import Pupil
from pupils.models.roll import tell_apart
from pupils.words import year_words

#: Children who have a social worker, looked after or not: a choice beside the kinds of care.
SOCIAL_WORKER = "social_worker"
LIST_HEADINGS = (
    *("Child", "Class", "School", "Care", "Since", "Council", "Legal status", "Social work"),
    *("Plan this term", "Next day", "What", "Who owes it"),
)


@dataclass(frozen=True)
class CareRow:
    """One child of the list; what the asker may not know at the child's school is empty."""

    school: School
    pupil_id: UUID
    name: str
    place: str
    period: PeriodLine | None
    social_work: tuple[str, ...]
    #: What comes next; None where nothing is due.
    due: CareDue | None
    #: How many more things are due.
    more: int
    #: The plan of this term: its state, as a key of the pages and in words; empty for none.
    plan_shown: str = ""
    plan_words: str = ""

    @property
    def order(self) -> tuple:
        """Looked after first, then whoever has the nearest day."""
        kinds = [CareKind.LOOKED_AFTER, CareKind.PREVIOUSLY]
        place = kinds.index(self.period.kind) if self.period else len(kinds)
        return place, self.due.due_on if self.due else dt.date.max, self.name

    def is_of(self, care: str) -> bool:
        """Whether the child is of a kind that a list was asked for; empty: of any."""
        if care == SOCIAL_WORKER:
            return bool(self.social_work) or bool(self.period and self.period.is_looked_after)
        return not care or bool(self.period and self.period.kind == care)

    @property
    def cells(self) -> tuple:
        """The row of a spreadsheet, under LIST_HEADINGS."""
        period, due = self.period, self.due
        return (
            self.name,
            self.place,
            self.school.name,
            period.label if period else "",
            period.since if period else None,
            period.council if period else "",
            period.legal if period else "",
            ", ".join(self.social_work),
            self.plan_words,
            due.due_on if due else None,
            due.title if due else "",
            due.who if due else "",
        )


def care_rows(access: Access, care: str = "") -> list[CareRow]:
    """Every child in reach whose care somebody has to think of, or of one kind; two statements."""
    by_pupil = _by_pupil(access, rows_as(_queries, access))
    [pupils] = rows_as(_pupils, access, ids=list(by_pupil))
    return _rows(access, care, by_pupil, pupils)


def care_read(access: Access) -> Reads[list[CareRow]]:
    """Every such child, to go with other reads."""
    by_pupil = _by_pupil(access, (yield asked_as(_queries, access)))
    [pupils] = yield asked_as(_pupils, access, ids=list(by_pupil))
    return _rows(access, "", by_pupil, pupils)


def _by_pupil(access: Access, found: Sequence[list[Any]]) -> dict[UUID, dict[str, Any]]:
    """By child what is recorded, from the rows of `_queries`."""
    periods, social, due, peps, terms = found
    by_pupil: dict[UUID, dict[str, Any]] = defaultdict(
        lambda: {"period": None, "social": [], "due": [], "plan": None}
    )
    for row in periods:
        by_pupil[row.pupil_id]["period"] = row
    for row in social:
        by_pupil[row.pupil_id]["social"].append(row)
    for row in due:
        if row.pupil_id in by_pupil:
            by_pupil[row.pupil_id]["due"].append(row)
    of_school: dict[UUID, list[Term]] = defaultdict(list)
    for term in terms:
        of_school[term.school_id].append(term)
    now = {school.pk: term_on(of_school[school.pk], access.today) for school in _known(access)}
    for pep in peps:
        if pep.pupil_id in by_pupil and (pep.academic_year, pep.term) == now[pep.school_id]:
            mine = by_pupil[pep.pupil_id]
            mine["plan"] = mine["plan"] or pep  # the newest comes first
    return by_pupil


def _rows(
    access: Access, care: str, by_pupil: dict[UUID, dict[str, Any]], pupils: list[Pupil]
) -> list[CareRow]:
    schools = {school.pk: school for school in _known(access)}
    rows = [
        _row(pupil, schools[pupil.school_id], access, by_pupil[pupil.pk])
        for pupil in tell_apart(pupils)
    ]
    return sorted((row for row in rows if row.is_of(care)), key=lambda row: row.order)


def _known(access: Access) -> list[School]:
    return [s for s in access.schools if known_by_role(access, s) >= Knows.STATUS]


def _queries(access: Access) -> tuple[QuerySet, ...]:
    schools = _known(access)
    pupils = Pupil.objects.visible_to(access).filter(school__in=schools).on_roll(access.today)
    mine = {"school__in": schools, "pupil__in": pupils.values("pk")}
    due = Deadline.objects.readable_by(access).live(access.today)
    return (
        CarePeriod.objects.live(access.today).filter(**mine).order_by("known_since"),
        SocialWorkPeriod.objects.live(access.today).filter(**mine),
        due.filter(school__in=schools, provider="lac").order_by("due_on", "key"),
        Pep.objects.standing().filter(**mine).defer("snapshot", "feedback"),
        Term.objects.filter(school__in=schools),
    )


def _pupils(access: Access, ids: list[UUID]) -> list[QuerySet]:
    rows = Pupil.objects.filter(among("id", ids), school__in=_known(access))
    return [rows.annotate(class_name=F("class_group__name"))]


def _row(pupil: Pupil, school: School, access: Access, found: dict[str, Any]) -> CareRow:
    knows = known_by_role(access, school)
    works = [social_work_line(row, access, school, knows) for row in found["social"]]
    place = [year_words(pupil.year_group), pupil.class_name]
    return CareRow(
        school=school,
        pupil_id=pupil.pk,
        name=pupil.full_name,
        place=", ".join(filter(None, place)),
        period=period_line(found["period"], knows) if found["period"] else None,
        social_work=tuple(dict.fromkeys(work.label for work in works)),
        due=due_line(found["due"][0], access.today) if found["due"] else None,
        more=max(len(found["due"]) - 1, 0),
        plan_shown=SHOWN[PepState(found["plan"].state)] if found["plan"] else "",
        plan_words=found["plan"].get_state_display() if found["plan"] else "",
    )


def care_list(access: Access, care: str = "") -> list[CareRow]:
    """The rows that may be taken out: of schools at which the asker reads the whole of care."""
    rows = care_rows(access, care)
    return [row for row in rows if known_by_role(access, row.school) == Knows.WHOLE]


def schools_of_care(access: Access) -> list[School]:
    """The schools of the page at which the asker may know who is in care."""
    return [s for s in access.schools if Permission.VIEW_CARE in access.permissions_at(s)]

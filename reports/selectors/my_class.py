"""The children of a teacher's classes, or of an LSA: who needs what, and what comes up."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import JSONObject
from django.urls import reverse

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.codes import YEAR_GROUP_LABELS, YEAR_GROUP_ORDER
from aylsham.dates import weeks_before
from aylsham.models import School
from aylsham.together import read_rows
from ehcp.models import AnnualReview
from lac.selectors.care_views import MinimalLine, minimal_lines_of, minimal_rows
from provision.selectors.words import Word, words_of, words_on
from pupils.codes import PassportState
from pupils.models import Need, Passport, Pupil, SafetyPlan
from pupils.models.roll import tell_apart
from pupils.selectors.concerns import AskedOfMe, asked_of_me
from pupils.selectors.identity import with_status
from pupils.selectors.moving.september import AskedBack, asked_back
from pupils.selectors.passports.changes import ChangedPassport, changed_passports
from pupils.selectors.readers import unread_passports
from pupils.selectors.safety import Alert, alerts_of, plan_lines
from pupils.words import need_words, status_words
from reports.selectors.owed_by_law import OwedChild, owed_children, owed_rows

#: Meetings so far ahead are of interest to a teacher.
AHEAD = dt.timedelta(days=56)


@dataclass(frozen=True)
class NeedWords:
    """A need as a teacher reads it."""

    label: str
    in_words: str


@dataclass(frozen=True)
class ClassChild:
    """A child with needs."""

    id: UUID
    school: School
    name: str
    class_name: str
    status: str
    needs: tuple[NeedWords, ...]
    #: How far the passport is; empty when nobody has begun one.
    passport: str = ""

    @property
    def is_passport_published(self) -> bool:
        """Whether everybody who works with the child sees it."""
        return self.passport == PassportState.PUBLISHED

    @property
    def passport_words(self) -> str:
        """How far the passport is, in words; nothing to say of a published one."""
        if self.is_passport_published:
            return ""
        return str(PassportState(self.passport).label) if self.passport else "To be written"


@dataclass(frozen=True)
class ClassList:
    """The children with needs of one class, and how many children it has."""

    name: str
    school: School
    children: tuple[ClassChild, ...]
    size: int
    #: The class itself; None for children without one.
    group_id: UUID | None = None


@dataclass(frozen=True)
class ComingMeeting:
    """A review meeting that is planned for one of these children."""

    school: School
    pupil_id: UUID
    name: str
    meeting_on: dt.date
    advice_by: dt.date
    is_advice_out: bool


@dataclass(frozen=True)
class ChildAlerts:
    """A child, with SEN or without, whom a medical alert is about."""

    school: School
    pupil_id: UUID
    name: str
    alerts: list[Alert]


@dataclass(frozen=True)
class ToRead:
    """A plan or passport of one of these children that the asker has still to read."""

    school: School
    pupil_id: UUID
    name: str
    label: str
    url: str


@dataclass(frozen=True)
class ToldOfCare:
    """A child of whose care the asker was told by name: the little that a teacher needs."""

    school: School
    pupil_id: UUID
    name: str
    line: MinimalLine


@dataclass(frozen=True)
class MyClass:
    """The page of a teacher or an LSA."""

    classes: tuple[ClassList, ...]
    meetings: tuple[ComingMeeting, ...]
    alerts: tuple[ChildAlerts, ...]
    to_read: tuple[ToRead, ...]
    #: Passports that colleagues changed since the working day before.
    changed: tuple[ChangedPassport, ...] = ()
    #: Concerns about which the asker has still to say what they see.
    asked: tuple[AskedOfMe, ...] = ()
    #: Children who moved to the asker, and about whom nobody has asked what was missing.
    asked_back: tuple[AskedBack, ...] = ()
    #: What those who gave these children something today said of it.
    words: tuple[Word, ...] = ()
    #: Children of whose care the asker was told.
    care: tuple[ToldOfCare, ...] = ()
    #: What EHC plans say these children are given.
    owed: tuple[OwedChild, ...] = ()

    @property
    def pupil_ids(self) -> dict[School, list[UUID]]:
        """Every child on the page, by school."""
        found: dict[School, list[UUID]] = defaultdict(list)
        for group in self.classes:
            found[group.school] += [child.id for child in group.children]
        for each in (*self.alerts, *self.care):
            if each.pupil_id not in found[each.school]:
                found[each.school].append(each.pupil_id)
        return found

    @property
    def number(self) -> int:
        """How many children with needs."""
        return sum(len(group.children) for group in self.classes)


def my_class(access: Access, *, everyone: bool = False) -> MyClass:
    """Children whom the asker works with; `everyone`: those without SEN too. Five statements."""
    schools = {s.pk: s for s in access.schools if access.can(Permission.VIEW_NEEDS, s)}
    rows = tell_apart(_children(access, schools))
    by_class: dict[tuple, list] = defaultdict(list)
    for row in rows:
        by_class[row.school_id, row.year_order, row.class_name or ""].append(row)
    classes = tuple(
        ClassList(
            name=_class_words(group[0]),
            school=schools[school_id],
            children=tuple(
                _child(row, schools[school_id]) for row in group if everyone or row.status
            ),
            size=len(group),
            group_id=group[0].class_group_id,
        )
        for (school_id, _, _), group in sorted(by_class.items(), key=lambda item: str(item[0]))
    )
    named = {row.pk: row for row in rows}
    names = {pk: row.full_name for pk, row in named.items()}
    reviews, marks, told, owed = read_rows(
        _reviews(access, schools, names),
        words_on(access, schools, names, access.today),
        minimal_rows(access, names),
        owed_rows(access, schools, names),
    )
    return MyClass(
        classes,
        tuple(_meetings(reviews, schools, names)),
        tuple(_alerts(access, schools, named)),
        tuple(_to_read(access, schools, named)),
        tuple(changed_passports(access, schools, names)),
        tuple(asked_of_me(access)),
        tuple(asked_back(access, names)),
        tuple(words_of(marks, names)),
        tuple(
            ToldOfCare(schools[line.school_id], line.pupil_id, names[line.pupil_id], line)
            for line in minimal_lines_of(told)
        ),
        tuple(owed_children(owed, schools, names)),
    )


def _alerts(access: Access, schools: dict, named: dict[UUID, Pupil]):
    found = alerts_of(schools.values(), named, today=access.today)
    for pk, row in named.items():
        if pk in found:
            yield ChildAlerts(schools[row.school_id], pk, row.full_name, found[pk])


def _to_read(access: Access, schools: dict, named: dict[UUID, Pupil]):
    plans = SafetyPlan.objects.filter(school__in=schools, pupil__in=list(named), version__gt=0)
    for plan in plan_lines(access, plans):
        row = named[plan.pupil_id]
        if plan.is_unread:
            yield _ask(schools[row.school_id], row, plan.label.lower(), "safety_plan", plan.id)
    for pupil_id in unread_passports(access, schools, named):
        row = named[pupil_id]
        yield _ask(schools[row.school_id], row, "passport", "child_passport")


def _ask(school: School, row: Pupil, label: str, page: str, *args: UUID) -> ToRead:
    url = reverse(page, args=[school.slug, row.pk, *args])
    return ToRead(school, row.pk, row.full_name, label, url)


def _children(access: Access, schools: dict):
    needs = Need.objects.filter(
        school_id=OuterRef("school_id"), pupil_id=OuterRef("pk"), ended_on=None
    )
    pupils = (
        with_status(Pupil.objects.visible_to(access).filter(school__in=schools), access.today)
        .on_roll(access.today)
        .annotate(
            status=F("period__status"),
            class_name=F("class_group__name"),
            passport=Subquery(
                Passport.objects.filter(
                    school_id=OuterRef("school_id"), pupil_id=OuterRef("pk")
                ).values("state")
            ),
            open_needs=ArraySubquery(
                needs.order_by("rank").values(
                    data=JSONObject(need_type="need_type", in_words="in_words")
                )
            ),
        )
        .in_register_order()
    )
    for row in pupils:
        row.year_order = YEAR_GROUP_ORDER.get(row.year_group, 99)
        yield row


def _child(row: Pupil, school: School) -> ClassChild:
    return ClassChild(
        id=row.pk,
        school=school,
        name=row.full_name,
        class_name=row.class_name or "",
        status=status_words(row.status),
        passport=row.passport or "",
        needs=tuple(NeedWords(need_words(n["need_type"]), n["in_words"]) for n in row.open_needs),
    )


def _class_words(row: Pupil) -> str:
    year = YEAR_GROUP_LABELS.get(row.year_group, row.year_group)
    return f"{row.class_name}, {year}" if row.class_name else year


def _reviews(access: Access, schools: dict, named: dict[UUID, str]):
    return (
        AnnualReview.objects.filter(
            school__in=schools,
            is_held=False,
            plan__pupil__in=list(named),
            meeting_on__range=(access.today, access.today + AHEAD),
        )
        .order_by("meeting_on")
        .values_list("school_id", "plan__pupil_id", "meeting_on", "advice_sent_on")
    )


def _meetings(reviews, schools: dict, named: dict[UUID, str]):
    for school_id, pupil_id, meeting_on, advice_sent_on in reviews:
        yield ComingMeeting(
            school=schools[school_id],
            pupil_id=pupil_id,
            name=named[pupil_id],
            meeting_on=meeting_on,
            advice_by=weeks_before(meeting_on, 2),
            is_advice_out=advice_sent_on is not None,
        )

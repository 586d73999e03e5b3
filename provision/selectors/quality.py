"""A half-term's sample: what can be drawn, how far it is, a paper beside its checklist."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, Max, OuterRef, QuerySet, Subquery

from aylsham.access.current import Access
from aylsham.access.roles import ROLES, Reach
from aylsham.codes import YEAR_GROUP_LABELS, Sensitivity
from aylsham.models import School, User
from aylsham.school_calendar import SchoolCalendar
from aylsham.together import Reads, read
from provision.codes import CycleState
from provision.models import Cycle, CycleTarget, CycleText, Place, SampledPaper, SessionMark, Target
from provision.provision_codes import ProvisionState
from provision.quality_codes import Mark, SampleKind, SampleState
from provision.rules.checklists import Pattern, Point, patterns, points_of
from provision.rules.sampling import FIRST_LOOK, Paper
from pupils.codes import PassportState
from pupils.models import ClassAdult, Passport, PassportText, Pupil, Strategy
from pupils.models.roll import tell_apart
from pupils.selectors.adults import adults_at
from pupils.selectors.concerns.classrooms import LEADS

#: A break of so many days begins another half-term.
BREAK_DAYS = 7
#: Papers of a first draw, and how many each further draw adds.
FIRST, MORE = 6, 3
#: Where the school's terms are not known, half-terms begin with these months.
MONTHS = (1, 3, 4, 6, 9, 11)
#: Sessions that are shown beside a checklist.
SHOWN = 12


@dataclass(frozen=True)
class SampleLine:
    """A paper of the sample in the queue."""

    paper: SampledPaper
    pupil: Pupil

    @property
    def year(self) -> str:
        return YEAR_GROUP_LABELS.get(self.paper.year_group, self.paper.year_group)

    @property
    def why(self) -> str:
        """Why it was drawn, where that says something: when it was looked at last."""
        return "" if self.paper.because == FIRST_LOOK else self.paper.because


@dataclass(frozen=True)
class QualityQueue:
    """The half-term's sample of the asker's year groups, and what is often weak in each."""

    half_term_on: dt.date
    years: frozenset[str]
    lines: tuple[SampleLine, ...]
    patterns: tuple[Pattern, ...]

    @property
    def tells_why(self) -> bool:
        """Whether any of them was looked at before."""
        return any(line.why for line in self.lines)

    @property
    def often_weak(self) -> list[tuple[str, str, Pattern]]:
        """What could often be better: year group and kind of paper in words."""
        return [
            (YEAR_GROUP_LABELS.get(each.year, each.year), SampleKind(each.kind).label, each)
            for each in self.patterns
        ]

    def count(self, state: str) -> int:
        """Papers in a state of SampleState."""
        return sum(line.paper.state == state for line in self.lines)

    @property
    def draws_upto(self) -> int:
        """How many papers the half-term has after the next draw."""
        drawn = len(self.lines) - self.count(SampleState.LEFT_OUT)
        return drawn + MORE if self.lines else FIRST

    @property
    def progress(self) -> list[tuple[str, int, int]]:
        """By year group: its name, papers looked at, papers drawn."""
        drawn = Counter(
            line.year for line in self.lines if line.paper.state != SampleState.LEFT_OUT
        )
        looked = Counter(line.year for line in self.lines if line.paper.looked_on)
        return [(year, looked[year], n) for year, n in sorted(drawn.items())]

    @property
    def pupil_ids(self) -> list[UUID]:
        return list(dict.fromkeys(line.pupil.pk for line in self.lines))


@dataclass(frozen=True)
class Words:
    """A heading with what stands under it in the paper."""

    heading: str
    text: str


@dataclass(frozen=True)
class Look:
    """A paper beside its checklist: its words, and each point with what was found."""

    paper: SampledPaper
    words: tuple[Words, ...]
    points: tuple[tuple[Point, str], ...]


def half_term_of(calendar: SchoolCalendar, on: dt.date) -> dt.date:
    """The first day of the half-term that a day lies in."""
    begun = [c.reopens for c in calendar.closures(at_least=BREAK_DAYS) if c.reopens <= on]
    if begun:
        return max(begun)
    month = max((m for m in MONTHS if m <= on.month), default=MONTHS[0])
    return on.replace(month=month, day=1)


def years_of(access: Access, school: School) -> frozenset[str]:
    """The year groups that the asker leads; empty: all of the school."""
    at = access.by_school[school.pk]
    return frozenset() if at.reach == Reach.WHOLE_SCHOOL else at.year_groups


def quality_queue(access: Access, school: School, half_term_on: dt.date) -> QualityQueue:
    """The sample of the asker's children; one statement."""
    return read(quality_read(access, school, half_term_on))


def quality_read(access: Access, school: School, half_term_on: dt.date) -> Reads[QualityQueue]:
    """The same, to go with other reads."""
    years = years_of(access, school)
    seen = Pupil.objects.visible_to(access).filter(school=school)
    rows = SampledPaper.objects.filter(school=school, pupil__in=seen.values("pk"))
    if years:
        rows = rows.filter(year_group__in=years)
    looks = rows.exclude(looked_on=None).order_by("year_group", "pk")
    papers, looked = yield [
        rows.filter(half_term_on=half_term_on).select_related("pupil", "teacher"),
        looks.values_list("year_group", "kind", "checklist", "marks"),
    ]
    tell_apart(paper.pupil for paper in papers)
    found = patterns(looked)
    order = [SampleState.ANSWERED, SampleState.DRAWN, SampleState.TOLD, SampleState.CLOSED]
    order.append(SampleState.LEFT_OUT)
    papers.sort(key=lambda each: (order.index(SampleState(each.state)), each.pk))
    lines = tuple(SampleLine(paper, paper.pupil) for paper in papers)
    return QualityQueue(half_term_on, years, lines, tuple(found))


def paper_of(pupil: Pupil, pk: UUID) -> SampledPaper | None:
    """One sampled paper of this child."""
    rows = SampledPaper.objects.filter(school_id=pupil.school_id, pupil=pupil, pk=pk)
    found = rows.select_related("teacher", "looked_by", "improved_by", "closed_by").first()
    if found:
        found.pupil, found.school = pupil, pupil.school
    return found


def sampled_rows(school: School, ids: Iterable[UUID]) -> QuerySet[SampledPaper]:
    """Papers of the sample with who hears of them, to be read together with something else."""
    rows = SampledPaper.objects.filter(school=school, pk__in=list(ids))
    return rows.select_related("teacher")


def hearers(access: Access, pupil: Pupil) -> list[User]:
    """Who can be told of a child's paper: its class's adults, and those of the whole school."""
    on = access.today
    class_adults = ClassAdult.objects.filter(
        school_id=pupil.school_id,
        class_group_id=pupil.class_group_id,
        starts_on__lte=on,
        user__is_active=True,
    ).exclude(ends_on__lt=on)
    found = [row.user for row in class_adults.select_related("user").order_by("user__name", "pk")]
    roles = [role for role, rule in ROLES.items() if rule.reach == Reach.WHOLE_SCHOOL]
    found += [adult.user for adult in adults_at(access.school, today=on, roles=roles)]
    return list({user.pk: user for user in found}.values())


def look_of(access: Access, paper: SampledPaper) -> Look:
    """The paper's words as far as the asker may read them; at most two statements."""
    points = points_of(paper.checklist, paper.kind)
    found = tuple(
        (p, Mark(paper.marks[p.key]).label if p.key in paper.marks else "") for p in points
    )
    return Look(paper, tuple(_WORDS[SampleKind(paper.kind)](access, paper)), found)


def papers_of(school: School, years: frozenset[str], on: dt.date) -> dict[Paper, UUID]:
    """What can be drawn, with the child of each; four statements."""
    seen = dict(
        SampledPaper.objects.filter(school=school)
        .exclude(looked_on=None)
        .order_by()
        .values_list("subject_id")
        .annotate(last=Max("looked_on"))
    )
    return {
        Paper(str(key), kind, str(teacher or ""), year, seen.get(key)): pupil
        for kind, rows in _drawable(school, years, on)
        for key, pupil, year, teacher in rows
    }


def _drawable(school: School, years: frozenset[str], on: dt.date):
    pupils = Pupil.objects.filter(school=school).on_roll(on)
    here = (pupils.filter(year_group__in=years) if years else pupils).values("pk")
    mine = {"school": school, "pupil__in": here}
    lead = ClassAdult.objects.filter(
        school_id=OuterRef("school_id"),
        class_group_id=OuterRef("pupil__class_group_id"),
        role__in=LEADS,
        starts_on__lte=on,
        user__is_active=True,
    ).exclude(ends_on__lt=on)
    teacher = Subquery(lead.order_by("starts_on", "pk").values("user_id")[:1])
    child = ("pk", "pupil_id", "pupil__year_group")
    plans = Cycle.objects.filter(state=CycleState.RUNNING, **mine)
    yield SampleKind.PLAN, plans.order_by("pk").values_list(*child, "lead_id")
    passports = Passport.objects.filter(state=PassportState.PUBLISHED, **mine)
    yield (
        SampleKind.PASSPORT,
        passports.annotate(who=teacher).order_by("pk").values_list(*child, "who"),
    )
    places = Place.objects.filter(
        **mine, starts_on__lte=on, ends_on__gte=on, provision__is_confidential=False
    ).exclude(provision__state=ProvisionState.DRAFT)
    yield SampleKind.SESSION, places.order_by("pk").values_list(*child, "provision__staff_id")


def _plan(access: Access, paper: SampledPaper):
    texts = CycleText.objects.filter(school_id=paper.school_id, cycle=paper.subject_id)
    readable = Target.objects.filter(school_id=paper.school_id).readable_by(access)
    parts = CycleTarget.objects.filter(
        school_id=paper.school_id, cycle=paper.subject_id, target__in=readable
    ).select_related("target")
    for part in parts:
        yield Words("Target", part.target.text)
    rows = list(texts.readable_by(access).exclude(text="").select_related("cycle"))
    for row in rows:
        section = row.cycle.section(row.section)
        yield Words(section.title if section else row.section, row.text)


def _passport(access: Access, paper: SampledPaper):
    mine = {"school_id": paper.school_id, "sensitivity": Sensitivity.EVERYONE}
    texts = PassportText.objects.filter(passport=paper.subject_id, **mine).exclude(text="")
    for row in texts.order_by("part"):
        yield Words(row.get_part_display(), row.text)
    helps = Strategy.objects.filter(pupil=paper.pupil_id, ended_on=None, **mine).exclude(text="")
    for row in helps.order_by("pk"):
        yield Words("What helps", row.text)


def _session(access: Access, paper: SampledPaper):
    place = Place.objects.filter(school_id=paper.school_id, pk=paper.subject_id)
    [(name, a_week, minutes)] = place.values_list(
        "provision__name", "provision__sessions_a_week", "provision__minutes"
    ) or [("", 0, 0)]
    yield Words("Planned", f"{name}: {a_week} a week, {minutes} minutes")
    marks = SessionMark.objects.filter(
        school_id=paper.school_id,
        pupil=paper.pupil_id,
        log__session__provision__places=paper.subject_id,
    ).annotate(on=F("log__session__on"))
    for mark in marks.order_by("-on", "-pk")[:SHOWN]:
        said = [mark.get_came_display(), mark.get_reason_display() if mark.reason else ""]
        told = ". ".join(filter(None, [*said, mark.measure, mark.word]))
        yield Words(f"{mark.on:%a %-d %b}", told)


_WORDS = {
    SampleKind.PLAN: _plan,
    SampleKind.PASSPORT: _passport,
    SampleKind.SESSION: _session,
}

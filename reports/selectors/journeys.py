"""What the record knows of a child's journey, read as somebody reads it who may read little."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from uuid import UUID

from django.db.models import Count

from aylsham.access.current import Access
from aylsham.codes import Sensitivity
from provision.codes import CycleState
from provision.models import Cycle, CycleTarget, EntryExit, Outcome, Place, Promise
from provision.provision_codes import FundingStream, PromiseSource, ProvisionState
from provision.rules.impact import Scores
from provision.rules.measures import known_tests, score_words
from provision.selectors.impact.runs import term_of
from provision.selectors.ledgers import books_of
from pupils.codes import AreaOfNeed, StatusReason
from pupils.models import AttendanceFigure, Need, Pupil, StatusPeriod
from pupils.selectors.identity import Child
from pupils.words import area_words, status_words
from reports.journey import Hours, Journey, ScoredTwice

#: School years of provision and tests that are told.
YEARS_BACK = 2
#: Why a child came on the register, where it says nothing of where the child was before.
_TOLD = (StatusReason.CONCERN, StatusReason.ASSESSMENT)


def journey_of(access: Access, child: Child, *, is_named: bool) -> Journey:
    """A child's journey; nothing of care, child protection or what is marked sensitive."""
    own = {"school": child.school, "pupil": child.pupil}
    levels = list(StatusPeriod.objects.filter(**own).order_by("starts_on"))
    places = _places(child)
    judged = _judged(child)
    running = Cycle.objects.filter(**own, state=CycleState.RUNNING).order_by("-number").first()
    promises = _promises(child)
    return Journey(
        name=child.pupil.known_as,
        is_named=is_named,
        today=access.today,
        year_group=child.pupil.year_group,
        levels=tuple((status_words(row.status), row.starts_on) for row in levels),
        areas=_areas(child),
        reason=next((_reason(row) for row in levels), ""),
        by_plan=promises.get(PromiseSource.EHCP, 0),
        by_us=promises.get(PromiseSource.OURS, 0) + promises.get(PromiseSource.SUPPORT, 0),
        given=_items(places),
        has_more=bool(places),
        hours=tuple(_hours(child, places)),
        judged=len(judged),
        met=sum(score >= 0 for score in judged),
        tests=tuple(_tests(places)),
        attendance=_attendance(child),
        outcomes=Outcome.objects.filter(
            **own, ended_on=None, sensitivity=Sensitivity.EVERYONE
        ).count(),
        review_on=running.review_on if running and running.review_on > access.today else None,
    )


def alike(child: Child) -> int:
    """Children of the same year group on roll at the same level: among so few one is recognised."""
    rows = Pupil.objects.filter(school=child.school, year_group=child.pupil.year_group)
    same = StatusPeriod.objects.filter(school=child.school, ends_on=None, status=child.status)
    return rows.on_roll(child.today).filter(pk__in=same.values("pupil_id")).count()


def _reason(row: StatusPeriod) -> str:
    return StatusReason(row.reason).label if row.reason in _TOLD else ""


def _areas(child: Child) -> dict[str, int]:
    """Areas of the child's needs, with the children on roll who have one in each."""
    here = Pupil.objects.filter(school=child.school).matched().on_roll(child.today)
    rows = Need.objects.filter(school=child.school, ended_on=None, pupil__in=here)
    children: dict[str, set[UUID]] = defaultdict(set)
    for pk, need_type in rows.order_by().values_list("pupil_id", "need_type"):
        children[area_words(need_type)].add(pk)
    mine = dict.fromkeys(need.area for need in child.needs)
    return {area: len(children[area]) for area in mine if area and area != AreaOfNeed.OTHER.label}


def _places(child: Child) -> list[Place]:
    """The child's part in provision that is not confidential, nor paid for care."""
    since = dt.date(child.today.year - YEARS_BACK, 9, 1)
    rows = Place.objects.filter(
        school=child.school,
        pupil=child.pupil,
        starts_on__lte=child.today,
        ends_on__gte=since,
        provision__is_confidential=False,
    ).exclude(provision__state=ProvisionState.DRAFT)
    rows = rows.exclude(provision__funding=FundingStream.PREMIUM_PLUS)
    found = rows.select_related("provision__own_item", "provision__shared_item")
    return list(found.order_by("provision__starts_on", "pk"))


def _items(places: Iterable[Place]) -> tuple[str, ...]:
    """Names of the catalogue alone: what somebody called a group could say a child's."""
    items = (place.provision.own_item or place.provision.shared_item for place in places)
    return tuple(dict.fromkeys(item.name for item in items if item))


def _hours(child: Child, places: list[Place]) -> Iterable[Hours]:
    """Minutes by term, of the weeks until today."""
    if not places:
        return
    since = dt.date(child.today.year - YEARS_BACK, 9, 1)
    ids = {place.provision_id for place in places}
    books = books_of(child.school, ids, today=child.today, since=since, pupil=child.pupil.pk)
    sums: dict[tuple, list] = {}
    for place in places:
        for week in books.ledger(place.provision, place).weeks:
            row = sums.setdefault(term_of(week.monday), [week.monday, 0, 0])
            row[0] = min(row[0], week.monday)
            row[1] += week.planned
            row[2] += week.delivered
    for monday, planned, given in sorted(sums.values()):
        yield Hours(monday, planned, given)


def _judged(child: Child) -> list[int]:
    """Scores of targets in reviews that are over, the newest of each target."""
    rows = CycleTarget.objects.filter(
        school=child.school,
        cycle__pupil=child.pupil,
        cycle__state=CycleState.CLOSED,
        score__isnull=False,
        target__sensitivity=Sensitivity.EVERYONE,
    ).order_by("cycle__number")
    rows = rows.exclude(target__outcome__sensitivity__gt=Sensitivity.EVERYONE)
    return list(dict(rows.values_list("target_id", "score")).values())


def _promises(child: Child) -> dict[str, int]:
    rows = Promise.objects.filter(
        school=child.school, pupil=child.pupil, sensitivity=Sensitivity.EVERYONE
    ).exclude(source=PromiseSource.PEP)
    return dict(rows.order_by().values_list("source").annotate(n=Count("pk")))


def _tests(places: list[Place]) -> Iterable[ScoredTwice]:
    rows = EntryExit.objects.filter(
        school__in={place.school_id for place in places},
        place__in=[place.pk for place in places],
        entry__isnull=False,
        exit__isnull=False,
    ).select_related("own_test")
    for row in rows.order_by("entry_on", "pk"):
        test = row.own_test or known_tests().get(row.known_test)
        if test is None:
            continue
        kind, step = Scores(row.scores), _sign(row.exit - row.entry)
        yield ScoredTwice(
            what=test.measures[:1].upper() + test.measures[1:],
            entry=score_words(row.entry, kind),
            exit=score_words(row.exit, kind),
            change=-step if test.lower_is_better else step,
        )


def _sign(change: Decimal) -> int:
    return (change > 0) - (change < 0)


def _attendance(child: Child) -> tuple[tuple[dt.date, Decimal], ...]:
    rows = AttendanceFigure.objects.filter(school=child.school, pupil=child.pupil)
    return tuple(rows.order_by("as_of").values_list("as_of", "percent"))

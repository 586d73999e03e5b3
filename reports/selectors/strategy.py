"""The inclusion strategy of a school: what is there, and what is missing by heading."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.changes import version_of
from aylsham.codes import Phase
from aylsham.dates import academic_year
from aylsham.models import School
from reports.codes import Duty
from reports.models import (
    InclusionStrategy,
    Publication,
    StrategyActivity,
    StrategyBarrier,
    StrategyOutcome,
)
from reports.publication_codes import OPEN
from reports.selectors.child_names import names_of_children_in
from reports.selectors.strategy_sources import Offer, areas_of_need, offers
from reports.strategy_codes import BARRIER_WORDS, MOST_INTENT_WORDS, PRINCIPLES, year_words

#: What an edit of an activity starts from.
ACTIVITY_FIELDS = (
    "year",
    "what",
    "reach",
    "barriers",
    "principles",
    "pence",
    "fund_pence",
    "funding",
)
Row = StrategyBarrier | StrategyActivity | StrategyOutcome


@dataclass(frozen=True)
class Strategy:
    """Everything that a school has written down for a year of its strategy."""

    frame: InclusionStrategy | None
    year: int
    barriers: tuple[StrategyBarrier, ...]
    activities: tuple[StrategyActivity, ...]
    outcomes: tuple[StrategyOutcome, ...]

    @property
    def pence(self) -> int:
        """What all activities of the year cost, as far as it is known."""
        return sum(each.pence or 0 for each in self.activities)

    @property
    def fund_pence(self) -> int:
        """Of it from the inclusive mainstream fund."""
        return sum(each.fund_pence for each in self.activities)

    @property
    def left_of_fund(self) -> int | None:
        """Pence of the fund that no activity uses, below nothing where they use more."""
        if self.frame is None or self.frame.fund_pence is None:
            return None
        return self.frame.fund_pence - self.fund_pence

    @property
    def is_first_year(self) -> bool:
        return self.frame is None or self.year == self.frame.first_year


@dataclass(frozen=True)
class Gap:
    """Something that the strategy still lacks, under the heading where it belongs."""

    place: str  # the anchor on the page
    words: str


@dataclass(frozen=True)
class ActivityLine:
    """An activity as the page shows it."""

    activity: StrategyActivity
    principles: tuple[str, ...]
    funding: tuple[str, ...]
    #: What the map says now, where that is no longer what was taken.
    now_pence: int | None

    @property
    def version(self) -> str:
        """What a step on the page starts from."""
        return version_of(self.activity, ACTIVITY_FIELDS)


@dataclass(frozen=True)
class PrincipleLine:
    """A principle, and how many activities of the year stand for it."""

    name: str
    count: int


@dataclass(frozen=True)
class StrategyPage:
    """The strategy with what is missing, and what the asker may do."""

    strategy: Strategy
    lines: tuple[ActivityLine, ...]
    gaps: tuple[Gap, ...]
    names: tuple[str, ...]
    may_take: bool
    is_asked: bool
    draft: Publication | None

    @property
    def year(self) -> str:
        return year_words(self.strategy.year)

    @property
    def years(self) -> str:
        """From its first to its last academic year."""
        frame = self.strategy.frame
        return " to ".join(map(year_words, sorted({frame.first_year, frame.last_year})))

    @property
    def over_fund(self) -> int:
        """Pence that the activities use above the fund."""
        return max(0, -(self.strategy.left_of_fund or 0))

    @property
    def principles(self) -> list[PrincipleLine]:
        """Each principle in its order."""
        activities = self.strategy.activities
        return [
            PrincipleLine(name, sum(code in each.principles for each in activities))
            for code, name in PRINCIPLES.items()
        ]


def strategy_page(access: Access, school: School) -> StrategyPage:
    """Everything on its page, for whoever prepares it; twelve statements at most."""
    strategy = strategy_of(school, access.today)
    may_take = access.can(Permission.VIEW_COSTS)
    now = {each.source: each.pence for each in _offers(strategy, school)} if may_take else {}
    draft = newest_words(school)
    return StrategyPage(
        strategy=strategy,
        lines=tuple(_line(each, now) for each in strategy.activities),
        gaps=tuple(gaps(strategy, draft.words if draft else {})),
        names=names_of_children_in(school.pk, words_of(strategy)),
        may_take=may_take,
        is_asked=is_asked_of(school),
        draft=draft if draft and draft.state in OPEN else None,
    )


def strategy_of(school: School, today: dt.date) -> Strategy:
    """What is written down for the strategy's year; four statements."""
    frame = InclusionStrategy.objects.filter(school=school).first()
    year = academic_year(today)
    if frame:
        year = min(max(year, frame.first_year), frame.last_year)
    return Strategy(
        frame=frame,
        year=year,
        barriers=tuple(StrategyBarrier.objects.filter(school=school)),
        activities=tuple(StrategyActivity.objects.filter(school=school, year=year)),
        outcomes=tuple(StrategyOutcome.objects.filter(school=school)),
    )


def row_of(model: type[Row], school: School, pk: UUID) -> Row | None:
    """One row of the school's strategy."""
    return model.objects.filter(school=school, pk=pk).first()


def newest_words(school: School) -> Publication | None:
    """The document that is being written, or was written last."""
    return Publication.objects.filter(school=school, kind=Duty.INCLUSION_STRATEGY).first()


def is_asked_of(school: School) -> bool:
    """The fund is for children of 5 to 16: a nursery is not caught (SUP-11)."""
    return school.phase != Phase.NURSERY


def to_take(school: School, strategy: Strategy) -> tuple[list[Offer], list[str]]:
    """Activities and areas of need that the record offers and the strategy has not."""
    taken = {each.source for each in strategy.activities}
    known = {each.area for each in strategy.barriers} | {each.what for each in strategy.barriers}
    areas = [a for a in areas_of_need(school) if not {a, BARRIER_WORDS[a]} & known]
    return [each for each in offers(school, strategy.year) if each.source not in taken], areas


def words_of(strategy: Strategy) -> list[str]:
    """Everything that somebody wrote in these rows."""
    return [
        *(each.what for each in (*strategy.barriers, *strategy.activities)),
        *(words for each in strategy.outcomes for words in (each.what, each.success)),
    ]


def gaps(strategy: Strategy, words: Mapping[str, str]) -> Iterable[Gap]:
    """What the strategy lacks, heading by heading in the order of the document."""
    yield from _gaps_of_frame(strategy)
    count = len(words.get("intent", "").split())
    if count > MOST_INTENT_WORDS:
        text = f"The statement of intent has {count} words: at most {MOST_INTENT_WORDS}."
        yield Gap("years", text)
    addressed = {number for each in strategy.activities for number in each.barriers}
    if not strategy.barriers:
        yield Gap("barriers", "There is no barrier yet.")
    for barrier in strategy.barriers:
        if barrier.number not in addressed:
            yield Gap("barriers", f"Barrier {barrier.number} has no activity.")
    yield from _gaps_of_activities(strategy)
    if not strategy.outcomes:
        yield Gap("outcomes", "There is no intended outcome yet.")
    if not strategy.is_first_year and not words.get("review", "").strip():
        yield Gap("years", "The review of the year before is not written yet.")


def _gaps_of_frame(strategy: Strategy) -> Iterable[Gap]:
    frame = strategy.frame
    if frame is None:
        yield Gap("years", "Say for which years it is, and who authorises it.")
        return
    if not frame.authorised_by:
        yield Gap("years", "Say who authorises it.")
    if frame.review_on is None:
        yield Gap("years", "Say when it is reviewed.")


def _gaps_of_activities(strategy: Strategy) -> Iterable[Gap]:
    if not strategy.activities:
        text = f"There is no activity in {year_words(strategy.year)} yet."
        yield Gap("activities", text)
    for each in strategy.activities:
        if each.pence is None:
            yield Gap("activities", f"“{each.what}” has no cost yet.")
        if not each.barriers:
            yield Gap("activities", f"“{each.what}” addresses no barrier yet.")
    used = {code for each in strategy.activities for code in each.principles}
    for number, (code, name) in enumerate(PRINCIPLES.items(), start=1):
        if code not in used:
            yield Gap("principles", f"No activity for principle {number} yet: {name.lower()}.")


def _offers(strategy: Strategy, school: School) -> list[Offer]:
    is_linked = any(each.source for each in strategy.activities)
    return offers(school, strategy.year) if is_linked else []


def _line(activity: StrategyActivity, now: Mapping) -> ActivityLine:
    pence = now.get(activity.source)
    return ActivityLine(
        activity,
        tuple(PRINCIPLES.get(code, code) for code in activity.principles),
        funding_words(activity),
        pence if pence is not None and pence != activity.taken_pence else None,
    )


def funding_words(activity: StrategyActivity) -> tuple[str, ...]:
    """What pays for it, in words; the fund itself is told apart."""
    labels = dict(StrategyActivity._meta.get_field("funding").base_field.choices)
    return tuple(str(labels.get(code, code)) for code in activity.funding)

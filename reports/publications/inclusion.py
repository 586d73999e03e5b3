"""The inclusion strategy as a kind of document (inclusive mainstream fund conditions; SUP-11)."""

import datetime as dt
from collections.abc import Mapping

from aylsham.datewords import full_day_words
from aylsham.models import School
from provision.rules.money import in_pounds
from reports.codes import Duty
from reports.models import InclusionStrategy, StrategyActivity
from reports.publications.headings import Heading
from reports.publications.kind import Kind, Reading, Table
from reports.selectors.strategy import Strategy, funding_words, gaps, strategy_of
from reports.strategy_codes import PRINCIPLES, Reach, year_words

#: Which condition asks for a heading; known through products that fill the template.
ASKED = "fund conditions"
HEADINGS = (
    Heading(
        "opening",
        "How we include every child",
        ASKED,
        "How the school includes all children from its core budget, with the notional SEN budget "
        "and the inclusive mainstream fund.",
    ),
    Heading(
        "overview",
        "The strategy at a glance",
        ASKED,
        "Years, review and who authorises it: they are set on the strategy’s page.",
        is_from_record=True,
    ),
    Heading(
        "intent",
        "What we want for our children",
        ASKED,
        "At most 500 words, for parents and children: what you want to reach, how this strategy "
        "works towards it, how the seven principles are met, how families took part.",
    ),
    Heading(
        "principles",
        "The seven principles in our school",
        ASKED,
        "The table comes from the activities; say more where you wish.",
        is_from_record=True,
    ),
    Heading(
        "barriers",
        "What makes learning and taking part hard",
        ASKED,
        "The table comes from the barriers; say how you found them.",
        is_from_record=True,
    ),
    Heading(
        "activities",
        "What we do this year, and what it costs",
        ASKED,
        "The table comes from the activities of the year.",
        is_from_record=True,
    ),
    Heading(
        "outcomes",
        "What will be different",
        ASKED,
        "The table comes from the intended outcomes.",
        is_from_record=True,
    ),
    Heading(
        "review",
        "What came of the year before",
        ASKED,
        "What worked, what did not, what you changed. Not asked in the first year.",
        is_optional=True,
    ),
    Heading(
        "more",
        "What else to read",
        "our own",
        "The SEN information report, the accessibility plan, policies.",
        is_optional=True,
    ),
)


def read(school: School, today: dt.date) -> Reading:
    """What is written down for the strategy's year."""
    strategy = strategy_of(school, today)
    if strategy.frame is None:
        return Reading(_said(strategy))
    cover = _cover(strategy.frame)
    overview = Table("At a glance", ("What", "So it is"), cover)
    return Reading({**_said(strategy), "overview": [overview]}, cover)


def still_lacking(school: School, today: dt.date, words: Mapping[str, str]) -> tuple[str, ...]:
    """What keeps the draft from going to the head, besides empty headings."""
    return tuple(each.words for each in gaps(strategy_of(school, today), words))


def _cover(frame: InclusionStrategy) -> tuple[tuple[str, str], ...]:
    first, last = year_words(frame.first_year), year_words(frame.last_year)
    lines = [("Academic years" if first != last else "Academic year", first)]
    if first != last:
        lines = [("Academic years", f"{first} to {last}"), ("Reviewed", "every year")]
    if frame.review_on:
        lines.append(("Next review", full_day_words(frame.review_on)))
    if frame.authorised_by:
        lines.append(("Authorised by", frame.authorised_by))
    return tuple(lines)


def _said(strategy: Strategy) -> dict[str, list[str | Table]]:
    barriers = tuple((str(each.number), each.what) for each in strategy.barriers)
    outcomes = tuple((each.what, each.success) for each in strategy.outcomes)
    columns = ("Outcome", "How we will know")
    said: dict[str, list[str | Table]] = {
        "principles": _principles(strategy.activities),
        "activities": _activities(strategy),
    }
    if barriers:
        said["barriers"] = [Table("Barriers", ("No.", "Barrier"), barriers)]
    if outcomes:
        said["outcomes"] = [Table("Intended outcomes", columns, outcomes)]
    return said


def _principles(activities: tuple[StrategyActivity, ...]) -> list[str | Table]:
    rows = tuple(
        (name, "; ".join(each.what for each in activities if code in each.principles))
        for code, name in PRINCIPLES.items()
    )
    told = tuple(row for row in rows if row[1])
    return [Table("Principles and activities", ("Principle", "What we do"), told)] if told else []


def _activities(strategy: Strategy) -> list[str | Table]:
    if not strategy.activities:
        return []
    words = year_words(strategy.year)
    columns = ("Activity", "For whom", "Barriers", "Budgeted cost", "Paid from")
    table = Table(
        f"Activities in {words}", columns, tuple(_row(each) for each in strategy.activities)
    )
    total = f"All of it is budgeted at {in_pounds(strategy.pence)} in {words}"
    fund = strategy.fund_pence
    of_fund = f", of it {in_pounds(fund)} from the inclusive mainstream fund" if fund else ""
    return [f"{total}{of_fund}.", table]


def _row(activity: StrategyActivity) -> tuple[str, ...]:
    pence, fund = activity.pence, activity.fund_pence
    paid = [f"Inclusive mainstream fund {in_pounds(fund)}"] if fund else []
    return (
        activity.what,
        Reach(activity.reach).label.partition(":")[0],
        ", ".join(map(str, activity.barriers)),
        "not known yet" if pence is None else in_pounds(pence),
        "; ".join([*paid, *funding_words(activity)]),
    )


KIND = Kind(
    duty=Duty.INCLUSION_STRATEGY,
    headings=HEADINGS,
    read=read,
    still_lacking=still_lacking,
    tells_when_published=True,
    plural="Inclusion strategies",
    short="strategy",
    about="How the school includes every child, with what it costs: on the website by 31 December. "
    "It begins with the barriers, activities and outcomes; the head publishes it.",
    description="How the school includes every child: barriers, activities, costs and outcomes.",
    law="Conditions of the inclusive mainstream fund, 2026 to 2027.",
    next_due="If it covers several years, review it every year.",
    draft_note="It names no child.",
    asked_by="the fund’s template",
    record_page=("Barriers, activities, outcomes", "strategy"),
)

"""The inclusion strategy of the demonstration: taken from its record, completed, with the head."""

import datetime as dt

from aylsham.changes import version_of
from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from provision.provision_codes import FundingStream
from reports.codes import Duty
from reports.models import StrategyActivity, StrategyBarrier, StrategyOutcome
from reports.publications.kinds import KINDS
from reports.selectors.publications import mark_of_words
from reports.selectors.strategy import ACTIVITY_FIELDS
from reports.selectors.strategy_sources import areas_of_need, offers
from reports.services.publications import send_to_head, start_publication, write_words
from reports.services.strategy import add_row, change_row, set_frame, take_from_record

YEAR = 2026
#: Of what the record offers, so many activities, the dearest first.
MOST_TAKEN = 6
JOINING = "Clubs, trips and lunch are loud or hard to reach for some children, so they stay away."
FAMILIES = "Some families do not know whom to ask, or find letters and meetings hard."
#: What, for whom, pence, of it from the fund, paid from, principles, which of our own barriers.
ACTIVITIES = (
    (
        "The governor with oversight of SEND looks at this strategy with the SENDCo each term",
        "U",
        0,
        0,
        [],
        ["leadership"],
        (JOINING, FAMILIES),
    ),
    (
        "A place kept in every club, and an adult whom children know at three of them",
        "U",
        186_000,
        120_000,
        [FundingStream.CORE.value],
        ["enriching", "culture"],
        (JOINING,),
    ),
    (
        "A quiet room at lunch, with sound panels in the dining hall",
        "U",
        164_950,
        164_950,
        [],
        ["access", "culture"],
        (JOINING,),
    ),
    (
        "Coffee mornings each term, and letters home in plain words",
        "U",
        24_000,
        0,
        [FundingStream.CORE.value],
        ["families"],
        (FAMILIES,),
    ),
    (
        "Teachers plan one lesson a half-term together with the SENDCo, and try it in two classes",
        "U",
        92_000,
        60_000,
        [FundingStream.CORE.value],
        ["teaching", "early"],
        (),
    ),
)
OUTCOMES = (
    (
        "Children with SEN come to clubs and trips as often as all others",
        "The lists of clubs, counted each term, show no difference by July 2027",
    ),
    (
        "Help that does not work is noticed within a term",
        "Every intervention has a measure at its start and its end, and is talked through termly",
    ),
    (
        "Parents know whom to ask",
        "Nine in ten parents asked in the summer can say it without looking it up",
    ),
)
WORDS = {
    "opening": "Every child belongs in our classes. Good teaching is paid from the core budget; "
    "extra help comes from the notional SEN budget; the inclusive mainstream fund adds what lets "
    "more children learn and play together.",
    "intent": "We want every child to learn in their own class, to be safe and to have friends. "
    "We look early at what makes learning hard, change lessons and rooms first, and add help in "
    "small groups where that is not enough. Each of the seven principles has something that we do "
    "this year. The school council told us about lunch and clubs; parents told us at two coffee "
    "mornings which letters they do not understand. Both see what came of it in the summer.",
    "barriers": "We found them in the SEND register, in talks with children and at the coffee "
    "mornings.",
    "more": "Our SEN information report and our accessibility plan stand beside it.",
}


def load_strategy(school: School, people: dict[str, User]) -> None:
    """Complete, and with the head; deterministic."""
    by = people["sendco@demo.example"]
    with school_transaction(school):
        set_frame(
            school=school,
            version="new",
            by=by,
            first_year=YEAR,
            last_year=YEAR + 2,
            review_on=dt.date(2027, 7, 8),
            authorised_by="The governing body",
            fund_pence=900_000,
        )
        own = {what: _row(StrategyBarrier, school, by, what=what) for what in (JOINING, FAMILIES)}
        known = [each for each in offers(school, YEAR) if each.pence is not None]
        areas = areas_of_need(school)
        keys = [each.key for each in known[:MOST_TAKEN]]
        take_from_record(school=school, year=YEAR, keys=keys, areas=areas, by=by)
        _write_activities(school, by, own)
        for what, success in OUTCOMES:
            _row(StrategyOutcome, school, by, what=what, success=success)
        draft = start_publication(kind=KINDS[Duty.INCLUSION_STRATEGY], school=school, by=by)
        mark = mark_of_words(draft)
        send_to_head(
            publication=write_words(publication=draft, words=WORDS, version=mark, by=by), by=by
        )


def _write_activities(school: School, by: User, own: dict) -> None:
    """Our own activities; what is for all lessons addresses every barrier of the register."""
    every = StrategyBarrier.objects.filter(school=school)
    learning = [each.number for each in every if each.area]
    # What was taken and is for no area of need in particular helps with all of them.
    for row in StrategyActivity.objects.filter(school=school, barriers=[]):
        mark = version_of(row, ACTIVITY_FIELDS)
        change_row(row=row, version=mark, by=by, barriers=learning)
    for what, reach, pence, fund, funding, principles, barriers in ACTIVITIES:
        _row(
            StrategyActivity,
            school,
            by,
            year=YEAR,
            what=what,
            reach=reach,
            pence=pence,
            fund_pence=fund,
            funding=funding,
            principles=principles,
            barriers=[own[each].number for each in barriers] or learning,
        )


def _row(model, school: School, by: User, **values):
    return add_row(model=model, school=school, by=by, **values)

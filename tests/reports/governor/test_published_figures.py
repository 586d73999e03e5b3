"""Two reports cannot be subtracted: what is out already decides what the next may show."""

import pytest

from aylsham.suppression.counts import Counts, Sum, joined
from aylsham.suppression.differencing import Figure
from aylsham.suppression.protecting import protect
from aylsham.suppression.settings import SMALL
from reports.governor.counting import add_up, count_school
from reports.governor.linking import Owner, in_play, linked, system
from reports.selectors.governor import school_facts
from reports.selectors.governor_report import draft_of, figures_out
from reports.services.governor.publishing import withdraw_report
from tests.aylsham.suppression.solving import bounds
from tests.factories import TODAY, PupilFactory, member, put_on_register
from tests.reports.governor.makers import (
    AUTUMN,
    GOVERNORS,
    PUBLIC,
    add_children,
    counted,
    published,
    reportable,
)

pytestmark = pytest.mark.django_db


def shown(report) -> dict[str, int]:
    return {name: value for name, value in report.figures.items() if value is not None}


def name(school, plain: str) -> str:
    return f"{school.slug}/{plain}"


def test_a_small_number_is_never_in_the_register_of_figures():
    school = reportable(support=12, plans=3)
    add_children(school, support=2, others=20, year="5")
    figures = published(school, PUBLIC).figures
    assert figures[name(school, "E")] is None
    assert figures[name(school, "year:5")] is None
    for plain in ("year:4", "year:5", "K", "E"):
        value = figures[name(school, plain)]
        assert value is None or value >= SMALL


def test_governors_see_totals_and_no_small_group():
    school = reportable(support=12, plans=3)
    add_children(school, support=2, others=20, year="5")
    report = counted(school, GOVERNORS).report
    assert [line.count for line in report.levels] == [14, 3]
    assert [line.count for line in report.years] == [None, None]


def test_a_count_that_moved_by_one_since_it_was_shown_is_hidden():
    school = reportable(support=12, plans=6)
    add_children(school, support=6, others=20, year="5")
    first = published(school, PUBLIC)
    assert shown(first)[name(school, "year:5")] == 6
    put_on_register(PupilFactory(school=school, year_group="5"))
    assert counted(school, PUBLIC).figures[name(school, "year:5")] is None


def test_a_count_that_moved_by_five_may_be_shown_again():
    school = reportable(support=12, plans=6)
    add_children(school, support=6, others=20, year="5")
    published(school, PUBLIC)
    add_children(school, support=5, year="5")
    assert counted(school, PUBLIC).figures[name(school, "year:5")] == 11


def test_a_withdrawn_report_has_been_read_all_the_same():
    school = reportable(support=12, plans=6)
    add_children(school, support=6, others=20, year="5")
    withdraw_report(report=published(school, PUBLIC), reason="Wrong.", by=member(school))
    put_on_register(PupilFactory(school=school, year_group="5"))
    assert counted(school, PUBLIC).figures[name(school, "year:5")] is None


def test_what_governors_were_not_shown_is_shown_to_nobody():
    """A governor holds both reports: one must not show what the other hides."""
    school = reportable(support=12, plans=3)
    add_children(school, support=3, others=20, year="5")
    add_children(school, support=7, others=20, year="6")
    governors = published(school, GOVERNORS)
    public = counted(school, PUBLIC)
    hidden = {plain for plain, value in governors.figures.items() if value is None}
    assert not hidden & shown(public).keys()


def test_a_hidden_school_does_not_follow_from_the_federations_report():
    """The federation's totals and the other school's report together give nothing away."""
    one = reportable(support=12, plans=8)
    two = reportable(support=9, plans=3, federation=one.federation)
    first = published(one, PUBLIC)
    assert shown(first)[name(one, "E")] == 8
    whole = published(one.federation, PUBLIC)
    assert whole.figures["/E"] is None  # 11 less 8 would be 3
    second = counted(two, PUBLIC)
    assert second.figures[name(two, "E")] is None
    assert_nothing_follows([one, two], [first, whole, second])


def assert_nothing_follows(schools, reports) -> None:
    """An exact solver cannot pin a hidden count down below five from all of these reports."""
    counts = {s.slug: count_school(school_facts(s, AUTUMN, today=TODAY)) for s in schools}
    counts[""] = add_up(counts.values())
    everything = joined(linked(each, PUBLIC, Owner(slug)) for slug, each in counts.items())
    across = tuple(
        Sum(whole, tuple(f"{school.slug}{whole}" for school in schools))
        for whole in ("/K", "/E", "/register", "/none", "/roll")
    )
    puzzle = Counts(everything.values, (*everything.sums, *across))
    known = {n for report in reports for n in shown(report)}
    for school in schools:
        each = name(school, "E")
        if each not in known and everything.values[each] < SMALL:
            _, most = bounds(puzzle, frozenset(everything.values.keys() - known), each)
            assert most is None or most >= SMALL


def test_totals_of_an_earlier_term_stand_in_the_trend_under_that_term():
    school = reportable()
    report = published(school)
    spring = type(AUTUMN).parse("Spring 2027")
    found = {f.name: f.value for f in figures_out(school, spring, GOVERNORS)}
    assert found[name(school, "at:2026-autumn:K")] == report.figures[name(school, "K")]
    assert name(school, "year:4") not in found


def test_public_readers_are_not_told_by_what_governors_hold():
    """A figure that only governors have is no reason to show it to anybody."""
    school = reportable(support=12, plans=3)
    published(school, GOVERNORS)
    draft = draft_of(school, AUTUMN, PUBLIC, today=TODAY)
    assert draft.figures[name(school, "E")] is None


def test_only_reports_that_readers_hold_bring_other_schools_into_play():
    assert in_play("a", [Figure("b/K", 5)]) == {"a", "b"}
    assert in_play("a", [Figure("b/K", 5, is_readers=False)]) == {"a"}


def test_the_register_holds_every_count_of_the_report():
    school = reportable()
    counted_now = count_school(school_facts(school, AUTUMN, today=TODAY))
    found = system(school.slug, {school.slug: counted_now, "": add_up([counted_now])}, PUBLIC, [])
    figures = found.figures(protect(found.counts, found.known))
    assert {name(school, plain) for plain in ("roll", "register", "K", "E")} <= figures.keys()
    assert all(plain.startswith(f"{school.slug}/") for plain in figures)

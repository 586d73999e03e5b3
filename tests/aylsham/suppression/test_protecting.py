"""Small counts stay hidden, whatever a reader subtracts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aylsham.suppression.audience import Audience
from aylsham.suppression.counts import Counts, Known, Sum, holds
from aylsham.suppression.protecting import protect
from aylsham.suppression.settings import SMALL
from aylsham.suppression.shares import percent
from tests.aylsham.suppression.solving import bounds


def one_table(total: str = "total", /, *, is_open: bool = True, **parts: int) -> Counts:
    values = {total: sum(parts.values()), **parts}
    return Counts(values, (Sum(total, tuple(parts)),), frozenset({total} if is_open else ()))


class TestOneTable:
    def test_large_counts_are_shown(self):
        shown = protect(one_table(a=5, b=6))
        assert shown.hidden == frozenset()
        assert (shown["a"], shown["b"], shown["total"]) == (5, 6, 11)

    @pytest.mark.parametrize("count, is_shown", [(4, False), (5, True), (6, True)])
    def test_fewer_than_five_is_the_limit(self, count, is_shown):
        shown = protect(one_table(a=count, b=4, c=4))
        assert (shown["a"] is not None) is is_shown

    def test_one_small_count_takes_the_next_smallest_with_it(self):
        shown = protect(one_table(a=3, b=7, c=30))
        assert shown.hidden == {"a", "b"}
        assert shown["c"] == 30

    def test_two_small_counts_that_are_few_together_take_a_third(self):
        """1 + 1 = 2 would give both away; nobody may learn that a count is small."""
        assert protect(one_table(a=1, b=1, c=9, d=30)).hidden == {"a", "b", "c"}

    def test_two_small_counts_that_are_five_together_protect_each_other(self):
        assert protect(one_table(a=3, b=2, c=9)).hidden == {"a", "b"}

    def test_nobody_is_fewer_than_five_too(self):
        assert protect(one_table(a=0, b=7, c=9)).hidden == {"a", "b"}

    def test_a_total_is_hidden_for_anybody_and_shown_to_governors(self):
        public = Counts({"K": 40, "E": 2, "both": 42}, (Sum("both", ("K", "E")),))
        assert protect(public).hidden == {"K", "E"}
        governors = Counts(public.values, public.sums, frozenset(public.values))
        assert protect(governors).hidden == frozenset()

    def test_a_nursery_of_nine_shows_its_total_and_no_part(self):
        shown = protect(one_table("register", SLCN=4, SEMH=3, ASD=2, PD=0))
        assert shown.hidden == {"SLCN", "SEMH", "ASD", "PD"}
        assert shown["register"] == 9

    def test_a_total_of_nobody_has_nothing_to_protect(self):
        shown = protect(one_table(a=0, b=0))
        assert shown["total"] == 0
        assert shown.exposed == frozenset()

    def test_a_part_that_is_the_whole_cannot_be_kept_from_who_sees_the_whole(self):
        assert protect(one_table(a=3)).exposed == {"a"}


class TestLinkedTables:
    def test_the_same_whole_in_two_tables_keeps_both(self):
        counts = Counts(
            {"all": 30, "y3": 2, "y4": 13, "y5": 15, "CI": 20, "CL": 9, "SP": 1},
            (Sum("all", ("y3", "y4", "y5")), Sum("all", ("CI", "CL", "SP"))),
            frozenset({"all"}),
        )
        assert protect(counts).hidden == {"y3", "y4", "SP", "CL"}

    def test_a_hidden_need_hides_what_its_area_would_give_away(self):
        counts = Counts(
            {"all": 30, "CI": 21, "CL": 9, "SLCN": 20, "ASD": 1},
            (Sum("all", ("CI", "CL")), Sum("CI", ("SLCN", "ASD"))),
            frozenset({"all"}),
        )
        assert protect(counts).hidden == {"ASD", "SLCN"}

    def test_nothing_is_hidden_in_vain(self):
        counts = Counts(
            {"all": 39, "CI": 23, "S": 10, "CL": 5, "SP": 1, "SEMH": 10, "MLD": 5, "HI": 1, "PD": 0}
            | {"SLCN": 20, "ASD": 3},
            (
                Sum("all", ("CI", "S", "CL", "SP")),
                Sum("CI", ("SLCN", "ASD")),
                Sum("S", ("SEMH",)),
                Sum("CL", ("MLD",)),
                Sum("SP", ("HI", "PD")),
            ),
            frozenset({"all"}),
        )
        shown = protect(counts)
        assert shown.hidden == {"CI", "SLCN", "ASD", "SP", "HI", "PD"}


class TestOtherReports:
    def schools(self, **values: int) -> Counts:
        return Counts(
            {"all": sum(values.values()), **values}, (Sum("all", tuple(values)),), frozenset()
        )

    def test_what_was_hidden_stays_hidden_and_protected(self):
        """The federation's report is out; the second school's would give the first's away."""
        counts = self.schools(first=3, second=12)
        known = Known(shown=frozenset({"all"}), hidden=frozenset({"first"}))
        assert protect(counts, known).hidden == {"first", "second"}

    def test_a_third_school_that_is_still_unknown_protects_the_others(self):
        counts = self.schools(first=3, second=12, third=9)
        known = Known(shown=frozenset({"all"}), hidden=frozenset({"first", "third"}))
        assert protect(counts, known).hidden == {"first", "third"}

    def test_that_nobody_is_in_it_is_not_told_either(self):
        """The first school's count is out; the total would say that the second has nobody."""
        counts = self.schools(first=5, second=0)
        known = Known(shown=frozenset({"first"}), hidden=frozenset({"second"}))
        assert protect(counts, known).hidden == {"all", "second"}

    def test_what_others_have_given_away_already_is_named(self):
        counts = self.schools(first=3, second=12)
        known = Known(shown=frozenset({"all", "second"}), hidden=frozenset({"first"}))
        assert protect(counts, known).exposed == {"first"}

    def test_governors_hold_the_public_reports_too(self):
        assert Audience.GOVERNORS.reads == (Audience.GOVERNORS, Audience.PUBLIC)
        assert Audience.PUBLIC.reads == (Audience.PUBLIC,)


class TestPercentages:
    @pytest.mark.parametrize("base, expected", [(9, None), (10, 50.0), (11, 45.5)])
    def test_none_on_a_base_under_ten(self, base, expected):
        assert percent(5, base) == expected

    def test_halves_go_up(self):
        assert percent(57, 400) == 14.3  # 14.25

    def test_none_of_a_hidden_count_or_base(self):
        shown = protect(one_table("total", a=20, b=3, c=8))
        assert shown.percent("a", "total") == 64.5
        assert shown.percent("b", "total") is None
        assert shown.percent("a", "c") is None


counts_of_children = st.one_of(st.integers(0, 6), st.integers(0, 40))


@st.composite
def linked_tables(draw) -> Counts:
    """Roll, register, levels, years and needs in areas: as a report has them."""
    areas = draw(st.lists(st.lists(counts_of_children, min_size=1, max_size=3), max_size=4))
    values, sums, area_names = {}, [], []
    for i, needs in enumerate(areas):
        names = tuple(f"need{i}.{j}" for j in range(len(needs)))
        values |= dict(zip(names, needs, strict=True)) | {f"area{i}": sum(needs)}
        sums.append(Sum(f"area{i}", names))
        area_names.append(f"area{i}")
    register = sum(sum(needs) for needs in areas)
    values["register"] = register
    sums += [Sum("register", tuple(area_names))] if area_names else []
    for table in ("year", "level"):
        cuts = sorted(draw(st.lists(st.integers(0, register), max_size=3)))
        parts = [b - a for a, b in zip([0, *cuts], [*cuts, register], strict=True)]
        names = tuple(f"{table}{i}" for i in range(len(parts)))
        values |= dict(zip(names, parts, strict=True))
        sums.append(Sum("register", names))
    others = draw(st.integers(0, 200))
    values |= {"none": others, "roll": register + others}
    sums.append(Sum("roll", ("register", "none")))
    totals = {"register", "roll", "none", *(n for n in values if n.startswith("level"))}
    is_for_governors = draw(st.booleans())
    return Counts(values, tuple(sums), frozenset(totals if is_for_governors else ()))


class TestNobodyCanWorkItOut:
    @settings(max_examples=150)
    @given(linked_tables())
    def test_no_small_count_can_be_derived(self, counts):
        assert holds(counts)
        shown = protect(counts)
        small = {n for n, v in counts.values.items() if v < SMALL} - counts.open
        assert small <= shown.hidden
        for name in small - shown.exposed:
            ceiling = _most_by_shown_wholes(counts, shown.hidden, name)
            least, most = bounds(counts, shown.hidden, name)
            assert most is None or most >= min(SMALL, ceiling), (name, least, most)
            assert ceiling == 0 or most is None or least < most, (name, least, most)

    @settings(max_examples=150)
    @given(linked_tables())
    def test_only_a_part_that_is_a_whole_is_ever_given_away(self, counts):
        alone = {each.parts for each in counts.sums if len(each.parts) == 1}
        exposed = protect(counts).exposed
        assert not exposed or alone

    @settings(max_examples=100)
    @given(linked_tables())
    def test_the_order_of_names_and_sums_does_not_matter(self, counts):
        turned = Counts(
            dict(reversed(counts.values.items())), tuple(reversed(counts.sums)), counts.open
        )
        assert protect(turned).hidden == protect(counts).hidden

    @settings(max_examples=100)
    @given(linked_tables(), st.data())
    def test_a_later_report_gives_nothing_of_an_earlier_one_away(self, counts, data):
        """Half of it is out already; the rest must not open what was hidden then."""
        first = protect(counts)
        out = frozenset(data.draw(st.sets(st.sampled_from(sorted(counts.values)))))
        known = Known(shown=out - first.hidden, hidden=out & first.hidden)
        later = protect(counts, known)
        assert known.hidden <= later.hidden
        assert not later.hidden & known.shown
        for name in sorted(n for n in known.hidden if counts.values[n] < SMALL):
            if name not in later.exposed | first.exposed:
                least, most = bounds(counts, later.hidden, name)
                ceiling = _most_by_shown_wholes(counts, later.hidden, name)
                assert ceiling == 0 or most is None or least < most


def _most_by_shown_wholes(counts: Counts, hidden, name: str) -> int:
    """The smallest shown whole that contains it."""
    above, most = {name}, SMALL
    while above:
        wholes = {s.whole for s in counts.sums for part in s.parts if part in above}
        most = min([most, *(counts.values[w] for w in wholes if w not in hidden)])
        above = wholes & hidden
    return most

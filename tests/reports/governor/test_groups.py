"""Groups of children in a governor report: how they are counted, when they are printed, what is said."""

import datetime as dt
from dataclasses import replace

import pytest

from aylsham.codes import TermName
from aylsham.suppression.audience import Audience
from aylsham.suppression.counts import holds
from pupils.models import Pupil
from reports.governor.counting import add_up, count_school
from reports.governor.document import document_of
from reports.governor.facts import Child, SchoolFacts, Stay, Stretch, TermDays
from reports.governor.group_terms import GroupTerms, terms_of_groups
from reports.governor.group_words import lines_of_groups, say_groups, tables_of_groups
from reports.governor.linking import Owner, linked
from reports.governor.plain import plain_parts
from reports.governor.terms import TermKey
from reports.selectors.governor_groups import groups_of
from reports.selectors.governor_report import _as_of, mark_of_figures_out
from tests.factories import TODAY, PupilFactory
from tests.reports.attack.schools import random_school
from tests.reports.governor.makers import AUTUMN, GOVERNORS, PUBLIC, counted, published, reportable

A25, SP25, SU25 = (TermKey(2025, name) for name in TermName)
A26, SP26, _ = (TermKey(2026, name) for name in TermName)
DAYS = {
    SU25: TermDays(SU25, dt.date(2026, 4, 13), dt.date(2026, 7, 21)),
    A26: TermDays(A26, dt.date(2026, 9, 2), dt.date(2026, 12, 18)),
}
FIRST = dt.date(2024, 9, 3)


@pytest.mark.parametrize(
    ("printed", "key", "expected"),
    [
        ([], A26, GroupTerms()),
        ([SU25], A26, GroupTerms(before=SU25)),
        ([A25, SU25], A26, GroupTerms(before=SU25)),
        ([A26], A26, GroupTerms()),  # another audience, or the next version
        ([A26], SP26, GroupTerms(is_printed=False, elsewhere=A26)),
        ([SP26], A26, GroupTerms(is_printed=False, elsewhere=SP26)),
        ([A26], SU25, GroupTerms(is_printed=False, elsewhere=A26)),
    ],
)
def test_groups_are_printed_once_a_school_year_and_not_behind_a_later_report(
    printed, key, expected
):
    assert terms_of_groups(printed, key) == expected


def child(group: str, since: dt.date | None = None, until: dt.date | None = None) -> Child:
    stretches = (Stretch("K", since, until, "concern", "progress"),) if since else ()
    return Child("4", (Stay(FIRST, None),), stretches, groups=(f"Sex:{group}",))


def facts(*children: Child, groups: GroupTerms = GroupTerms(before=SU25)) -> SchoolFacts:  # noqa: B008
    return SchoolFacts(
        slug="river",
        name="River",
        phase="primary",
        terms=tuple(DAYS.values()),
        before_on=DAYS[SU25].counted_on,
        records_begin_on=FIRST,
        children=children,
        groups=groups,
    )


CAME, WENT = dt.date(2026, 10, 1), dt.date(2026, 10, 1)
SCHOOL = facts(
    child("Girl", FIRST),
    child("Girl", CAME),
    child("Girl"),
    child("Boy", FIRST, WENT),
    child("Boy"),
)


class TestCounting:
    def test_each_child_is_counted_in_its_group_now_and_since_then(self):
        counts = count_school(SCHOOL).counts
        assert (counts["group:Sex:Girl"], counts["group_roll:Sex:Girl"]) == (2, 3)
        assert (counts["group:Sex:Boy"], counts["group_roll:Sex:Boy"]) == (0, 2)
        assert (counts["group_come:Sex:Girl"], counts["group_gone:Sex:Boy"]) == (1, 1)
        assert (counts["group_before:Sex:Girl"], counts["group_before:Sex:Boy"]) == (1, 1)

    def test_nothing_is_counted_where_nothing_is_printed_or_guarded(self):
        for groups in (
            GroupTerms(is_printed=False, elsewhere=SU25),
            GroupTerms(before=A25),  # a term that is not in the trend
        ):
            counted_ = count_school(replace(SCHOOL, groups=groups))
            assert not counted_.names("group")
        late = replace(SCHOOL, records_begin_on=dt.date(2026, 9, 1))
        assert not count_school(late).names("group")

    @pytest.mark.parametrize("audience", Audience)
    @pytest.mark.parametrize("seed", range(6))
    def test_every_sum_is_right(self, seed, audience):
        before = GroupTerms(before=TermKey(2025, TermName.SUMMER))
        for groups in (GroupTerms(), before):
            found = linked(
                count_school(replace(random_school(seed).facts(3), groups=groups)),
                audience,
                Owner("a"),
            )
            assert holds(found)
            assert any(name.startswith("a/group:") for name in found.values)

    def test_of_a_federation_only_where_each_school_counts_them(self):
        one = count_school(SCHOOL)
        other = count_school(replace(SCHOOL, slug="elm"))
        assert add_up([one, other])["group:Sex:Girl"] == 4
        silent = count_school(
            replace(SCHOOL, slug="elm", groups=GroupTerms(is_printed=False, elsewhere=A26))
        )
        assert not add_up([one, silent]).names("group")

    def test_figures_of_the_report_that_printed_them_last_are_known(self):
        figures = {"a/group:Sex:Girl": 7}
        assert _as_of("2025-summer", A26, figures, SU25) == {"a/group_before:Sex:Girl": 7}
        assert _as_of("2025-summer", A26, figures, None) == {}
        assert _as_of("2026-autumn", A26, figures, SU25) == figures


def lines(**counts: int | None):
    """Lines of the two sexes: how many girls and boys are on the register, of how many."""
    names = {
        "register": counts["register"],
        "roll": counts["roll"],
        "group:Sex:Girl": counts["girls"],
        "group_roll:Sex:Girl": counts["of_girls"],
    }
    return tuple(lines_of_groups(lambda prefix: ["group_roll:Sex:Girl"], names.__getitem__))


class TestWords:
    @pytest.mark.parametrize(
        ("girls", "of_girls", "register", "roll", "said"),
        [
            (30, 60, 36, 120, "higher by 24 to 53"),
            (6, 60, 36, 120, "lower by 24 to 53"),
            (18, 60, 36, 120, "no clear difference"),
            (3, 9, 36, 120, ""),  # fewer than ten
            (None, 60, 36, 120, ""),
            (30, 60, None, 120, "too few to say"),
            (30, 112, 36, 120, "too few to say"),  # eight others
        ],
    )
    def test_what_may_be_said_of_a_group(self, girls, of_girls, register, roll, said):
        [line] = lines(girls=girls, of_girls=of_girls, register=register, roll=roll)
        assert line.beside == said

    def test_a_group_of_nine_has_no_share(self):
        [line] = lines(girls=3, of_girls=9, register=36, roll=120)
        assert line.percent is None


@pytest.mark.django_db
@pytest.mark.usefixtures("today")
class TestInAReport:
    @pytest.fixture
    def school(self):
        """Sixty girls, half of them on the register; sixty boys, six of them."""
        school = reportable(support=30, plans=6, others=84)
        on = Pupil.objects.filter(school=school, status_periods__isnull=False)
        others = Pupil.objects.filter(school=school, status_periods=None)
        girls = [*on.values_list("pk", flat=True)[:30], *others.values_list("pk", flat=True)[:30]]
        Pupil.objects.filter(school=school).update(sex="M")
        Pupil.objects.filter(pk__in=girls).update(sex="F")
        return school

    def test_it_prints_shares_with_bands_and_claims_no_reason(self, school):
        report = counted(school).report
        [table] = report.tables["equity"]
        [girls] = [row for row in table.rows if row[1] == "30 of 60"]
        assert girls[2:] == ("50% (38 to 62%)", "higher by 24 to 53")
        said = " ".join(report.said["equity"])
        assert "(higher by 24 to 53 points)" in said and "does not show why" in said
        assert "because" not in said
        [part] = [p for p in plain_parts(document_of(counted(school))) if p.key == "equity"]
        assert part.tables and part.said

    def test_small_groups_are_nowhere_in_it(self, school):
        pupils = list(Pupil.objects.filter(school=school)[:4])
        Pupil.objects.filter(pk__in=[p.pk for p in pupils]).update(ethnicity="BCRB")
        draft = counted(school)
        shown = {n: v for n, v in draft.figures.items() if "Ethnicity:Black" in n and v is not None}
        assert not shown
        assert "4 of" not in str(draft.report.tables["equity"])

    def test_the_next_term_says_where_they_stand(self, school):
        published(school, by=None)
        spring = dt.date(2027, 2, 1)
        from reports.services.governor.preparing import count_report, prepare_report

        report = prepare_report(owner=school, key=SP26, audience=GOVERNORS, by=None)
        report = count_report(report=report, today=spring)
        assert report.report.groups == () and "equity" not in report.report.tables
        [said] = report.report.said["equity"]
        assert said.endswith("compared once a school year; the report on Autumn 2026 has them.")
        assert not [name for name in report.figures if "group" in name]

    def test_a_draft_is_old_once_another_term_has_printed_them(self, school):
        draft = counted(school)
        before = mark_of_figures_out(school, AUTUMN, GOVERNORS)
        assert draft.counted_beside == before
        type(draft).objects.create(
            school=school,
            term=SP26.code,
            audience=PUBLIC,
            version=1,
            state="published",
            content={"x": 1},
            figures={f"{school.slug}/group:Sex:Girl": 30},
            published_at=dt.datetime(2027, 2, 1, tzinfo=dt.UTC),
        )
        assert mark_of_figures_out(school, AUTUMN, GOVERNORS) != before

    def test_the_governors_and_the_public_report_of_a_term_both_have_them(self, school):
        published(school, by=None)
        assert counted(school, PUBLIC).report.groups

    def test_pupil_premium_is_that_of_the_day(self, school):
        from pupils.models import DatedFact

        pupil = PupilFactory(school=school)
        DatedFact.objects.create(
            school=school, pupil=pupil, kind="pp", starts_on=TODAY, ends_on=TODAY
        )
        day = dt.timedelta(days=1)
        held = [
            "Pupil premium:Pupil premium" in groups_of(school, on)[pupil.pk]
            for on in (TODAY - day, TODAY, TODAY + day)
        ]
        assert held == [False, True, False]

    def test_a_report_made_before_groups_were_counted_still_opens(self, school):
        draft = counted(school)
        old = draft.report.as_json()
        del old["groups"], old["groups_elsewhere"]
        draft.content = old
        assert draft.report.groups == ()
        assert tuple(say_groups(draft.report)) == () and tables_of_groups(draft.report) == ()

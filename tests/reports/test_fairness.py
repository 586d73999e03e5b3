"""SEND against the others over time, and groups against the school: bands, careful words, walls."""

import datetime as dt
from decimal import Decimal

import pytest
from django.urls import reverse
from hypothesis import given as drawn
from hypothesis import strategies as st

from aylsham.access.roles import Role
from pupils.codes import FactKind
from pupils.models import AttainmentFigure, AttendanceFigure, DatedFact
from reports.gaps import TOO_FEW, gap_of_means, gap_of_shares, student
from tests.factories import ClassGroupFactory, PupilFactory, SchoolFactory, member, teacher_of
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.provision.makers import given


class TestGaps:
    @pytest.mark.parametrize(("freedom", "quantile"), [(4, 2.776), (8, 2.306), (30, 2.042)])
    def test_students_quantiles_are_those_of_the_tables(self, freedom, quantile):
        assert student(freedom) == pytest.approx(quantile, abs=0.01)

    def test_a_worked_example_of_welchs_interval(self):
        """Means 10 and 14, variances 2.5, five each: 8 degrees of freedom, half width 2.306."""
        found = gap_of_means([8, 9, 10, 11, 12], [12, 13, 14, 15, 16])
        assert (found.low, found.high) == pytest.approx((-6.306, -1.694), abs=0.01)
        assert found.words == "4 points below, between 2 and 6"

    def test_a_share_against_another(self):
        found = gap_of_shares([True] * 56 + [False] * 14, [True] * 48 + [False] * 32)
        assert found.words == "20 points above, between 5 and 33"
        even = gap_of_shares([True] * 5 + [False] * 5, [True] * 30 + [False] * 20)
        assert "10 points below, which chance could have made" in even.words

    def test_fewer_than_five_say_nothing(self):
        for gap in (gap_of_shares([True] * 4, [True] * 50), gap_of_means([90.0] * 50, [91.0] * 4)):
            assert gap.words == TOO_FEW and "fewer than 5" in (gap.send.words, gap.others.words)

    @drawn(st.lists(st.floats(0, 100), max_size=20), st.lists(st.floats(0, 100), max_size=20))
    def test_the_band_holds_the_gap(self, send, others):
        gap = gap_of_means(send, others)
        if gap.apart is not None:
            assert gap.low - 1e-6 <= gap.apart <= gap.high + 1e-6


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def group(school):
    return ClassGroupFactory(school=school)


def attained(pupil, term, year, level):
    AttainmentFigure.objects.create(
        school=pupil.school, pupil=pupil, academic_year=year, term=term,
        subject="reading", attained=level,
    )  # fmt: skip


@pytest.mark.django_db
@pytest.mark.usefixtures("today")
class TestTrends:
    def test_terms_and_year_groups_of_then(self, school, group):
        send = [PupilFactory(school=school, class_group=group, on_register=True) for _ in range(6)]
        others = [PupilFactory(school=school, class_group=group) for _ in range(10)]
        for n, pupil in enumerate([*send, *others]):
            # On the register from September 2025: before, all are others.
            attained(pupil, "summer", 2024, 3 if n % 2 else 2)
            attained(pupil, "autumn", 2026, 2 if n < 6 else 3)
        client, path = client_of(member(school)), reverse("trends", args=["oakfield"])
        page = client.get(path)
        terms = page.context["found"].terms
        assert [each.term for each in terms] == ["Summer 2025", "Autumn 2026"]
        assert terms[0].gap.words == TOO_FEW and terms[0].gap.others.n == 16
        assert terms[1].gap.apart == -100 and "points below, between" in terms[1].gap.words
        years = [(each.year, each.term) for each in page.context["found"].by_year]
        assert years == [("Year 2", "Summer 2025"), ("Year 4", "Autumn 2026")]
        assert "<svg" in page.content.decode() and "no sign of bad teaching" in text_of(page)
        assert len(statements(client, path)) <= 8 + OF_EVERY_REQUEST
        # Whoever leads some year groups sees the whole school, none by itself.
        lead = client_of(member(school, Role.PHASE_LEADER, year_groups=["4"]))
        assert not lead.get(path).context["found"].by_year
        assert client_of(teacher_of(group)).get(path).status_code == 403

    def test_attendance_takes_the_last_figure_of_a_term(self, school, group):
        for n in range(10):
            pupil = PupilFactory(school=school, class_group=group, on_register=n < 5)
            for day, percent in ((dt.date(2026, 9, 30), 50), (dt.date(2026, 11, 20), 90 + n)):
                AttendanceFigure.objects.create(
                    school=school,
                    pupil=pupil,
                    academic_year=2026,
                    as_of=day,
                    percent=Decimal(percent),
                )
        page = client_of(member(school)).get(
            reverse("trends", args=["oakfield"]), {"of": "attendance"}
        )
        (term,) = page.context["found"].terms
        assert (term.gap.send.figure, term.gap.others.figure) == (92, 97)
        assert "a trend needs two" in text_of(page)

    def test_nothing_yet_says_where_it_comes_from(self, school):
        page = text_of(client_of(member(school)).get(reverse("trends", args=["oakfield"])))
        assert "No figures yet" in page and "a row for each child and term" in page


@pytest.mark.django_db
@pytest.mark.usefixtures("today")
class TestEquity:
    def test_groups_against_the_others(self, school, group):
        rich = [
            PupilFactory(school=school, sex="F", ethnicity="WBRI", on_register=n < 5)
            for n in range(30)
        ]
        poor = [
            PupilFactory(
                school=school, sex="M", ethnicity="WBRI" if n < 8 else "BAFR", on_register=n < 12
            )
            for n in range(20)
        ]
        for pupil in poor:
            DatedFact.objects.create(
                school=school, pupil=pupil, kind=FactKind.PUPIL_PREMIUM,
                starts_on=dt.date(2026, 9, 1),
            )  # fmt: skip
        PupilFactory(school=school, sex="F", ethnicity="CHNE", born_on=dt.date(2018, 10, 1))
        given(school, *poor[:6], *rich[:6])
        client, path = client_of(member(school)), reverse("equity", args=["oakfield"])
        page = client.get(path)
        ways = {way.name: {g.name: g for g in way.groups} for way in page.context["found"].ways}
        premium = ways["Pupil premium"]["Pupil premium"]
        assert premium.children == 20
        assert premium.shares[0].words.startswith("Higher than among the others")
        assert "(12 of 20 children)" in premium.shares[0].rate.words
        assert "No difference that chance" in premium.shares[1].words
        # One child of a group is hidden, and so is a second group: the sum would tell.
        ethnicity = ways["Ethnicity"]
        assert ethnicity["Other"].children is None
        assert sum(g.children is None for g in ethnicity.values()) >= 2
        said = text_of(page)
        assert "does not show why" in said
        before = len(statements(client, path))
        for _ in range(5):
            PupilFactory(school=school)
        assert len(statements(client, path)) == before <= 8 + OF_EVERY_REQUEST
        assert client_of(teacher_of(group)).get(path).status_code == 403

    def test_a_school_without_children(self, school):
        page = client_of(member(school)).get(reverse("equity", args=["oakfield"]))
        assert page.status_code == 200 and "No child is on roll yet" in text_of(page)
        assert "<table" not in page.content.decode()

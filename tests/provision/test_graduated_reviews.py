"""Outcome and impact of the graduated map: from reviews, with n, never on a few children."""

import datetime as dt

import pytest

from provision.rules.review_words import reviewed_words
from provision.services.graduated import write_map_line
from tests.factories import TODAY, PupilFactory, SchoolFactory, UserFactory, member
from tests.pages import client_of
from tests.provision.aims import BEGAN, a_target, running, score
from tests.provision.makers import given

URL = "/oakfield/provision/graduated/"


def of_children(*by_score: tuple[int, int]) -> list[tuple[int, int]]:
    """(score, so many children with it), each child with one target."""
    scores = [score for score, many in by_score for _ in range(many)]
    return list(enumerate(scores))


def test_numbers_stand_where_five_children_are_behind_each():
    assert reviewed_words(of_children((-1, 5), (0, 6), (1, 5))) == (
        "11 of 16 targets of 16 children in its area of need, reviewed while they had it, were met "
        "(scores −1: 5, 0: 6, +1: 5)."
    )
    assert reviewed_words(of_children((-1, 5), (0, 6), (1, 4))) == (
        "10 of 15 targets of 15 children in its area of need, reviewed while they had it, were met."
    )


@pytest.mark.parametrize("unmet", range(5))
def test_one_childs_own_result_changes_no_word(unmet):
    """Beside a group known but for one child: met by all and not met by a few read the same."""
    found = reviewed_words(of_children((-1, unmet), (0, 12 - unmet)))
    assert found.startswith("Most or all of the targets of 12 children")
    assert "scores" not in found


def test_few_and_half_are_words_too():
    assert reviewed_words(of_children((-2, 9), (0, 1))).startswith("Few or none of the targets")
    assert reviewed_words(of_children((-1, 4), (0, 3))).startswith("About half of the targets")


def test_nothing_is_said_of_fewer_than_five_children():
    scores = of_children((-1, 1), (0, 3))
    assert reviewed_words(scores) == ""
    assert reviewed_words([*scores, (3, 2), (3, 2)]) == ""  # six targets of four children
    assert reviewed_words([]) == ""


@pytest.mark.django_db
@pytest.mark.usefixtures("today")
class TestMap:
    @pytest.fixture
    def school(self):
        return SchoolFactory(slug="oakfield", la_code="926")

    @pytest.fixture
    def children(self, school):
        by = UserFactory()
        found = [PupilFactory(school=school) for _ in range(5)]
        for child, points in zip(found, (-1, 0, 0, 1, 2), strict=True):
            a_target(child, by=by)
            score(running(child, by=by), by=by, score=points)
        return found

    def impact(self, school, name):
        lines = client_of(member(school)).get(URL).context["map"].lines
        return next(line for line in lines if line.name == name).values["impact"]

    def test_reviews_of_the_same_area_while_they_had_it(self, school, children):
        given(school, *children, name="Precision", starts_on=BEGAN, need_type="SPLD")
        given(school, *children, name="Talk", starts_on=BEGAN, need_type="SLCN")
        given(school, *children, name="No need", starts_on=BEGAN)
        given(school, *children[:4], name="Four", starts_on=BEGAN, need_type="SPLD")
        given(
            school, *children, name="Since", starts_on=TODAY + dt.timedelta(days=1),
            need_type="SPLD",
        )  # fmt: skip
        assert self.impact(school, "Precision").startswith(
            "Most or all of the targets of 5 children in its area of need"
        )
        for name in ("Talk", "No need", "Four", "Since"):
            assert not self.impact(school, name)

    def test_what_only_a_few_may_read_counts_nowhere_that_goes_out(self, school, children):
        target = children[0].targets.get()
        target.sensitivity = 2
        target.save()
        given(school, *children, name="Precision", starts_on=BEGAN, need_type="SPLD")
        assert not self.impact(school, "Precision")

    def test_the_schools_own_words_stand_over_it(self, school, children):
        row = given(school, *children, name="Precision", starts_on=BEGAN, need_type="SPLD")
        write_map_line(
            school=school, year=2026, key=f"provision:{row.pk}", is_left_out=False, version="",
            words={"impact": "Four of five read the list."}, by=UserFactory(),
        )  # fmt: skip
        assert self.impact(school, "Precision") == "Four of five read the list."

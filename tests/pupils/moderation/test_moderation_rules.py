"""The sample, the arithmetic of agreement, and words without names, case by case."""

import random
from collections import Counter
from fractions import Fraction

import pytest

from pupils.rules.anonymous import Names, could_point, name_parts, still_named, without_names
from pupils.rules.moderation import Candidate, agreement, draw, needs_second_look, weighted_kappa


def table(*rows):
    """Pairs from a table: own rating down, blind rating across."""
    return [
        (own, blind)
        for own, row in enumerate(rows, 1)
        for blind, count in enumerate(row, 1)
        for _ in range(count)
    ]


class TestKappa:
    @pytest.mark.parametrize(
        ("pairs", "kappa"),
        [
            # All alike, over two levels: 1.
            (table((5, 0), (0, 5)), Fraction(1)),
            # Two levels: the plain kappa. 20, 5, 10, 15 of 50: seen 0.3, by chance 0.5.
            (table((20, 5), (10, 15)), Fraction(2, 5)),
            # Chance alone: seen 1/2, by chance 1/2.
            (table((3, 3), (3, 3)), Fraction(0)),
            # Always the other level: seen 1, by chance 1/2.
            (table((0, 5), (5, 0)), Fraction(-1)),
            # Three levels. Steps: 2·1 + 1·1 + 1·1 + 1·2 = 6 of 12; own 4, 4, 4; blind 5, 4, 3:
            # chance (4·(4+2·3) + 4·(5+3) + 4·(2·5+4)) / 144 = 128/144. 1 - (1/2)/(8/9) = 7/16.
            (table((3, 0, 1), (1, 3, 0), (1, 1, 2)), Fraction(7, 16)),
            # Everybody gave the same level.
            (table((12,)), None),
            ([], None),
        ],
    )
    def test_worked_cases(self, pairs, kappa):
        assert weighted_kappa(pairs) == kappa

    def test_a_step_of_two_costs_more_than_a_step_of_one(self):
        near = weighted_kappa(table((5, 1, 0), (0, 5, 0), (0, 0, 5)))
        far = weighted_kappa(table((5, 0, 1), (0, 5, 0), (0, 0, 5)))
        assert far < near < 1

    def test_nine_pairs_say_nothing_and_ten_do(self):
        assert agreement([(1, 1)] * 9) is None
        found = agreement([(2, 2)] * 6 + [(3, 2)] * 3 + [(1, 4)])
        assert (found.n, found.exact, found.within_one) == (10, 6, 9)
        assert (found.higher, found.lower, found.direction) == (3, 1, "higher")
        assert (found.exact_percent, found.within_one_percent) == (60, 90)
        assert agreement([(2, 2)] * 10).kappa_words == "not defined"

    def test_two_apart_asks_for_a_second_look(self):
        assert [needs_second_look(2, blind) for blind in (1, 2, 3, 4)] == [False] * 3 + [True]


class TestDraw:
    def candidates(self):
        areas = ["CI"] * 20 + ["SEMH"] * 6 + ["CL"] * 2
        return [Candidate(f"need{n}", f"child{n}", area) for n, area in enumerate(areas)]

    def test_the_same_seed_draws_the_same_whatever_the_order(self):
        rows = self.candidates()
        first = draw(rows, 7, seed=42)
        random.Random(1).shuffle(rows)
        assert draw(rows, 7, seed=42) == first
        assert draw(rows, 7, seed=43) != first

    def test_each_area_has_its_share(self):
        areas = {c.key: c.area for c in self.candidates()}
        drawn = Counter(areas[key] for key in draw(self.candidates(), 8, seed=5))
        assert drawn == {"CI": 3, "SEMH": 3, "CL": 2}

    def test_a_child_is_drawn_once_and_no_more_than_there_are(self):
        rows = [Candidate(f"{child}{area}", child, area) for child in "ab" for area in ("CI", "CL")]
        assert len(draw(rows, 9, seed=1)) == 2
        assert draw([], 9, seed=1) == []


class TestWithoutNames:
    names = Names(
        child=(*name_parts("Zoë", "Zoë Burton-Hale", "Zo"), "A926299900001"),
        others=name_parts("Tom Marsh", "Will"),
        classes=("Oak",),
        schools=("Bure Valley School", "Bure Valley"),
    )

    @pytest.mark.parametrize(
        ("text", "left"),
        [
            ("Zoë needs a calm start.", "The child needs a calm start."),
            ("zoe's coat; ZOË BURTON-HALE", "The child's coat; the child"),
            ("Zo\u0065\u0308 again", "The child again"),
            ("In Oak she sits by Tom.", "In the class she sits by another person."),
            ("At bure valley school UPN A926299900001", "At the school UPN the child"),
            ("Tom Marsh, by the marsh", "Another person, by the marsh"),
            # A short name, and words that only look like names.
            ("Zo will run under the oak", "The child will run under the oak"),
            ("Zoom and Burtonwood stay", "Zoom and Burtonwood stay"),
            ("", ""),
        ],
    )
    def test_taken_out(self, text, left):
        assert without_names(text, self.names) == left
        assert still_named(left, self.names) == []

    def test_what_a_person_left_in_is_found(self):
        text = "Burton likes Tom and Oak. Will wait, will mark."
        assert still_named(text, self.names) == ["Oak", "Burton", "Tom"]

    def test_a_name_that_is_a_word_is_looked_for_with_its_capital(self):
        names = Names(child=name_parts("Will Young"), classes=("4",))
        assert without_names("Will will join young ones", names) == "The child will join young ones"
        assert still_named("He will wait 4 minutes", names) == []
        assert still_named("Then Will waits", names) == ["Will"]

    @pytest.mark.parametrize(
        ("known", "written"),
        [("O'Brien", "O’Brien"), ("O’Brien", "O'Brien"), ("D’Souza", "d’souza")],
    )
    def test_either_apostrophe_is_the_same_name(self, known, written):
        names = Names(child=name_parts(known))
        assert still_named(f"We asked {written} twice.", names) == [written]
        assert without_names(f"We asked {written} twice.", names) == "We asked the child twice."

    def test_a_longer_list_of_words_leaves_lily_pads_alone(self):
        names = Names(child=name_parts("Lily"), others=name_parts("Daisy"))
        assert still_named("Lily likes lily pads and Daisy", names) == ["Lily"]

    def test_what_could_still_point_is_marked(self):
        text = "Moved from Norwich in 2024. Twin brother at Cawston. EHC plan, I think. Year 4."
        assert could_point(text) == ["Norwich", "2024", "Twin", "brother", "Cawston", "4"]
        assert (
            could_point("Finds noise hard. Then hides, one step at a time, for a grand prize.")
            == []
        )
        assert could_point("lives with Gran") == ["Gran"]

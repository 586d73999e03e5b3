"""A journey in words: days become terms, figures become bands, rare needs are not said; and what points
to a child is found in words of people."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from pupils.rules.anonymous import Names, name_parts
from reports.identifying import must_go, to_look_at
from reports.journey import FEWEST, RARE, Hours, Journey, ScoredTwice, drafted, term_words

TODAY = dt.date(2026, 11, 23)
JOURNEY = Journey(
    name="Zebedee",
    is_named=False,
    today=TODAY,
    year_group="4",
    levels=(("SEN support", dt.date(2024, 2, 5)), ("EHC plan", dt.date(2025, 10, 13))),
    areas={"Communication and interaction": 12, "Sensory and physical": 1},
    reason="A concern was assessed",
    by_plan=2,
    by_us=1,
    given=("Talk Boost",),
    has_more=True,
    hours=(Hours(dt.date(2026, 9, 7), 15 * 60, 13 * 60 + 20),),
    judged=7,
    met=5,
    tests=(ScoredTwice("Spoken language", "78", "91", 1),),
    attendance=((dt.date(2025, 9, 12), Decimal("88.4")), (TODAY, Decimal("96.1"))),
    outcomes=2,
    review_on=dt.date(2027, 2, 3),
)


def said(journey: Journey) -> str:
    return " ".join(drafted(journey).values())


class TestTerms:
    @pytest.mark.parametrize(
        ("day", "words"),
        [
            (dt.date(2026, 9, 1), "autumn of Year 4"),
            (dt.date(2026, 8, 31), "summer of Year 3"),
            (dt.date(2026, 3, 31), "spring of Year 3"),
            (dt.date(2026, 4, 1), "summer of Year 3"),
            (dt.date(2026, 1, 1), "spring of Year 3"),
            (dt.date(2025, 12, 31), "autumn of Year 3"),
            (dt.date(2022, 10, 1), "autumn of Reception"),
            (dt.date(2010, 10, 1), "autumn of the time before school"),
            (dt.date(2027, 2, 3), "spring of Year 4"),
        ],
    )
    def test_a_day_is_told_as_a_term_of_the_year_group_then(self, day, words):
        assert term_words(day, "4", TODAY) == words

    def test_a_child_in_no_year_group(self):
        assert term_words(TODAY, "X", TODAY) == "autumn of that school year"


class TestWithoutTheName:
    def test_nothing_points_to_the_child(self):
        words = said(JOURNEY)
        assert "Zebedee" not in words and "Sensory" not in words and RARE in words
        for figure in ("2024", "2026", "88", "96", "78", "91", "13.3", " 7 "):
            assert figure not in words, figure
        assert must_go([("", words)], Names(child=("Zebedee",))) == []

    def test_bands_and_terms(self):
        parts = drafted(JOURNEY)
        assert "SEN support began in spring of Year 1." in parts["start"]
        assert "An EHC plan came in autumn of Year 3." in parts["start"]
        assert "about 15 of about 15 planned hours" in parts["given"]
        assert parts["reached"] == "Most of five targets or more were met at a review."
        assert "between 80% and 90% in autumn of Year 3 and is 95% or more now" in parts["changed"]
        assert "spring of Year 4" in parts["ahead"]

    @pytest.mark.parametrize(("children", "is_rare"), [(FEWEST - 1, True), (FEWEST, False)])
    def test_an_area_of_four_is_not_said(self, children, is_rare):
        words = said(replace(JOURNEY, areas={"Sensory and physical": children}))
        assert (RARE in words) is is_rare and ("sensory" in words) is not is_rare

    @pytest.mark.parametrize(
        ("met", "judged", "words"),
        [
            (0, 3, "None of fewer than five targets"),
            (1, 4, "Some of fewer than five targets"),
            (2, 5, "About half of five targets or more"),
            (5, 5, "All of five targets or more"),
        ],
    )
    def test_targets(self, met, judged, words):
        assert words in said(replace(JOURNEY, met=met, judged=judged))

    def test_few_hours_and_none(self):
        few = (Hours(TODAY, 90, 60), Hours(dt.date(2026, 2, 1), 0, 0))
        words = drafted(replace(JOURNEY, hours=few))["given"]
        assert "In autumn of Year 4 adults gave a few hours." in words
        assert "spring" not in words

    def test_what_nobody_logged_is_not_called_given(self):
        words = drafted(replace(JOURNEY, hours=(Hours(TODAY, 600, 0),)))["given"]
        assert "What adults gave in autumn of Year 4 was not logged." in words
        assert "planned hours" not in words

    def test_what_became_worse_is_told(self):
        tests = (
            ScoredTwice("Spoken language", "78", "91", 1),
            ScoredTwice("Reading", "80", "79", -1),
        )
        assert "some had not" in said(replace(JOURNEY, tests=tests))
        assert "had not become better" in said(replace(JOURNEY, tests=tests[1:]))

    def test_a_record_that_knows_little(self):
        bare = replace(
            JOURNEY, levels=(), areas={}, reason="", by_plan=0, by_us=0, given=(), has_more=False,
            hours=(), judged=0, met=0, tests=(), attendance=(), outcomes=0, review_on=None,
        )  # fmt: skip
        parts = drafted(bare)
        assert parts["start"] == "The child is in Year 4 now." and parts["changed"] == ""


def test_with_the_name_figures_are_told():
    words = said(replace(JOURNEY, is_named=True))
    assert "Zebedee had Talk Boost." in words and "5 of 7 targets" in words
    assert (
        "13.3 of 15.0 planned hours" in words and "Spoken language: 78 before, 91 after." in words
    )
    assert "sensory and physical" in words and "88.4%" in words


NAMES = Names(
    child=(*name_parts("Benjamin", "Ben", "O'Quillfeather"), "A926200100001"),
    others=name_parts("Kasia Wrona", "Tomasz"),
    classes=("Oak",),
    schools=("Oakfield Primary", "Oakfield"),
)


class TestWhatPointsToTheChild:
    @pytest.mark.parametrize(
        "words",
        [
            "Then Ben laughed.",
            "We changed ben’s seat.",
            "Ben's mother came.",
            "BENJAMIN reads.",
            "O’Quillfeather has a plan.",
            "Kasia helped.",
            "Kasia’s group met.",
            "He sat with Tomasz.",
            "In Oak class it is quiet.",
            "At Oakfield we try.",
            "UPN A926200100001",
            "It began on 12/09/2025.",
            "It began on 12 September.",
            "It began on the 3rd of March 2024.",
            "In September 2025 it began.",
            "In 2025 it began.",
            "Ring 01263 555123.",
            "Write to mum@home.example",
        ],
    )
    def test_must_go(self, words):
        assert must_go([("Voice", words)], NAMES), words

    @pytest.mark.parametrize(
        "words",
        [
            "The child reads more.",
            "In autumn of Year 3 adults gave about 15 of about 20 planned hours.",
            "Attendance is 95% or more.",
            "We may march on.",
        ],
    )
    def test_may_stay(self, words):
        assert must_go([("Voice", words)], NAMES) == []

    def test_the_place_is_told_and_each_word_once(self):
        spots = must_go([("A", "Ben and Ben"), ("B", "Nothing"), ("C", "Kasia")], NAMES)
        assert [(spot.heading, spot.word) for spot in spots] == [("A", "Ben"), ("C", "Kasia")]

    def test_a_short_form_and_a_telling_word_are_for_a_person_to_look_at(self):
        words = "Benji laughed. His twin goes to another school."
        found = {spot.word for spot in to_look_at([("Voice", words)], NAMES, ["Benjamin"])}
        assert {"Benji", "twin"} <= found
        assert must_go([("Voice", words)], NAMES) == []

"""What is shown of answers: nothing of fewer than five, and no word that gives a few away."""

import pytest

from reports.surveys.sentences import for_parents, how_many, say_voices, tables_of_voices, voice_of
from reports.surveys.statements import STATEMENTS, Asked, Statement, current
from reports.surveys.tally import Answer, Line, tally
from tests.pupils.family.test_reading_age import reading_age

ONE = current(Asked.FAMILIES)[0]
TWO = current(Asked.FAMILIES)[1]


def answers(*groups: tuple[int, str, str]) -> list[Answer]:
    return [Answer(kind, {ONE.key: tick}) for many, kind, tick in groups for _ in range(many)]


def counted(found, statements=(ONE,), **more):
    return tally(Asked.FAMILIES, list(statements), found, asked_count=40, **more)


@pytest.mark.parametrize(("many", "is_shown"), [(0, False), (4, False), (5, True)])
def test_a_round_is_shown_from_five_answers_on(many, is_shown):
    results = counted(answers((many, "", "4")))
    assert results.is_shown is is_shown
    assert (results.lines[0].agree is not None) is is_shown
    assert (results.rate is not None) is is_shown


def test_a_statement_that_four_answered_is_left_out_whole():
    found = [*answers((4, "", "1")), *(Answer("", {TWO.key: "4"}) for _ in range(6))]
    first, second = counted(found, (ONE, TWO)).lines
    assert (first.answered, first.agree, first.percent) == (None, None, None)
    assert (second.answered, second.agree, second.percent) == (6, 6, 100.0)


def test_not_sure_counts_as_an_answer_that_does_not_agree():
    line = counted(answers((6, "", "4"), (2, "", "0"))).lines[0]
    assert (line.answered, line.agree, line.percent) == (8, 6, 75.0)


def test_kinds_of_support_are_told_apart_only_where_both_are_enough():
    assert counted(answers((5, "K", "4"), (4, "E", "4"))).by_group == ()
    both = counted(answers((5, "K", "4"), (5, "E", "1")))
    assert both.groups == ("K", "E")
    assert both.by_group[0].shares == (100.0, 0.0)
    assert counted(answers((5, "K", "4"), (5, "", "4"))).by_group == ()


def test_the_time_before_stands_beside_the_same_wording_alone():
    before = counted(answers((8, "", "4"), (2, "", "1")))
    assert counted(answers((5, "", "4")), before=before).lines[0].before == 80.0
    own = Statement("own", 1, Asked.FAMILIES, "Clubs are open to my child.")
    asked = [Answer("", {own.key: "4"}) for _ in range(6)]
    earlier = counted(asked, (own,))
    assert counted(asked, (own,), before=earlier).lines[0].before is None


def line(agree: int, answered: int) -> Line:
    return Line(ONE, answered, agree, 100 * agree / answered)


@pytest.mark.parametrize(
    ("agree", "answered", "word"),
    [
        (9, 9, "not shown"),
        (10, 10, "most"),
        (6, 10, "most"),
        (4, 10, "few"),
        (5, 10, "about half"),
        (45, 50, "nearly all"),
        (46, 50, "most"),
        (35, 50, "most"),
        (27, 50, "more than half"),
        (19, 50, "fewer than half"),
    ],
)
def test_reports_say_words_that_give_no_small_group_away(agree, answered, word):
    assert how_many(line(agree, answered)) == word


def voice(many: int, tick: str = "4", **more):
    results = counted(answers((many, "", tick)))
    facts = {
        "school": "Oakfield",
        "asked": Asked.FAMILIES,
        "term": "Autumn 2026",
        "quotes": ("More clubs, please.",),
    }
    return voice_of(results, None, **facts | more)


def test_reports_hear_of_a_round_from_ten_answers_on():
    assert voice(9) is None
    assert voice(10).lines == ((ONE.words, "most", "not shown"),)


def test_the_sen_information_report_counts_nobody():
    said = " ".join(for_parents(voice(12)))
    assert "last in Autumn 2026" in said
    assert ONE.words in said
    assert "“More clubs, please.”" in said
    assert not [word for word in said.replace("2026", "").split() if word.isdigit()]
    assert for_parents(None) == ()
    assert "agreed" not in " ".join(for_parents(voice(12, tick="1")))


def test_a_governor_report_says_how_many_answered_and_a_federation_quotes_nobody():
    said = list(say_voices([voice(12)]))
    assert said[0].startswith("Of 40 families who were asked in Autumn 2026, 12 answered")
    assert "More clubs" in said[1]
    both = [voice(12), voice(10, tick="1", school="Ashfield")]
    assert list(say_voices(both, is_federation=True)) == [
        "Of 80 families at 2 schools who were asked, 22 answered, without names."
    ]
    (table,) = tables_of_voices(both, is_federation=True)
    assert table.rows == ((ONE.words, "1 of 2"),)


def test_a_child_of_eleven_can_read_every_statement():
    assert reading_age(" ".join(each.words for each in STATEMENTS.values())) <= 11


def test_wordings_are_kept_by_their_keys():
    assert len(STATEMENTS) == len({each.words for each in STATEMENTS.values()})
    assert {len(current(each)) for each in Asked} == {5, 6}

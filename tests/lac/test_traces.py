"""What in free words could lead to a child is found, and ordinary words are not."""

import datetime as dt

import pytest

from lac.rules.traces import Kind, Vocabulary, find_traces, parts_of_name
from pupils.rules.names_and_words import NAMES_AND_WORDS

KNOWN = Vocabulary(
    names=frozenset(parts_of_name("Zoë", "Smith-Jones", "Will", "Ada Lane", "O’Brien")),
    initials=frozenset({"ZS"}),
    groups=frozenset({"Oak", "Year 4 Beech"}),
    councils=frozenset({"Norfolk"}),
    births=frozenset({dt.date(2017, 3, 9)}),
)


def found(text: str) -> list[tuple[str, Kind]]:
    return [(trace.words, trace.kind) for trace in find_traces({"plans": text}, KNOWN)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("We met Zoë often.", Kind.NAME),
        ("we met zoe often", Kind.NAME),
        ("ZOE’s plan was late.", Kind.NAME),
        ("The Jones family", Kind.NAME),
        ("Smith-Jones", Kind.NAME),
        ("Will came to us in March.", Kind.NAME),
        ("Mrs Lane rang.", Kind.NAME),
        ("O'Brien", Kind.NAME),
        ("Z.S. was suspended.", Kind.INITIALS),
        ("ZS was suspended.", Kind.INITIALS),
        ("The adults in Oak were trained.", Kind.GROUP),
        ("in year 4 beech", Kind.GROUP),
        ("Norfolk answered late.", Kind.COUNCIL),
        ("born on 9 March", Kind.BIRTH),
        ("09/03/2017", Kind.BIRTH),
        ("2017-03-09", Kind.BIRTH),
        ("A boy in Year 4", Kind.YEAR),
        ("the Y4 teacher", Kind.YEAR),
        ("our Reception", Kind.YEAR),
        ("Two children came.", Kind.FEW),
        ("one of our pupils", Kind.FEW),
        ("both girls", Kind.FEW),
        ("3 children", Kind.FEW),
        ("the only child", Kind.FEW),
        ("33 per cent came", Kind.SHARE),
        ("66% met their targets", Kind.SHARE),
        ("a third of them", Kind.SHARE),
        ("We spent £7,890.", Kind.SUM),
        ("2,630 pounds", Kind.SUM),
    ],
)
def test_it_is_found(text, kind):
    assert kind in [each for _, each in found(text)]


@pytest.mark.parametrize(
    "text",
    [
        "We will train every adult about attachment.",
        "Every plan was looked at in the autumn, spring and summer terms.",
        "The virtual school answered within three weeks.",
        "The head met the designated teacher every half-term.",
        "Meetings are on the 19 March.",
        "Children said what helps.",
        "",
    ],
)
def test_ordinary_words_are_left_alone(text):
    assert found(text) == []


@pytest.mark.parametrize("name", ["Lily", "Daisy", "Ruby", "Penny", "Brown"])
def test_a_name_that_is_a_word_elsewhere_is_found_however_it_is_written(name):
    """The list of the sheet without names is longer, and would let these pass in small letters."""
    known = Vocabulary(names=frozenset({name}))
    traces = find_traces({"plans": f"we asked {name.lower()} first"}, known)
    assert [trace.key for trace in traces] == [f"name:{name.lower()}"]


@pytest.mark.parametrize("word", sorted(NAMES_AND_WORDS))
def test_a_word_that_may_be_a_name_is_found_with_its_capital_only(word):
    known = Vocabulary(names=frozenset({word.title()}))
    assert find_traces({"plans": f"it was {word} then"}, known) == []
    assert find_traces({"plans": f"it was {word.title()} then"}, known)


def test_the_same_word_is_one_question_in_each_part():
    traces = find_traces({"plans": "Zoë and Zoë", "moves": "ZOË"}, KNOWN)
    assert [trace.part for trace in traces] == ["moves", "plans"]
    assert {trace.key for trace in traces} == {"name:zoe"}


@pytest.mark.parametrize("text", ["‮", "\u0000", "<script>", "(" * 500, "e\u0301" * 300])
def test_nasty_text_is_only_text(text):
    find_traces({"plans": text}, KNOWN)

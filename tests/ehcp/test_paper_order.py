"""Orders of a review's papers: data in our own words, and nothing is lost whatever they leave out."""

import json

import pytest

from ehcp.paper_codes import PARTS, PaperKind, parts_of
from ehcp.rules.paper_order import PaperMapError, in_order, map_for, paper_maps, read_map

MAPS = paper_maps(tuple(PARTS))


def a_map(**changes) -> str:
    facts = {
        "name": "Mine", "councils": ["suffolk"], "version": "1", "source": "Ours.",
        "parts": {"advice": [{"part": "progress", "number": 1, "heading": "How it goes"}]},
    }  # fmt: skip
    return json.dumps(facts | changes)


@pytest.mark.parametrize("kind", PaperKind.values)
@pytest.mark.parametrize("key", MAPS)
def test_a_shipped_order_names_every_part_once(key, kind):
    named = [part.key for part in MAPS[key].parts[kind]]
    assert sorted(named) == sorted(part.key for part in parts_of(kind))
    numbers = [part.number for part in MAPS[key].parts[kind]]
    assert len(set(numbers)) == len(numbers)


def test_a_council_gets_its_own_order_and_others_the_plain_one():
    assert map_for("Norfolk County Council", MAPS).key == "norfolk"
    assert map_for("Suffolk", MAPS).key == "plain"
    assert map_for("", MAPS).key == "plain"


def test_what_an_order_leaves_out_comes_at_its_end():
    titles = {part.key: part.title for part in parts_of("advice")}
    placed = in_order(read_map("mine", a_map(), PARTS), "advice", titles)
    assert (placed[0].key, placed[0].heading) == ("progress", "How it goes")
    assert placed[1].number == "2"
    assert {part.key for part in placed} == titles.keys()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("no json", "no order"),
        ("{}", "no order"),
        (a_map(parts={"advice": [{"part": "poem", "number": 1}]}), "called “poem”"),
        (a_map(parts={"advice": [{"part": "helps", "number": n} for n in "12"]}), "twice"),
    ],
)
def test_a_file_that_is_no_order_says_why(text, words):
    with pytest.raises(PaperMapError, match=words):
        read_map("mine", text, PARTS)

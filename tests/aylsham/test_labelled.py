"""A code set of the rules: a code is its text, and has words."""

import pickle

from aylsham.labelled import Labelled


class Colour(Labelled):
    RED = "red", "Red as a rose"
    BLUE = "blue", "Blue"


class Shape(Labelled):
    def __init__(self, value: str, corners: int, label: str) -> None:
        self.corners = corners

    SQUARE = "square", 4, "With four corners"


def test_a_code_is_its_text():
    assert Colour.RED == "red" == str(Colour.RED) == f"{Colour.RED}"
    assert Colour("blue") is Colour.BLUE
    assert "red" in {Colour.RED: 1}


def test_it_has_words():
    assert [each.label for each in Colour] == ["Red as a rose", "Blue"]


def test_what_stands_between_is_kept_apart():
    assert (Shape.SQUARE.label, Shape.SQUARE.corners) == ("With four corners", 4)
    assert Shape("square") is Shape.SQUARE


def test_it_survives_a_journey_between_processes():
    assert pickle.loads(pickle.dumps(Colour.RED)) is Colour.RED

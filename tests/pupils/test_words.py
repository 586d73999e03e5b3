"""How a child's facts are said."""

import pytest

from pupils.words import language_words


@pytest.mark.parametrize(
    ("written", "said"),
    [("ENG", "English"), ("pol ", "Polish"), ("XHO", "XHO"), ("Twi", "Twi"), ("", "")],
)
def test_languages(written, said):
    assert language_words(written) == said

"""No school can take an address that belongs to the product."""

import re

from django.urls import URLPattern, get_resolver

from aylsham.codes import RESERVED_SLUGS


def first_words(patterns, before: str = "") -> set[str]:
    """The first part of every address; a part with a variable belongs to the schools."""
    words = set()
    for pattern in patterns:
        address = before + re.sub(r"[\^$]", "", str(pattern.pattern))
        if "/" in address or isinstance(pattern, URLPattern):
            words.add(address.split("/")[0])
        else:
            words |= first_words(pattern.url_patterns, address)
    return words


def test_every_first_word_of_an_address_is_reserved():
    fixed = {word for word in first_words(get_resolver().url_patterns) if word and "<" not in word}
    assert fixed <= set(RESERVED_SLUGS), fixed - set(RESERVED_SLUGS)


def test_a_new_first_word_is_found():
    from django.urls import path

    assert first_words([path("surprise/<slug:x>/", print), path("<slug:school>/", print)]) == {
        "surprise",
        "<slug:school>",
    }

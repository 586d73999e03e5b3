"""Asking a rule for its dates in one line, and drawing random days, for the tests of rules."""

from datetime import date

from hypothesis import strategies as st

from aylsham.timescales.registry import REGISTRY
from tests.cases import day

#: Days on which cases of today's law begin.
DAYS = st.dates(date(2019, 1, 1), date(2045, 12, 31))


def dates(code, **facts):
    """Every answer of a rule by key."""
    return REGISTRY.calculate(code, facts).values


def gives(code, facts, expected):
    """Whether a rule gives these answers; the ones named None must not be given at all."""
    found = dates(code, **facts)
    wanted = {key: day(text) if _is_day(text) else text for key, text in expected.items()}
    assert {key: found.get(key) for key in wanted} == wanted


def _is_day(text):
    return isinstance(text, str) and text[:2] == "20" and text.count("-") == 2

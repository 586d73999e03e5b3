"""Answers that become something of another floor than views: each floor says so when loaded."""

from collections.abc import Callable

from django.db import models

from pupils.family_codes import AskKind
from pupils.models import ContributionRequest

#: Takes a request of a locked child and {key of the question: answer}; gives what it became.
Taker = Callable[[ContributionRequest, dict[str, str]], models.Model]

_takers: dict[str, Taker] = {}


def register_taker(kind: AskKind, take: Taker) -> None:
    """Let a floor take what is answered to requests of a kind."""
    _takers[kind] = take


def taker_of(ask: ContributionRequest) -> Taker | None:
    """Who takes the answer to a request; None: it is kept as views."""
    return _takers.get(ask.kind)

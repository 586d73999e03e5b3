"""Facts of a child that a letter may name: each floor says what it knows when it is loaded."""

import datetime as dt
from collections.abc import Callable, Collection
from uuid import UUID

from aylsham.models import School

#: {child: {name of the fact: day or words}} of some children of a school.
Provider = Callable[[School, Collection[UUID]], dict[UUID, dict[str, dt.date | str]]]
_providers: list[Provider] = []


def register_letter_facts(provider: Provider) -> None:
    """Let letters know what a floor knows; adding it twice changes nothing."""
    if provider not in _providers:
        _providers.append(provider)


def letter_facts(school: School, pupil_ids: Collection[UUID]) -> dict[UUID, dict]:
    """What every floor knows of these children."""
    found: dict[UUID, dict] = {pk: {} for pk in pupil_ids}
    for provider in _providers:
        for pk, facts in provider(school, pupil_ids).items():
            found[pk] |= facts
    return found

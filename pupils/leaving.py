"""What ends when a child leaves the school: each floor says so of its own rows."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.db import models

from pupils.models import Pupil

#: A row with the values that it has from the child's last day on.
Ending = tuple[models.Model, dict[str, Any]]
#: Child and last day on roll -> what ends with the stay.
EndingsOf = Callable[[Pupil, dt.date], Iterable[Ending]]

_sources: dict[str, EndingsOf] = {}


def register_endings(name: str, endings_of: EndingsOf) -> None:
    """Let rows of a floor above end with the stay, or replace the source of that name."""
    _sources[name] = endings_of


def endings_of(pupil: Pupil, last_day: dt.date) -> Iterator[Ending]:
    """The rows of every source; whoever asks writes them, so that an import can be taken back."""
    for source in _sources.values():
        yield from source(pupil, last_day)

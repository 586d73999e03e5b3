"""What floors above say beside a passport: what the child must be given by law."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from aylsham.access.current import Access
from pupils.models import Pupil


@dataclass(frozen=True)
class BesideLine:
    """A line of a plan: where it stands, its words, how much it is."""

    label: str
    text: str
    amount: str


type ReadBeside = Callable[[Access, Pupil], Iterable[BesideLine]]

_readers: list[ReadBeside] = []


def register_beside(read: ReadBeside) -> None:
    """Let a passport's page show more; adding it twice changes nothing."""
    if read not in _readers:
        _readers.append(read)


def beside_passport(access: Access, pupil: Pupil) -> tuple[BesideLine, ...]:
    """Everything that the asker may read."""
    return tuple(line for read in _readers for line in read(access, pupil))

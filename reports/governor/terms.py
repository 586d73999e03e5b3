"""Terms as a report is chosen by: a name and a year, the same at every school."""

from dataclasses import dataclass
from functools import total_ordering

from aylsham.codes import TermName

_PLACES = {name: place for place, name in enumerate(TermName)}


class UnknownTerm(ValueError):
    """Words that name no term."""


@total_ordering
@dataclass(frozen=True)
class TermKey:
    """A term of an academic year: Spring 2027 belongs to the year that began in 2026."""

    academic_year: int
    name: TermName

    @classmethod
    def parse(cls, words: str) -> "TermKey":
        """From "Autumn 2026" or "2026-autumn" (the year in which its academic year began)."""
        parts = words.replace("-", " ").split()
        try:
            first, second = parts
            if first.isdigit():
                return cls(int(first), TermName(second.lower()))
            name, year = TermName(first.lower()), int(second)
        except ValueError:
            raise UnknownTerm(f"“{words}” is not a term. Write it like “Autumn 2026”.") from None
        return cls(year if name is TermName.AUTUMN else year - 1, name)

    @property
    def code(self) -> str:
        """As an address and a stored figure have it."""
        return f"{self.academic_year}-{self.name.value}"

    @property
    def label(self) -> str:
        """As people say it."""
        year = self.academic_year + (self.name is not TermName.AUTUMN)
        return f"{self.name.label} {year}"

    @property
    def before(self) -> "TermKey":
        """The term before this one."""
        names = list(TermName)
        place = _PLACES[self.name] - 1
        return TermKey(self.academic_year - (place < 0), names[place])

    def __lt__(self, other: "TermKey") -> bool:
        return self._place < other._place

    @property
    def _place(self) -> tuple[int, int]:
        return self.academic_year, _PLACES[self.name]

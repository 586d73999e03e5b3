"""Which child of the school a row is about: by UPN, then number, then name and birthday."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from aylsham.models import School
from pupils.importing.roll import RollRow
from pupils.models import Pupil
from pupils.services.importing.parts import fold


class By(StrEnum):
    """What a row and a child have in common."""

    UPN = "upn"
    FORMER_UPN = "former_upn"
    NUMBER = "number"
    NAME = "name"
    NONE = "none"


@dataclass(frozen=True)
class Match:
    """The child whom a row is about, and how sure that is."""

    pupil: Pupil | None
    by: By
    #: Only a person can say whether it is the same child.
    is_doubtful: bool = False

    @property
    def is_fallback(self) -> bool:
        """Found without the UPN: always shown."""
        return self.by in {By.FORMER_UPN, By.NUMBER, By.NAME}


def number_key(number: str) -> str:
    """An admission number without the zeros that spreadsheets eat."""
    return number.strip().casefold().lstrip("0")


def name_key(surname: str, forename: str, born) -> tuple:
    """Name and birthday for comparing."""
    return fold(surname), fold(forename), born


def names_school(text: str, school: School) -> bool:
    """Whether a cell names the school: by name, address or URN."""
    known = {fold(school.name), school.slug, school.urn}
    return fold(text) in known or fold(school.name) in fold(text)


class Roster:
    """A school's children, found by UPN, number, or name and birthday."""

    def __init__(self, pupils: Iterable[Pupil]):
        self.by_upn: dict[str, Pupil] = {}
        self.by_number: dict[str, Pupil] = {}
        self.by_name: dict[tuple, list[Pupil]] = defaultdict(list)
        self._taken: set = set()
        for pupil in pupils:
            if pupil.set_apart_on:
                continue  # nothing tells that another record is this child
            if pupil.upn:
                self.by_upn[pupil.upn] = pupil
            if pupil.mis_id:
                self.by_number[number_key(pupil.mis_id)] = pupil
            for first in {pupil.first_name, pupil.preferred_first_name} - {""}:
                self.by_name[name_key(pupil.last_name, first, pupil.born_on)].append(pupil)

    def called(self, name: str) -> list[Pupil]:
        """The children with this UPN, or with this name as “Surname, First name” or read along."""
        if pupil := self.by_upn.get(name.strip().upper()):
            return [pupil]
        surname, comma, forename = (fold(part) for part in name.partition(","))
        if comma:
            return self._by_both.get((surname, forename), [])
        words = fold(name).split()
        splits = ((" ".join(words[n:]), " ".join(words[:n])) for n in range(1, len(words)))
        found = [pupil for split in splits for pupil in self._by_both.get(split, [])]
        return list({pupil.pk: pupil for pupil in found}.values())

    @cached_property
    def _by_both(self) -> dict[tuple[str, str], list[Pupil]]:
        """Children by family name and first name, whatever their birthday."""
        found: dict[tuple[str, str], dict] = defaultdict(dict)
        for (surname, forename, _), pupils in self.by_name.items():
            found[surname, forename] |= {pupil.pk: pupil for pupil in pupils}
        return {key: list(pupils.values()) for key, pupils in found.items()}

    def match_all(self, rows: list[RollRow]) -> list[Match]:
        """A match for every row, sure ones first, no child twice."""
        found: dict[int, Match] = {}
        for row in rows:
            if pupil := self.by_upn.get(row.upn):
                found[row.row] = self._take(Match(pupil, By.UPN))
        for row in rows:
            if row.row not in found:
                found[row.row] = self._take(self._fallback(row))
        return [found[row.row] for row in rows]

    def _take(self, match: Match) -> Match:
        if match.pupil:
            self._taken.add(match.pupil.pk)
        return match

    def _free(self, pupil: Pupil | None) -> Pupil | None:
        return pupil if pupil and pupil.pk not in self._taken else None

    def _fallback(self, row: RollRow) -> Match:
        if pupil := self._free(self.by_upn.get(row.former_upn or "-")):
            return Match(pupil, By.FORMER_UPN)
        number = number_key(row.admission_no)
        if number and (pupil := self._free(self.by_number.get(number))):
            return Match(pupil, By.NUMBER, is_doubtful=not _looks_the_same(row, pupil))
        named = self.by_name.get(name_key(row.surname, row.forename, row.date_of_birth), [])
        free = {pupil.pk: pupil for pupil in named if self._free(pupil)}
        if not free:
            return Match(None, By.NONE)
        pupil = next(iter(free.values()))
        # Another UPN for the same name and birthday may be a twin with a slip, or a new number.
        return Match(pupil, By.NAME, is_doubtful=len(free) > 1 or bool(row.upn and pupil.upn))


def _looks_the_same(row: RollRow, pupil: Pupil) -> bool:
    """Two of birthday, family name and first name agree, and no UPN speaks against it."""
    same = agreeing(row, pupil)
    return same == 3 or (same == 2 and not (row.upn and pupil.upn))


def agreeing(row: RollRow, pupil: Pupil) -> int:
    """How many of birthday, family name and first name, the name in use too, are the same."""
    ours = {fold(pupil.first_name), fold(pupil.preferred_first_name)} - {""}
    theirs = {fold(row.forename), fold(row.preferred_forename)} - {""}
    return (
        (row.date_of_birth == pupil.born_on)
        + (fold(pupil.last_name) in {fold(row.surname), fold(row.preferred_surname)})
        + bool(ours & theirs)
    )

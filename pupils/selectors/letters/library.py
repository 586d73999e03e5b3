"""The library of letters as a school has it: ours, the federation's, the school's own on top."""

import datetime as dt
from dataclasses import dataclass

from aylsham.models import School
from pupils.letter_codes import LetterTo
from pupils.models import FederationLetter, SchoolLetter
from pupils.models.letters import LetterWording
from pupils.rules.letters.clocks import CLOCKS, LAWS
from pupils.rules.letters.shipped.all import EDITION, SHIPPED
from pupils.rules.letters.wording import Wording


@dataclass(frozen=True)
class Template:
    """A template as letters are written from it now."""

    wording: Wording
    version: str  # "Library, edition 1", "Federation, version 2", "This school, version 3"
    #: The number of this owner's newest version; 0: there is none yet.
    number: int = 0
    is_own: bool = False
    is_offered: bool = True

    @property
    def code(self) -> str:
        """What tells it from other templates."""
        return self.wording.code

    @property
    def to_words(self) -> str:
        """Whom it is for."""
        return LetterTo(self.wording.to).label

    @property
    def law_words(self) -> str:
        """The paragraph that it rests on."""
        return LAWS[self.wording.law].citation if self.wording.law in LAWS else ""

    @property
    def clock_words(self) -> str:
        """The child's own date that it names."""
        return CLOCKS[self.wording.clock].label if self.wording.clock in CLOCKS else ""


@dataclass(frozen=True)
class OldVersion:
    """One version of a template, for the list of them."""

    owner: str
    number: int
    wording: Wording
    by: str = ""
    at: dt.datetime | None = None
    is_withdrawn: bool = False


def templates(school: School, *, retired: bool = False) -> dict[str, Template]:
    """Every template by its code, in the order of whom it is for; two statements."""
    found = {
        code: Template(wording, f"Library, edition {EDITION}") for code, wording in SHIPPED.items()
    }
    for row in _newest(FederationLetter.objects.filter(federation_id=school.federation_id)):
        _lay_over(found, row, Template(row.wording, f"Federation, version {row.number}"))
    for row in _newest(SchoolLetter.objects.filter(school=school)):
        version = f"This school, version {row.number}"
        _lay_over(found, row, Template(row.wording, version, row.number, is_own=True))
    places = {to: n for n, to in enumerate(LetterTo.values)}
    chosen = (each for each in found.values() if retired or each.is_offered)
    ordered = sorted(chosen, key=lambda each: (places[each.wording.to], each.wording.title))
    return {each.code: each for each in ordered}


def by_reader(found: dict[str, Template]) -> dict[str, list[Template]]:
    """Templates under whom they are for."""
    groups: dict[str, list[Template]] = {}
    for each in found.values():
        groups.setdefault(each.to_words, []).append(each)
    return groups


def versions_of(school: School, code: str) -> list[OldVersion]:
    """Every version of a template, the school's newest first; two statements."""
    own = SchoolLetter.objects.filter(school=school, code=code)
    theirs = FederationLetter.objects.filter(federation_id=school.federation_id, code=code)
    found = [_version("This school", row) for row in own.select_related("written_by")]
    found += [_version("Federation", row) for row in theirs.select_related("written_by")]
    if code in SHIPPED:
        found.append(OldVersion("Library", EDITION, SHIPPED[code]))
    return found


def _version(owner: str, row: LetterWording) -> OldVersion:
    by = row.written_by.name if row.written_by else ""
    return OldVersion(owner, row.number, row.wording, by, row.written_at, row.is_withdrawn)


def _newest(rows):
    return rows.order_by("code", "-number").distinct("code")


def _lay_over(found: dict[str, Template], row: LetterWording, template: Template) -> None:
    """A withdrawn version gives way to the one below it; without one it is no longer offered."""
    below = found.get(row.code)
    if not row.is_withdrawn:
        found[row.code] = template
    elif below is None:
        found[row.code] = Template(
            template.wording, template.version, template.number, template.is_own, is_offered=False
        )
    elif template.is_own:
        found[row.code] = Template(below.wording, below.version, template.number)

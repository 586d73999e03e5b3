"""What goes into a bundle, what stays out and why, and what waits for a person. No database."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from reports.bundle_codes import KINDS, SAME_AS
from reports.bundles.evidence import Found


@dataclass(frozen=True)
class Decided:
    """What a person said of one piece of evidence, in exactly this wording."""

    digest: str
    is_in: bool
    reason: str
    by: str = ""


@dataclass(frozen=True)
class Line:
    """A piece of evidence in a bundle: its number if it goes in, why it does not."""

    found: Found
    number: int = 0
    #: Why it stays out, as it is printed; empty for what goes in.
    why_out: str = ""
    decided: Decided | None = None

    @property
    def is_in(self) -> bool:
        return self.number > 0

    @property
    def is_open(self) -> bool:
        """It waits for a person."""
        return not self.is_in and not self.why_out

    @property
    def can_be_decided(self) -> bool:
        """A person may put it in or leave it out: it was chosen, and is no copy of another."""
        return self.is_in or self.is_open or self.decided is not None

    @property
    def title_out(self) -> str:
        """What is printed of something that stays out: of a flagged one not its title."""
        if self.found.flags:
            return f"Something under “{KINDS[self.found.kind]}”"
        return self.found.title


@dataclass(frozen=True)
class Contents:
    """Every piece of evidence that was found, with what becomes of it."""

    lines: tuple[Line, ...]

    @property
    def going_in(self) -> list[Line]:
        return [line for line in self.lines if line.is_in]

    @property
    def left_out(self) -> list[Line]:
        return [line for line in self.lines if line.why_out]

    @property
    def open(self) -> list[Line]:
        """Flagged, and nobody has said yet whether it goes in."""
        return [line for line in self.lines if line.is_open]

    @property
    def attachments(self) -> list[Line]:
        """Files that go beside the bundle."""
        return [line for line in self.going_in if line.found.is_attachment]

    @property
    def pages(self) -> int:
        """About how many pages, without summary, index and list of what is left out."""
        return sum(line.found.pages for line in self.going_in)

    @property
    def by_kind(self) -> list[tuple[str, list[Line]]]:
        """Words of a kind, and its lines that go in or wait, in the order of the bundle."""
        shown = [line for line in self.lines if not line.why_out]
        groups = (
            (label, [x for x in shown if x.found.kind == kind]) for kind, label in KINDS.items()
        )
        return [(label, lines) for label, lines in groups if lines]


def contents_of(found: Iterable[Found], decided: Mapping[str, Decided]) -> Contents:
    """What becomes of each; the same evidence goes in once, and is flagged if any copy is."""
    everything = list(found)
    chosen = [each for each in everything if not each.left_out]
    first: dict[str, Found] = {}
    flags: dict[str, tuple[str, ...]] = {}
    for each in chosen:
        first.setdefault(each.digest, each)
        flags[each.digest] = tuple(dict.fromkeys([*flags.get(each.digest, ()), *each.flags]))
    lines, number = [], 0
    for each in everything:
        if each.left_out:
            lines.append(Line(each, why_out=each.left_out))
            continue
        leader = first[each.digest]
        if each.key != leader.key:
            lines.append(Line(each, why_out=SAME_AS.format(title=leader.title)))
            continue
        line = _line(replace(each, flags=flags[each.digest]), decided.get(each.key))
        if not line.why_out and (line.decided or not line.found.flags):
            number += 1
            line = replace(line, number=number)
        lines.append(line)
    return Contents(tuple(lines))


def _line(each: Found, said: Decided | None) -> Line:
    if said is None or said.digest != each.digest:
        return Line(each)
    return Line(each, why_out="" if said.is_in else said.reason, decided=said)

"""What hangs loose in a plan: needs without provision, provision without outcome, vague words.

Provision must be specified for each and every need, be detailed, specific and normally quantified
(SEND Regulations 2014, reg 12(1)(f); Code of Practice 9.69).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from provision.rules.writing import PROVISION, check_writing

REG_12 = "SEND Regulations 2014, reg 12(1)"
COP = "SEND Code of Practice 9.69"
#: Writing checks that ask whether provision could be doubted; the others are matters of style.
VAGUE = ("vague_amount", "as_needed", "access_to", "up_to", "no_frequency", "no_length")
#: What an amount that was entered beside the words answers.
_COUNTED = frozenset({"no_frequency", "no_length"})


@dataclass(frozen=True)
class CheckedLine:
    """A line of a plan with what it is linked to; `links` are keys of lines of B and E."""

    key: str
    section: str
    number: str
    text: str
    links: frozenset[str] = frozenset()
    is_counted: bool = False
    #: For Section E: whether its outcome has a target that is still worked on.
    has_target: bool = True


@dataclass(frozen=True)
class Gap:
    """One thing to ask the council or the school about, with the words it is about."""

    code: str
    title: str
    #: The doubtful words; empty where it is the whole line.
    quote: str
    because: str
    citation: str


@dataclass(frozen=True)
class LooseLine:
    """A line of a plan of which something hangs loose."""

    key: str
    number: str
    text: str
    gaps: tuple[Gap, ...]

    @property
    def citations(self) -> tuple[str, ...]:
        """What the law and the Code say of its gaps, each once."""
        return tuple(dict.fromkeys(gap.citation for gap in self.gaps))


def loose_lines(lines: Sequence[CheckedLine]) -> list[LooseLine]:
    """Everything that hangs loose, a line of the plan once; needs and outcomes first."""
    by_key = {line.key: line for line in lines}
    provided = {key for line in lines if line.section == "F" for key in line.links if key in by_key}
    asked = [(line, _gaps(line, by_key, provided)) for line in lines]
    found = [LooseLine(line.key, line.number, line.text, gaps) for line, gaps in asked if gaps]
    sections = {line.key: line.section for line in lines}
    return sorted(found, key=lambda each: "BEF".index(sections[each.key]))


def _gaps(line: CheckedLine, by_key: dict[str, CheckedLine], provided: set[str]) -> tuple[Gap, ...]:
    if line.section == "B" and line.key not in provided:
        return (_NEED,)
    if line.section == "E" and not line.has_target:
        return (_AIM,)
    return tuple(_provision(line, by_key)) if line.section == "F" else ()


_NEED = Gap(
    "need",
    "No provision meets this need",
    "",
    "Provision is to be specified for each and every need.",
    f"{REG_12}(f); {COP}",
)
_AIM = Gap(
    "outcome",
    "No target leads to this outcome",
    "",
    "An outcome is worked towards in steps that are looked at each year.",
    f"{REG_12}(e); {COP}",
)
_PROVISION = Gap(
    "provision",
    "It leads to no outcome",
    "",
    "It should be clear how the provision supports an outcome.",
    COP,
)


def _provision(line: CheckedLine, by_key: dict[str, CheckedLine]) -> Iterable[Gap]:
    linked = {by_key[key].section for key in line.links if key in by_key}
    if "E" not in linked:
        yield _PROVISION
    for each in check_writing(line.text, PROVISION):
        is_answered = line.is_counted and each.code in _COUNTED
        if each.code in VAGUE and not is_answered and not _limits_group(each.quote, line.text):
            yield Gap(each.code, each.title, each.quote, each.because, f"{REG_12}(f)")


def _limits_group(quote: str, text: str) -> bool:
    """“No more than 3 pupils” says the most who share an adult, not the most that is given."""
    return bool(quote and re.search(rf"{re.escape(quote)} (?:other )?(?:pupil|child|peer)", text))

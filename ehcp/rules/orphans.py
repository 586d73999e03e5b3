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
    key: str
    number: str
    title: str
    quote: str
    because: str


def gaps(lines: Sequence[CheckedLine]) -> list[Gap]:
    """Everything that hangs loose, in the order of the plan; each line may have several."""
    by_key = {line.key: line for line in lines}
    provided = {key for line in lines if line.section == "F" for key in line.links if key in by_key}
    found = [_need(line) for line in lines if line.section == "B" and line.key not in provided]
    found += [_aim(line) for line in lines if line.section == "E" and not line.has_target]
    for line in lines:
        if line.section == "F":
            found += _provision(line, by_key)
    return found


def _need(line: CheckedLine) -> Gap:
    because = f"Provision is to be specified for each and every need ({REG_12}(f); {COP})."
    return _gap("need", line, "No provision meets this need", because)


def _aim(line: CheckedLine) -> Gap:
    because = (
        "An outcome is worked towards in steps that are looked at each year "
        f"({REG_12}(e); SEND Code of Practice 9.69)."
    )
    return _gap("outcome", line, "No target leads to this outcome", because)


def _provision(line: CheckedLine, by_key: dict[str, CheckedLine]) -> Iterable[Gap]:
    linked = {by_key[key].section for key in line.links if key in by_key}
    if "E" not in linked:
        because = f"It should be clear how the provision supports an outcome ({COP})."
        yield _gap("provision", line, "It leads to no outcome", because)
    for each in check_writing(line.text, PROVISION):
        is_answered = line.is_counted and each.code in _COUNTED
        if each.code in VAGUE and not is_answered and not _limits_group(each.quote, line.text):
            quote = each.quote or line.text
            because = f"{each.because.rstrip('.')}; {REG_12}(f)."
            yield Gap(each.code, line.key, line.number, each.title, quote, because)


def _limits_group(quote: str, text: str) -> bool:
    """“No more than 3 pupils” says the most who share an adult, not the most that is given."""
    return bool(quote and re.search(rf"{re.escape(quote)} (?:other )?(?:pupil|child|peer)", text))


def _gap(code: str, line: CheckedLine, title: str, because: str) -> Gap:
    return Gap(code, line.key, line.number, title, line.text, because)

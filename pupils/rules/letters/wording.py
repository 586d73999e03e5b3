"""What a template of a letter holds. No Django."""

import re
from dataclasses import dataclass

from pupils.rules.letters.clocks import CLOCKS, LAWS
from pupils.rules.letters.words import placeholders_in, unknown_placeholders

#: "[say when]": what the writer fills in; "[2022] EWHC" is a citation.
_GAP = re.compile(r"\[[a-z][^\]\n]{0,120}\]")
#: What a template must point at before it may name it.
_OF_CLOCK = frozenset({"due date", "counted from", "weeks passed", "how counted"})
_OF_LAW = frozenset({"law"})


@dataclass(frozen=True)
class Wording:
    """One version of a template."""

    code: str
    title: str
    to: str  # a LetterTo
    thing: str  # a LetterThing
    subject: str
    body: str
    law: str = ""  # a key of LAWS
    clock: str = ""  # a key of CLOCKS
    is_sensitive: bool = False


def faults_of(wording: Wording) -> list[str]:
    """Why a template cannot be kept, in sentences; empty when it can."""
    faults = [
        f"“{{{name}}}” is not in the list of placeholders."
        for name in unknown_placeholders(wording.subject, wording.body)
    ]
    used = set(placeholders_in(wording.subject, wording.body))
    if used & _OF_CLOCK and wording.clock not in CLOCKS:
        faults.append(
            "Choose the date that the letter names: it uses “due date” or what goes with it."
        )
    if used & _OF_LAW and wording.law not in LAWS:
        faults.append("Choose the paragraph of the law that the letter quotes.")
    if "citation" in used and not (wording.law or wording.clock):
        faults.append("Choose a paragraph of the law or a date: the letter cites it.")
    if loose := _loose_braces(wording.subject + "\n" + wording.body):
        faults.append(f"A brace without its partner: “{loose}”.")
    return faults


def gaps_in(*texts: str) -> list[str]:
    """What somebody has still to fill in: placeholders without a value, and [square brackets]."""
    names = [f"{{{name}}}" for name in placeholders_in(*texts)]
    return list(dict.fromkeys([*names, *(gap for text in texts for gap in _GAP.findall(text))]))


def _loose_braces(text: str) -> str:
    left = re.sub(r"\{[^{}\n]{0,60}\}", "", text)
    at = next((n for n, each in enumerate(left) if each in "{}"), None)
    return "" if at is None else left[max(0, at - 10) : at + 20].strip()

"""What the record can say under the headings of a SEN information report; pure.

It is read by everybody, so no sentence counts children, and a kind of need is named only where
enough children have it.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from aylsham.datewords import full_day_words

#: A kind of need is named from this many children on the register within three years.
ENOUGH_CHILDREN = 5
#: Names of one list in a sentence; the school's words may say more.
MOST_NAMES = 12


@dataclass(frozen=True)
class SencoFact:
    """Somebody who is SENCO: an e-mail address of the school, and what they qualified by."""

    name: str
    email: str
    qualification: str


@dataclass(frozen=True)
class SchoolFacts:
    """What is true of a school on a day, without a child."""

    needs: tuple[str, ...] = ()
    sencos: tuple[SencoFact, ...] = ()
    governor: str = ""
    cycle: str = ""
    measures: tuple[str, ...] = ()
    interventions: tuple[str, ...] = ()
    social: tuple[str, ...] = ()
    trained: tuple[str, ...] = ()
    planned: tuple[str, ...] = ()
    health: tuple[str, ...] = ()
    council: tuple[str, ...] = ()
    social_care: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    has_passports: bool = False
    has_concerns: bool = False
    moves: tuple[str, ...] = ()
    plan_from: dt.date | None = None
    plan_address: str = ""
    #: What families, and children, said in surveys without names.
    families_say: tuple[str, ...] = ()
    pupils_say: tuple[str, ...] = ()


def sentences(key: str, facts: SchoolFacts) -> tuple[str, ...]:
    """What the record says under a heading, in its order; empty where it says nothing."""
    write = _WRITERS.get(key)
    return tuple(filter(None, write(facts))) if write else ()


def listed(names: Iterable[str]) -> str:
    """`a, b and c`; of a long list its beginning, "and others"."""
    found = list(dict.fromkeys(names))
    if len(found) > MOST_NAMES:
        return f"{', '.join(found[:MOST_NAMES])} and others"
    if len(found) < 2:
        return "".join(found)
    return f"{', '.join(found[:-1])} and {found[-1]}"


def _kinds(facts: SchoolFacts) -> list[str]:
    return [f"We provide, among others, for: {listed(facts.needs)}." if facts.needs else ""]


def _finding(facts: SchoolFacts) -> list[str]:
    return [
        "A teacher who is worried about a child writes it down with what was tried, and the SENCO "
        "answers it."
        if facts.has_concerns
        else ""
    ]


def _effect(facts: SchoolFacts) -> list[str]:
    measured = listed(facts.measures)
    return [
        f"We measure before and after extra help, among others with: {measured}."
        if measured
        else ""
    ]


def _progress(facts: SchoolFacts) -> list[str]:
    every = facts.cycle
    return [
        f"Each plan of support is assessed, planned, carried out and reviewed {every}."
        if every
        else ""
    ]


def _support(facts: SchoolFacts) -> list[str]:
    return [
        f"Extra help that runs this school year: {listed(facts.interventions)}."
        if facts.interventions
        else "",
        f"There is a base at our school: {listed(facts.bases)}." if facts.bases else "",
    ]


def _wellbeing(facts: SchoolFacts) -> list[str]:
    return [
        f"Extra help for emotional and social development: {listed(facts.social)}."
        if facts.social
        else ""
    ]


def _senco(facts: SchoolFacts) -> list[str]:
    return [
        f"Our SENCO is {each.name}"
        + (f", {each.email}" if each.email else "")
        + (f" ({each.qualification})." if each.qualification else ".")
        for each in facts.sencos
    ]


def _expertise(facts: SchoolFacts) -> list[str]:
    services = (*facts.health, *facts.council)
    return [
        f"In the last twelve months staff were trained in: {listed(facts.trained)}."
        if facts.trained
        else "",
        f"Training that is planned: {listed(facts.planned)}." if facts.planned else "",
        f"We ask specialists for help: {listed(services)}." if services else "",
    ]


def _parents(facts: SchoolFacts) -> list[str]:
    return list(facts.families_say)


def _pupils(facts: SchoolFacts) -> list[str]:
    return [
        "Children have a one-page passport in which they say in their own words what helps."
        if facts.has_passports
        else "",
        *facts.pupils_say,
    ]


def _others(facts: SchoolFacts) -> list[str]:
    kinds = (
        ("health services", facts.health),
        ("services of the council", facts.council),
        ("social care", facts.social_care),
    )
    return [f"We work with {kind}: {listed(names)}." if names else "" for kind, names in kinds]


def _concerns(facts: SchoolFacts) -> list[str]:
    governor = facts.governor
    return [
        *(f"SENCO: {each.name}{f', {each.email}' if each.email else ''}." for each in facts.sencos),
        f"Governor with oversight of SEND: {governor}." if governor else "",
    ]


def _moving(facts: SchoolFacts) -> list[str]:
    return [
        f"We keep a checklist, with dates and visits, for: {listed(facts.moves)}."
        if facts.moves
        else ""
    ]


def _plan(facts: SchoolFacts) -> list[str]:
    if facts.plan_from is None:
        return []
    where = f", at {facts.plan_address}" if facts.plan_address else ""
    return [f"Our accessibility plan began on {full_day_words(facts.plan_from)}{where}."]


_WRITERS = {
    "kinds": _kinds,
    "finding": _finding,
    "effect": _effect,
    "progress": _progress,
    "support": _support,
    "wellbeing": _wellbeing,
    "senco": _senco,
    "expertise": _expertise,
    "parents": _parents,
    "pupils": _pupils,
    "others": _others,
    "concerns": _concerns,
    "moving": _moving,
    "plan": _plan,
}

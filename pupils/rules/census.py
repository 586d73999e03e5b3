"""What the school census would send back: faults in a child's SEN data and UPN (pure, no Django).

School census guide (DfE): SEN provision is sent on every census day, SEN types in spring.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from pupils import upn

NO_SPECIALIST_ASSESSMENT = "NSA"
#: How many types the census takes.
SENT_TYPES = 2
PLAN, SUPPORT = "E", "K"


class Puts(StrEnum):
    """Which part of the record a person puts right."""

    STATUS = "status"
    NEEDS = "needs"
    DETAILS = "details"


class NeedCode(Protocol):
    """What the rule asks of a need type."""

    label: str
    starts_on: date
    ends_on: date | None


@dataclass(frozen=True)
class CensusChild:
    """What the census would say of a child on its day."""

    upn: str
    #: Levels open that day: "K" or "E"; none means N.
    statuses: tuple[str, ...] = ()
    #: Need types with their ranks.
    needs: tuple[tuple[str, int], ...] = ()
    #: Whether an EHC plan is in force here; None when nobody may ask.
    has_plan: bool | None = None


@dataclass(frozen=True)
class CensusFault:
    """One thing that would come back, in words, and which part of the record puts it right."""

    code: str
    problem: str
    fix: str
    part: Puts
    #: False: only in the census that collects SEN types.
    is_every_census: bool = True
    #: False: a query that can be explained; True: an error that stops the return.
    stops: bool = True


def census_faults(
    child: CensusChild, *, on: date, need_types: Mapping[str, NeedCode]
) -> list[CensusFault]:
    """Everything about one child that the census of that day would send back."""
    return [
        *_upn_faults(child.upn),
        *_status_faults(child),
        *_type_faults(child, on, need_types),
    ]


def _upn_faults(number: str) -> Iterator[CensusFault]:
    if not number:
        yield CensusFault(
            "no_upn", "No UPN.", "Ask the last school, or allocate one.", Puts.DETAILS
        )
        return
    explained = upn.explain(number)
    if not explained.valid:
        yield CensusFault(
            "wrong_upn",
            f"The UPN is not valid. {explained.problem}",
            "Copy it again from the admission papers.",
            Puts.DETAILS,
        )
    elif explained.is_temporary:
        yield CensusFault(
            "temporary_upn",
            "The UPN is a temporary one.",
            "Ask the last school for the permanent UPN.",
            Puts.DETAILS,
            stops=False,
        )


def _status_faults(child: CensusChild) -> Iterator[CensusFault]:
    if len(child.statuses) > 1:
        yield CensusFault(
            "two_statuses",
            "Two SEN levels are open at once.",
            "End the one that is over.",
            Puts.STATUS,
        )
    if child.has_plan and PLAN not in child.statuses:
        yield CensusFault(
            "plan_without_status",
            "There is an EHC plan in force, but the register does not say so.",
            "Change the level to EHC plan, or end the plan.",
            Puts.STATUS,
            stops=False,
        )
    if child.has_plan is False and PLAN in child.statuses:
        yield CensusFault(
            "status_without_plan",
            "The register says EHC plan, but there are no dates of a plan.",
            "Enter the day the plan was first issued, or correct the level.",
            Puts.STATUS,
            stops=False,
        )


def _type_faults(
    child: CensusChild, on: date, need_types: Mapping[str, NeedCode]
) -> Iterator[CensusFault]:
    codes = [code for code, _ in child.needs]
    if not child.statuses:
        if codes:
            yield _of_types(
                "type_without_status",
                f"Not on the register, but has a type of need ({_joined(codes)}).",
                "End the needs, or put the child on the register.",
                part=Puts.NEEDS,
                stops=False,
            )
        return
    if not codes:
        yield _of_types(
            "no_type", "On the register without a type of need.", "Add the primary need."
        )
    if NO_SPECIALIST_ASSESSMENT in codes:
        yield from _nsa_faults(child, codes)
    yield from _rank_faults(child)
    yield from _code_faults(codes, on, need_types)


def _nsa_faults(child: CensusChild, codes: list[str]) -> Iterator[CensusFault]:
    if PLAN in child.statuses:
        yield _of_types(
            "nsa_with_plan",
            "An EHC plan cannot have “no specialist assessment” (NSA) as its type.",
            "Choose the need that Section B of the plan names.",
        )
    if len(codes) > 1:
        yield _of_types(
            "nsa_not_alone",
            "“No specialist assessment” (NSA) stands beside another type.",
            "End NSA: the other type says more.",
            stops=False,
        )


def _rank_faults(child: CensusChild) -> Iterator[CensusFault]:
    ranks = Counter(rank for _, rank in child.needs)
    if any(times > 1 for times in ranks.values()):
        yield _of_types(
            "same_rank", "Two needs have the same rank.", "Say which is the primary one."
        )
    elif ranks and sorted(ranks)[0] != 1:
        yield _of_types("no_primary", "No need is ranked first.", "Say which is the primary one.")


def _code_faults(
    codes: Iterable[str], on: date, need_types: Mapping[str, NeedCode]
) -> Iterator[CensusFault]:
    for code in codes:
        known = need_types.get(code)
        if known is None:
            yield _of_types(
                "unknown_type", f"{code} is not a type of the census.", "Choose another type."
            )
        elif on < known.starts_on or (known.ends_on and on > known.ends_on):
            yield _of_types(
                "type_not_collected",
                f"{known.label} ({code}) is not collected on that day.",
                "Choose the type that is.",
            )


def _of_types(
    code: str, problem: str, fix: str, *, part: Puts = Puts.NEEDS, stops: bool = True
) -> CensusFault:
    return CensusFault(code, problem, fix, part, is_every_census=False, stops=stops)


def _joined(codes: Iterable[str]) -> str:
    return ", ".join(codes)

"""One access arrangement: its evidence, what could be evidence, what is missing, what follows."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from pupils.arrangement_codes import state_words
from pupils.models import AccessArrangement, ArrangementEvidence, Strategy
from pupils.rules import arrangements as rules
from pupils.selectors.arrangements import ArrangementLine, line_of


@dataclass(frozen=True)
class PracticeLine:
    """A strategy that could be evidence: its words, and whether they suggest the arrangement."""

    id: UUID
    text: str
    since_on: dt.date
    is_chosen: bool


@dataclass(frozen=True)
class ArrangementPage:
    """One arrangement: what was gathered, what could be, what is missing, what may follow."""

    line: ArrangementLine
    evidence: list[ArrangementEvidence]
    practice: list[PracticeLine]
    gaps: list[str]
    next_states: list[tuple[str, str]]
    may_gather: bool


def arrangement_page(access: Access, row: AccessArrangement) -> ArrangementPage:
    """The page of one arrangement; three statements."""
    everything = ArrangementEvidence.objects.filter(school_id=row.school_id, arrangement=row)
    readable = {
        each.pk for each in ArrangementEvidence.objects.readable_by(access).filter(arrangement=row)
    }
    proofs = list(everything)
    strategies = list(
        Strategy.objects.readable_by(access)
        .filter(school_id=row.school_id, pupil=row.pupil, ended_on=None)
        .order_by("since_on", "pk")
    )
    gathered = {each.strategy_id for each in proofs}
    unmarked = [
        each
        for each in strategies
        if not each.is_normal_practice and rules.suggests(each.text, [row.arrangement])
    ]
    practice = [
        PracticeLine(
            each.pk,
            each.text,
            each.since_on,
            each.pk in gathered
            or (not gathered and bool(rules.suggests(each.text, [row.arrangement]))),
        )
        for each in strategies
        if each.is_normal_practice
    ]
    return ArrangementPage(
        line=line_of(row, len(proofs)),
        evidence=[each for each in proofs if each.pk in readable],
        practice=practice,
        gaps=rules.gaps(
            [rules.Proof(e.first_used_on, e.confirmed_on, e.tried) for e in proofs],
            unmarked=len(unmarked),
            ready=sum(each.is_chosen for each in practice),
            today=access.today,
        ),
        next_states=[
            (state, state_words(state, row.route))
            for state in rules.next_states(row.route, row.state)
        ],
        may_gather=rules.may_gather(row.state),
    )

"""The page of a child's plans: this term's with its parts, and the earlier ones."""

import datetime as dt
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import F, QuerySet

from aylsham.access.current import Access
from aylsham.access.usual import rows_as
from aylsham.codes import TermName
from aylsham.dates import academic_year
from aylsham.models import Term
from lac.access import Knows, known_by_role
from lac.codes import CareKind
from lac.models import (
    CarePeriod,
    Pep,
    PepAction,
    PepCheck,
    PepPart,
    PepSignature,
    PepTarget,
)
from lac.pep_codes import (
    MUST_SIGN,
    NEVER_SIGNS,
    OUT_STATES,
    PART_SETTLED,
    PART_SHOWN,
    SHORT,
    SHOWN,
    TRANSITIONS,
    PartOwner,
    PartState,
    PepKind,
    PepState,
    Signer,
)
from lac.pep_parts import PARTS_IN_ORDER_OF_WORK, Part
from lac.selectors.pep_content import term_words
from pupils.models import Pupil


@dataclass(frozen=True)
class PartLine:
    """One part in the list of a plan; without words."""

    id: UUID
    part: Part
    state: PartState
    #: Who writes it: a name where one is given, else the role.
    owner: str
    due_on: dt.date | None
    is_late: bool
    done_on: dt.date | None
    not_needed_why: str
    #: Whether a link is out, or words came by one.
    is_asked: bool
    #: A colleague had it until its last day; it came back by itself.
    is_back: bool = False

    @property
    def shown(self) -> str:
        """The state as a key of the pages."""
        return PART_SHOWN[self.state]

    @property
    def is_settled(self) -> bool:
        """Whether nothing more is to be written."""
        return self.state in PART_SETTLED


@dataclass(frozen=True)
class SignerLine:
    """Somebody who signs, or does not yet."""

    whose: Signer
    must: bool
    name: str = ""
    signed_on: dt.date | None = None


@dataclass(frozen=True)
class PlanLine:
    """One plan of the child."""

    pep: Pep
    term: str

    @property
    def shown(self) -> str:
        """The state as a key of the pages."""
        return SHOWN[PepState(self.pep.state)]


@dataclass(frozen=True)
class PepPage:
    """One plan in full for whoever may read the whole, its state and days for the others."""

    line: PlanLine
    parts: list[PartLine] = field(default_factory=list)
    targets: list[PepTarget] = field(default_factory=list)
    signers: list[SignerLine] = field(default_factory=list)
    checks: list[PepCheck] = field(default_factory=list)
    actions: list[PepAction] = field(default_factory=list)

    @property
    def pep(self) -> Pep:
        return self.line.pep

    @property
    def settled(self) -> int:
        """How many parts are done or not needed."""
        return sum(part.is_settled for part in self.parts)

    @property
    def short(self) -> str:
        """What the plan is called in the middle of a sentence."""
        return SHORT[PepKind(self.pep.kind)]

    @property
    def is_support(self) -> bool:
        """Whether it is for a child who was in care before."""
        return self.pep.kind == PepKind.SUPPORT

    @property
    def steps(self) -> frozenset[str]:
        """The steps that are open now."""
        return frozenset(str(step) for step in TRANSITIONS[PepState(self.pep.state)])


@dataclass(frozen=True)
class PepsPage:
    """All plans of a child, this term's open before the reader."""

    knows: Knows
    kind: PepKind | None
    now: PepPage | None
    earlier: list[PlanLine]
    #: The term whose plan can be begun; None where there is one, or no term is known.
    academic_year: int
    term: TermName
    term_words: str

    @property
    def is_whole(self) -> bool:
        """Whether the reader sees more than states and days."""
        return self.knows >= Knows.WHOLE

    @property
    def may_have_further(self) -> bool:
        """Whether this term's plan is out, so that a move or a review asks for a further one."""
        return self.now is not None and self.now.pep.state in OUT_STATES and self.kind is not None

    @property
    def short(self) -> str:
        """What a plan of this child is called."""
        return SHORT[self.kind or PepKind.PEP]


def peps_page(access: Access, pupil: Pupil) -> PepsPage:
    """This term's plan and the earlier ones; two statements, one where there is none."""
    knows = known_by_role(access, pupil.school)
    periods, peps, terms = rows_as(_plans, access, pupil=pupil.pk)
    year, term = term_on(terms, access.today)
    for pep in peps:
        pep.school, pep.pupil = pupil.school, pupil
    standing = [pep for pep in peps if pep.state != PepState.WITHDRAWN]
    now = next((p for p in standing if (p.academic_year, p.term) == (year, term)), None)
    kind = None
    if periods:
        is_now = periods[0].kind == CareKind.LOOKED_AFTER
        kind = PepKind.PEP if is_now else PepKind.SUPPORT
    return PepsPage(
        knows=knows,
        kind=kind,
        now=pep_page(access, now, knows) if now else None,
        earlier=[PlanLine(pep, term_words(pep)) for pep in peps if pep is not now],
        academic_year=year,
        term=term,
        term_words=f"{term.label} term {year + (term != TermName.AUTUMN)}",
    )


def _plans(access: Access, pupil: UUID) -> list[QuerySet]:
    own = {"school": access.school, "pupil_id": pupil}
    return [
        CarePeriod.objects.live(access.today).filter(**own).order_by("-known_since"),
        Pep.objects.filter(**own).select_related("lead"),
        Term.objects.filter(school=access.school),
    ]


def pep_page(access: Access, pep: Pep, knows: Knows | None = None) -> PepPage:
    """One plan with its parts, cut to what the asker may know; one statement."""
    if knows is None:
        knows = known_by_role(access, pep.school)
    line = PlanLine(pep, term_words(pep))
    parts, *rest = rows_as(_whole if knows >= Knows.WHOLE else _parts, access, pep=pep.pk)
    lines = part_lines(parts, access.today, with_names=knows >= Knows.WHOLE)
    if knows < Knows.WHOLE:
        return PepPage(line, lines)
    targets, signed, checks, actions = rest
    return PepPage(line, lines, targets, _signers(pep, signed), checks, actions)


def _parts(access: Access, pep: UUID) -> list[QuerySet]:
    rows = PepPart.objects.filter(school=access.school, pep_id=pep)
    return [
        rows.annotate(
            user_name=F("owner_user__name"),
            person_name=F("owner_person__name"),
            contact_name=F("owner_contact__name"),
            ask_state=F("ask__state"),
        )
    ]


def _whole(access: Access, pep: UUID) -> list[QuerySet]:
    own = {"school": access.school, "pep_id": pep}
    return [
        *_parts(access, pep),
        PepTarget.objects.filter(**own).select_related("target"),
        PepSignature.objects.filter(**own),
        PepCheck.objects.filter(**own),
        PepAction.objects.filter(**own),
    ]


def part_lines(rows, today: dt.date, *, with_names: bool) -> list[PartLine]:
    """The parts in the order in which they are written: the child's words first."""
    by_key = {row.key: row for row in rows}
    return [
        _part_line(by_key[part.key], part, today, with_names)
        for part in PARTS_IN_ORDER_OF_WORK
        if part.key in by_key
    ]


def _part_line(row: PepPart, part: Part, today: dt.date, with_names: bool) -> PartLine:
    name = (row.user_name or row.person_name or row.contact_name) if with_names else ""
    role = str(PartOwner(row.owner).label)
    waits = row.state == PartState.WAITING
    return PartLine(
        id=row.pk,
        part=part,
        state=PartState(row.state),
        owner=f"{role}: {name}" if name else role,
        due_on=row.due_on if waits else None,
        is_late=bool(waits and row.due_on and row.due_on < today),
        done_on=row.done_on,
        not_needed_why=row.not_needed_why if with_names else "",
        is_asked=row.ask_state == "open",
        is_back=is_back(row, today),
    )


def is_back(part: PepPart, today: dt.date) -> bool:
    """Whether a colleague had the part until a day that has passed."""
    waits = part.state == PartState.WAITING and part.owner_user_id is not None
    return bool(waits and part.due_on and part.due_on < today)


def _signers(pep: Pep, signed: list[PepSignature]) -> list[SignerLine]:
    kind = PepKind(pep.kind)
    by = {row.whose: row for row in signed}
    return [
        SignerLine(
            who,
            who in MUST_SIGN[kind],
            by[who].name if who in by else "",
            by[who].signed_on if who in by else None,
        )
        for who in Signer
        if who not in NEVER_SIGNS[kind]
    ]


def term_on(terms: list[Term], today: dt.date) -> tuple[int, TermName]:
    """The term of a day, the next one in a holiday; by the month where no term is known."""
    coming = sorted((t for t in terms if t.ends_on >= today), key=lambda t: t.starts_on)
    if coming:
        return coming[0].academic_year, TermName(coming[0].name)
    if today.month >= 9:
        return academic_year(today), TermName.AUTUMN
    return academic_year(today), TermName.SPRING if today.month < 4 else TermName.SUMMER

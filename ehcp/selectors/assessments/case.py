"""Whether to ask for an assessment: the legal test, what the record shows for it, what is missing."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.dates import academic_year
from aylsham.together import read_rows
from ehcp.models import NeedsAssessment
from provision.codes import CycleState
from provision.models import Cycle
from provision.selectors.top_up import ChildCosts, child_costs
from pupils.family_codes import AskKind
from pupils.models import Document, Referral, Voice
from pupils.selectors.identity import Child

#: So many reviewed cycles show that support was tried and what came of it.
ENOUGH_CYCLES = 2
#: The pages where a point is put right, and what they ask of a reader.
_LEADS_TO = {
    "child_register": Permission.VIEW_REGISTER,
    "child_cycles": Permission.VIEW_NEEDS,
    "child_provision": Permission.VIEW_NEEDS,
    "ask_add": Permission.ASK_FOR_VIEWS,
    "voice_add": Permission.RECORD_VOICE,
}


@dataclass(frozen=True)
class CasePoint:
    """One thing that a council looks for: what is there, what is missing, and where it goes."""

    key: str
    title: str
    there: tuple[str, ...]
    gaps: tuple[str, ...]
    link_words: str
    link: str


@dataclass(frozen=True)
class CasePart:
    """A limb of the legal test and the points that bear on it."""

    title: str
    citation: str
    points: tuple[CasePoint, ...]


@dataclass(frozen=True)
class AssessmentCase:
    """The whole checklist; it counts nothing up and decides nothing."""

    parts: tuple[CasePart, ...]
    is_asked: bool
    may_ask: bool

    @property
    def gaps(self) -> int:
        """How many gaps are named."""
        return sum(len(point.gaps) for part in self.parts for point in part.points)


def case_for(access: Access, child: Child) -> AssessmentCase:
    """The checklist of one child, from what is recorded now."""
    year, mine = academic_year(access.today), {"school": child.school, "pupil": child.pupil}
    costs = child_costs(access, child.pupil, year, with_reviewed=False)
    voices, cycles, papers, referrals, asked = read_rows(
        Voice.objects.filter(**mine).order_by("given_on"),
        Cycle.objects.filter(**mine).values_list("state", flat=True),
        Document.objects.visible_to(access).filter(**mine, is_advice=True).in_order(),
        Referral.objects.readable_by(access).filter(**mine).open(),
        NeedsAssessment.objects.filter(**mine).values_list("pk", flat=True),
    )
    return AssessmentCase(
        parts=(
            CasePart(
                "The child has, or may have, special educational needs",
                "Children and Families Act 2014, s.36(8)(a)",
                (_needs(access, child),),
            ),
            CasePart(
                "It may be necessary for provision to be made through an EHC plan",
                "Children and Families Act 2014, s.36(8)(b)",
                (
                    _cycles(access, child, cycles),
                    _provision(access, child, costs),
                    _advice(access, child, voices, papers, referrals),
                ),
            ),
            CasePart(
                "What the child and the parents say",
                "Children and Families Act 2014, s.19; Code of Practice 9.14",
                (_pupil_views(access, child, voices), _parent_views(access, child, voices)),
            ),
        ),
        is_asked=bool(asked),
        may_ask=access.can(Permission.EDIT_PLANS),
    )


def _url(access: Access, name: str, child: Child) -> str:
    """Where a point is put right; empty for somebody who may not go there."""
    if not access.can(_LEADS_TO[name]):
        return ""
    return reverse(name, args=[child.school.slug, child.pupil.pk])


def _needs(access: Access, child: Child) -> CasePoint:
    there = [
        f"{need.label}: {need.impact or need.in_words or 'no words about it'}"
        for need in child.needs
    ]
    gaps = [
        f"{need.label}: write how it affects learning." for need in child.needs if not need.impact
    ]
    if not child.needs:
        gaps = ["No need is recorded. The test is low (“may have”), but the council reads what is."]
    return CasePoint(
        "needs",
        "Needs, and what they mean in class",
        tuple(there),
        tuple(gaps),
        "Open needs",
        _url(access, "child_register", child),
    )


def _cycles(access: Access, child: Child, states: list[str]) -> CasePoint:
    reviewed = states.count(CycleState.CLOSED)
    there = [f"{_some(reviewed, 'cycle')} reviewed, of {len(states)} begun."] if states else []
    gaps = []
    if reviewed < ENOUGH_CYCLES:
        gaps.append(
            f"{_some(ENOUGH_CYCLES - reviewed, 'more reviewed cycle')} would show what was tried. "
            "The law asks for no number: need can be plain without."
        )
    return CasePoint(
        "cycles",
        "What was tried, and what came of it",
        tuple(there),
        tuple(gaps),
        "Open cycles",
        _url(access, "child_cycles", child),
    )


def _provision(access: Access, child: Child, costs: ChildCosts) -> CasePoint:
    knows_costs = access.can(Permission.VIEW_COSTS)
    there = [
        f"{line.line.provision.name}: {line.line.shape}"
        f"{f', {_pounds(line.amount.planned)} planned' if knows_costs else ''}"
        for line in costs.lines
    ]
    there += [row.name for row in costs.without_rate if not knows_costs]
    total, gaps = costs.total, []
    if costs.lines and knows_costs:
        side = "above" if costs.is_above else "below"
        there.append(
            f"This year {_pounds(total.planned)} planned, {_pounds(total.spent.delivered)} given "
            f"until today: {_pounds(costs.distance)} {side} the {_pounds(costs.threshold)} that the "
            "school pays itself."
        )
    elif not there:
        gaps.append("Nothing that the child is given is planned here.")
    for row in costs.without_rate if knows_costs else ():
        gaps.append(f"{row.name}: no rate, so its cost is not known.")
    if costs.lines and not total.spent.delivered:
        gaps.append("No session is logged, so nobody can see what was given.")
    return CasePoint(
        "provision",
        "What is given, and what it costs",
        tuple(there),
        tuple(gaps),
        "Open what is given",
        _url(access, "child_provision", child),
    )


def _advice(
    access: Access,
    child: Child,
    voices: list[Voice],
    papers: list[Document],
    referrals: list[Referral],
) -> CasePoint:
    there = [f"{paper.title}, {_day(paper.of_on)}" for paper in papers]
    told = [v for v in voices if v.kind in (AskKind.ADVICE, AskKind.REPORT)]
    there += [f"{voice.role or voice.said_by}, {_day(voice.given_on)}" for voice in told]
    gaps = list(_waiting(referrals))
    if not there:
        gaps.insert(0, "No professional’s advice is on the record.")
    return CasePoint(
        "advice",
        "Advice of professionals",
        tuple(there),
        tuple(gaps),
        "Ask a professional",
        _url(access, "ask_add", child),
    )


def _waiting(referrals: list[Referral]) -> Iterator[str]:
    for row in referrals:
        since = f" since {_day(row.sent_on)}" if row.sent_on else ", not sent yet"
        yield f"{row.service}: referred{since}, no report."


def _pupil_views(access: Access, child: Child, voices: list[Voice]) -> CasePoint:
    return _views(access, child, voices, AskKind.PUPIL_VIEWS, "What the child says", "voice_add")


def _parent_views(access: Access, child: Child, voices: list[Voice]) -> CasePoint:
    return _views(access, child, voices, AskKind.PARENT_VIEWS, "What the parents say", "ask_add")


def _views(
    access: Access, child: Child, voices: list[Voice], kind: str, title: str, url_name: str
) -> CasePoint:
    mine = [voice for voice in voices if voice.kind == kind]
    there = [f"{voice.said_by}, {_day(voice.given_on)}" for voice in mine]
    gaps = []
    if not mine:
        gaps.append("Nobody has written it down yet.")
    elif (child.today - mine[-1].given_on).days > 365:
        gaps.append("It is older than a year. Ask again.")
    return CasePoint(
        kind,
        title,
        tuple(there),
        tuple(gaps),
        "Write it down" if url_name == "voice_add" else "Ask for it",
        _url(access, url_name, child),
    )


def _some(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _pounds(pence: int) -> str:
    return f"£{pence / 100:,.0f}"


def _day(day) -> str:
    return f"{day.day} {day:%B %Y}"

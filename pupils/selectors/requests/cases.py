"""Requests for records, as pages show them."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.models import Deadline
from pupils.models import Approval, Contact, Disclosure, Pupil, RecordsRequest, RequestItem
from pupils.request_codes import GROUNDS, AskerKind, Decision, Outcome
from pupils.rules.requests import missing_checks, should_ask_child
from pupils.selectors.approvals import looks_at
from pupils.selectors.requests.sharing import KeptFrom, kept_from
from pupils.sharing_codes import ShareKind


@dataclass(frozen=True)
class CaseLine:
    """A case in a list."""

    case: RecordsRequest
    child: str
    due_on: dt.date | None
    state: str
    state_words: str


@dataclass(frozen=True)
class PartLine:
    """The items of one part of the record."""

    name: str
    items: tuple[RequestItem, ...]
    #: Numbers of the items that are kept from whoever asks.
    hidden: frozenset[int] = frozenset()

    @property
    def open(self) -> int:
        """How many are not decided."""
        return sum(item.decision == Decision.OPEN for item in self.items)

    @property
    def is_given_together(self) -> bool:
        """Whether something here may be given without looking at it by itself."""
        return any(i.decision == Decision.OPEN and i.number not in self.hidden for i in self.items)


@dataclass(frozen=True)
class CasePage:
    """A case with its clock, what is missing, its items and what was given."""

    line: CaseLine
    due: tuple[Deadline, ...]
    missing: tuple[str, ...]
    parts: tuple[PartLine, ...]
    counts: tuple[tuple[str, int], ...]
    disclosures: tuple[Disclosure, ...]
    kept: KeptFrom
    #: Bundles at which the school asks a second person to look, with the last look.
    looks: dict[UUID, Approval | None]

    @property
    def bundles(self) -> list[tuple[Disclosure, bool, Approval | None]]:
        """What was given, whether a second look is needed, and the last one."""
        return [(row, row.pk in self.looks, self.looks.get(row.pk)) for row in self.disclosures]

    @property
    def has_open(self) -> bool:
        """Whether something is still to be decided."""
        return any(part.open for part in self.parts)


def cases(access: Access, *, pupil: Pupil | None = None) -> list[CaseLine]:
    """The cases of the school of the page, open ones first; of one child, or of all in reach."""
    rows = _rows(access)
    if pupil is not None:
        rows = rows.filter(pupil=pupil)
    found = list(rows)
    due = _due(access, [row.pk for row in found])
    lines = [_line(row, due.get(row.pk), access.today) for row in found]
    return sorted(lines, key=lambda line: not line.case.is_open)


def case_of(access: Access, pk: UUID) -> RecordsRequest | None:
    """One case about a child in reach."""
    return _rows(access).filter(pk=pk).first()


def case_page(access: Access, case: RecordsRequest) -> CasePage:
    """Everything about one case; six statements."""
    deadlines = tuple(
        Deadline.objects.readable_by(access)
        .filter(school=case.school, pupil_id=case.pupil_id, key__startswith=f"records:{case.pk}:")
        .order_by("due_on")
    )
    last = [each.due_on for each in deadlines if each.key.endswith(":answer")]
    items = tuple(
        RequestItem.objects.filter(school=case.school, case=case)
        .select_related("decided_by")
        .defer("text")
    )
    parts = [(name, tuple(rows)) for name, rows in groupby(_by_part(items), lambda i: i.part)]
    kept = kept_from(case, today=access.today)
    hidden = frozenset(item.number for item in items if kept.hides(item))
    counts = Counter(item.decision for item in items)
    rows = Disclosure.objects.filter(school=case.school, case=case)
    disclosures = tuple(rows.select_related("made_by", "handed_by").defer("pdf"))
    made = [row.pk for row in disclosures if row.pages and not row.handed_on]
    return CasePage(
        line=_line(case, last[0] if last else None, access.today),
        due=deadlines,
        missing=tuple(_missing(case)),
        parts=tuple(PartLine(name, rows, hidden) for name, rows in parts),
        counts=tuple((Decision(key).label, counts[key]) for key in Decision if counts[key]),
        disclosures=disclosures,
        kept=kept,
        looks=looks_at(case.school, ShareKind.RECORDS, made) if case.is_open else {},
    )


def children_elsewhere(access: Access, case: RecordsRequest) -> list[Pupil]:
    """The same child, by UPN, at other schools where the asker answers requests.

    For a page over several schools: one school's page sees one school's rows.
    """
    if not case.pupil.upn:
        return []
    rows = Pupil.objects.visible_to(access).filter(upn=case.pupil.upn)
    rows = rows.exclude(school=case.school_id).select_related("school")
    return [row for row in rows if Permission.ANSWER_REQUESTS in access.permissions_at(row.school)]


def case_anywhere(access: Access, pk: UUID) -> RecordsRequest | None:
    """One case, on a page over several schools."""
    rows = RecordsRequest.objects.filter(
        school__in=access.schools, pk=pk, pupil__in=Pupil.objects.visible_to(access)
    )
    return rows.select_related("pupil", "pupil__school", "school").first()


def item_of(case: RecordsRequest, pk: UUID) -> RequestItem | None:
    """One item of a case; a file that was sealed or binned since is not shown."""
    rows = RequestItem.objects.filter(school=case.school, case=case, pk=pk)
    item = rows.select_related("version", "version__document", "decided_by").first()
    if item is None:
        return None
    document = item.version.document if item.version else None
    if document and (document.sealed_at or document.binned_at):
        return None
    item.case = case
    return item


def disclosure_of(case: RecordsRequest, pk: UUID) -> Disclosure | None:
    """One bundle of a case."""
    return Disclosure.objects.filter(school=case.school, case=case, pk=pk).first()


def grounds_used(case: RecordsRequest) -> list[tuple[str, str]]:
    """Each ground on which something is kept back, as a letter says it, with its source."""
    keys = (
        RequestItem.objects.filter(school=case.school, case=case)
        .exclude(ground="")
        .values_list("ground", flat=True)
        .order_by("ground")
        .distinct()
    )
    return [(GROUNDS[key].in_letter, GROUNDS[key].citation) for key in keys]


def may_ask(pupil: Pupil) -> list[Contact]:
    """The contacts of a child: who asks is often one of them."""
    return list(Contact.objects.filter(school_id=pupil.school_id, pupil=pupil))


def _rows(access: Access):
    rows = RecordsRequest.objects.filter(
        school=access.school, pupil__in=Pupil.objects.visible_to(access)
    )
    return rows.select_related(
        "pupil", "pupil__school", "school", "owner", "answered_by", "contact"
    )


def _missing(case: RecordsRequest) -> list[str]:
    return missing_checks(
        has_identity=case.identity_on is not None,
        has_right=case.right_on is not None,
        should_ask=should_ask_child(case.pupil.born_on, case.received_on)
        and case.asker_kind != AskerKind.CHILD,
        child_voice=case.child_voice,
    )


def _due(access: Access, pks: Sequence[UUID]) -> dict[UUID, dt.date]:
    """The last day of each case, from what is due."""
    keys = {f"records:{pk}:answer": pk for pk in pks}
    rows = Deadline.objects.filter(school=access.school, key__in=list(keys))
    return {keys[row.key]: row.due_on for row in rows}


def _line(case: RecordsRequest, due_on: dt.date | None, today: dt.date) -> CaseLine:
    if not case.is_open:
        state, words = "closed", Outcome(case.outcome).label
    elif case.clarify_asked_on and not case.clarified_on:
        state, words = "waiting", "Paused until they say what they mean"
    elif due_on and due_on < today:
        state, words = "overdue", "Late"
    else:
        state, words = "due_soon", "Open"
    return CaseLine(case, case.pupil.full_name, due_on, state, words)


def _by_part(items: Sequence[RequestItem]) -> list[RequestItem]:
    first = {}
    for item in items:
        first.setdefault(item.part, item.number)
    return sorted(items, key=lambda item: (first[item.part], item.number))

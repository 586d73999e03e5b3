"""What a plan says, as pages show it: its versions, sections, links, and what hangs loose."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from ehcp.models import EhcPlan, PlanLine, PlanLink, PlanVersion
from ehcp.rules.annual_review import amendment_notice
from ehcp.rules.orphans import CheckedLine, LooseLine, loose_lines
from ehcp.rules.plans import draft_representations
from ehcp.section_codes import SENSITIVE_SECTIONS, PlanSection, VersionKind
from provision.models import Target
from pupils.models import Document, Pupil


@dataclass(frozen=True)
class Window:
    """The parent's fifteen days on what the council proposes."""

    last_day: dt.date
    days_left: int
    citation: str

    @property
    def is_open(self) -> bool:
        """Whether there is a day left, today counted."""
        return self.days_left > 0


@dataclass(frozen=True)
class VersionLine:
    """A version in the list of them."""

    version: PlanVersion
    is_in_force: bool
    lines: int
    window: Window | None

    @property
    def title(self) -> str:
        """`Final plan of 24 November 2025`."""
        row = self.version
        return f"{VersionKind(row.kind).label} of {row.served_on:%-d %B %Y}"

    @property
    def state(self) -> tuple[str, str]:
        """A state of the page, and its words."""
        if self.is_in_force:
            return "on_track", "In force"
        if self.window and self.window.is_open:
            return "due_soon", "Open for comments"
        if not self.version.checked_on:
            return "waiting", "Wording to be checked"
        return "closed", "Kept"


@dataclass(frozen=True)
class ShownLine:
    """A line with the numbers of what it is for."""

    line: PlanLine
    label: str
    for_labels: tuple[str, ...]

    @property
    def amount(self) -> str:
        """`3 × 30 min a week`, `15 hours a week`; empty where it is not counted by the week."""
        row = self.line
        if row.hours_a_week is not None:
            return f"{row.hours_a_week.normalize():f} hours a week"
        return f"{row.sessions_a_week} × {row.minutes} min a week" if row.sessions_a_week else ""


@dataclass(frozen=True)
class ShownSection:
    """A section of a version."""

    code: str
    title: str
    lines: tuple[ShownLine, ...]


@dataclass(frozen=True)
class VersionPage:
    """A version with all that the asker may read of it."""

    row: VersionLine
    sections: tuple[ShownSection, ...]
    loose: tuple[LooseLine, ...]
    #: Sections that only a few may read and the asker may not.
    hidden: bool
    document: Document | None
    #: The version that this one would change, or changed.
    beside: PlanVersion | None
    may_change: bool
    #: Outcomes of the plan in force can be put on the child's record by the asker.
    may_adopt: bool = False


def find_version(access: Access, pk: UUID) -> PlanVersion | None:
    """A version of the plan of a child whom the asker may see."""
    seen = Pupil.objects.visible_to(access)
    rows = PlanVersion.objects.filter(school=access.school, pk=pk, plan__pupil__in=seen)
    return rows.select_related("plan__pupil", "checked_by").first()


def version_lines(access: Access, plan: EhcPlan) -> list[VersionLine]:
    """The versions of a plan, the newest first; one statement."""
    return as_lines(access, list(version_rows(access, plan)))


def version_rows(access: Access, plan: EhcPlan):
    """The rows of the versions of a plan, with the number of their lines."""
    rows = PlanVersion.objects.filter(school=access.school, plan=plan).newest_first()
    return rows.select_related("checked_by").annotate(size=Count("lines"))


def as_lines(access: Access, found: list[PlanVersion]) -> list[VersionLine]:
    """The same with what each version is now."""
    force = next((row for row in found if _is_final(row) and row.checked_on), None)
    return [VersionLine(row, row is force, row.size, window_of(row, access.today)) for row in found]


def window_of(version: PlanVersion, today: dt.date) -> Window | None:
    """Until when the parent comments on a draft or amended plan."""
    if _is_final(version):
        return None
    if version.kind == VersionKind.DRAFT:
        said = draft_representations(draft_served=version.served_on)
        last, citation = said["last_day_for_representations"], "SEND Regs 2014 reg 13(1)(a)"
    else:
        said = amendment_notice(notice_served=version.served_on)
        last, citation = said["last_day"], "SEND Regs 2014 reg 22(2)(c)"
    return Window(last, max(0, (last - today).days + 1), citation)


def lines_for(access: Access, version: PlanVersion):
    """The lines of a version that the asker may read, in the order of the plan."""
    return lines_of(access, version=version)


def lines_of(access: Access, **which: Any):
    """The same for versions that are found some other way."""
    rows = PlanLine.objects.filter(school=access.school, **which)
    if not access.can(Permission.VIEW_NEEDS):
        return rows.none()
    return rows.readable_by(access).order_by("section", "position", "pk")


def version_page(access: Access, version: PlanVersion) -> VersionPage:
    """A version, section by section; about six statements."""
    listed = version_lines(access, version.plan)
    row = next(each for each in listed if each.version.pk == version.pk)
    lines = list(lines_for(access, version).select_related("need", "outcome"))
    links = by_line(link_rows(access, line__version=version))
    labels = {line.pk: label_of(line) for line in lines}
    newer = any(each.is_in_force for each in listed) and not row.is_in_force
    is_replaced = newer and _is_final(version) and version.checked_on is not None
    may_change = (
        access.can(Permission.EDIT_PLANS) and version.plan.ended_on is None and not is_replaced
    )
    is_loose = any(line.section == PlanSection.E and not line.outcome_id for line in lines)
    return VersionPage(
        row=row,
        sections=tuple(_sections(lines, links, labels)),
        loose=loose_in(lines, links, _worked_on(access, lines)),
        hidden=not access.can(Permission.VIEW_SENSITIVE),
        document=_document(access, version),
        beside=beside(listed, version),
        may_change=may_change,
        may_adopt=may_change
        and is_loose
        and row.is_in_force
        and access.can(Permission.WRITE_CYCLES),
    )


def beside(listed: Iterable[VersionLine], version: PlanVersion) -> PlanVersion | None:
    """What a version is compared with: the plan in force, or what came before that one."""
    others = [each for each in listed if each.version.pk != version.pk and each.lines]
    force = next((each.version for each in others if each.is_in_force), None)
    if force and force.served_on <= version.served_on:
        return force
    return next((x.version for x in others if x.version.served_on <= version.served_on), None)


def label_of(line: PlanLine) -> str:
    """`F3`: as the paper numbers it, or by its place."""
    number = line.number or str(line.position)
    if number[:1].isalpha():
        return number
    return f"{line.section}.{number}" if line.section[-1].isdigit() else f"{line.section}{number}"


def _is_final(version: PlanVersion) -> bool:
    return version.kind == VersionKind.FINAL


def link_rows(access: Access, **which: Any):
    """(line, line that it is for) of versions, in the order of the plan."""
    rows = PlanLink.objects.filter(school=access.school, **which)
    return rows.order_by("to__section", "to__position").values_list("line_id", "to_id")


def by_line(rows: Iterable[tuple[UUID, UUID]]) -> dict[UUID, list[UUID]]:
    """The same by line."""
    found: dict[UUID, list[UUID]] = defaultdict(list)
    for line, to in rows:
        found[line].append(to)
    return found


def _sections(lines: list[PlanLine], links: dict, labels: dict) -> Iterable[ShownSection]:
    for section in PlanSection:
        shown = tuple(
            ShownLine(
                line, labels[line.pk], tuple(labels[to] for to in links[line.pk] if to in labels)
            )
            for line in lines
            if line.section == section
        )
        yield ShownSection(section.value, str(section.label), shown)


def _worked_on(access: Access, lines: list[PlanLine]) -> set[UUID]:
    """Outcomes of these lines with a target that is still worked on."""
    outcomes = {line.outcome_id for line in lines if line.outcome_id}
    if not outcomes:
        return set()
    targets = Target.objects.filter(school=access.school, outcome__in=outcomes).open()
    return set(targets.values_list("outcome_id", flat=True))


def loose_in(
    lines: list[PlanLine], links: dict[UUID, list[UUID]], worked_on: set[UUID]
) -> tuple[LooseLine, ...]:
    """What hangs loose, `worked_on` being the outcomes with an open target."""
    checked = [
        CheckedLine(
            key=str(line.pk),
            section=line.section,
            number=label_of(line),
            text=line.text,
            links=frozenset(str(to) for to in links[line.pk]),
            is_counted=line.is_counted,
            has_target=line.outcome_id in worked_on,
        )
        for line in lines
    ]
    return tuple(loose_lines(checked))


def _document(access: Access, version: PlanVersion) -> Document | None:
    if not version.document_id or not access.can(Permission.VIEW_DOCUMENTS):
        return None
    rows = Document.objects.filter(school=access.school, pk=version.document_id)
    return rows.visible_to(access).first()


def papers_of(access: Access, pupil: Pupil) -> list[tuple[str, str]]:
    """Documents of the child that may be the paper of a plan, as choices."""
    rows = Document.objects.filter(school=access.school, pupil=pupil).visible_to(access)
    found = rows.filter(kind__in=("ehcp", "ehcp_paper")).in_order()
    return [(str(row.pk), f"{row.title}, {row.of_on:%-d %B %Y}") for row in found]


def may_read(access: Access, section: str) -> bool:
    """Whether the asker may read and write a section."""
    return section not in SENSITIVE_SECTIONS or access.can(Permission.VIEW_SENSITIVE)

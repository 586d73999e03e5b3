"""INDES: a child's records side by side, and who of a school's register has one."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import F

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from provision.council_codes import PanelOutcome
from provision.models import IndesArea, IndesRecord, Place, Target
from provision.rules.graduated_map import Indes, shapes_for
from pupils.codes import AreaOfNeed, SenStatus
from pupils.models import Pupil
from pupils.models.roll import tell_apart
from pupils.selectors.documents import papers_of
from pupils.selectors.identity import Child, with_status
from pupils.words import status_words

#: How a child's record can stand, in the order in which somebody works through them.
SHOWN = {
    "none": "No record",
    "writing": "Not sent",
    "sent": "With the council",
    "decided": "Answered",
}


@dataclass(frozen=True)
class SectionLine:
    """A section with what each record says of it, the newest first; None where it says nothing."""

    section: str
    areas: tuple[IndesArea | None, ...]


@dataclass(frozen=True)
class ChildIndes:
    """A child's records side by side."""

    framework: Indes | None
    records: tuple[IndesRecord, ...]
    lines: tuple[SectionLine, ...]
    #: Filled in by mistake and put aside.
    taken_back: tuple[IndesRecord, ...] = ()

    @property
    def newest(self) -> IndesRecord | None:
        return self.records[0] if self.records else None

    @property
    def is_on_older_framework(self) -> bool:
        """The newest record is on a framework that has been replaced."""
        newest = self.newest
        return bool(newest and self.framework and newest.framework != self.framework.version)


def standing_of(record: IndesRecord | None) -> str:
    """A key of SHOWN."""
    if record is None:
        return "none"
    if record.outcome:
        return "decided"
    return "sent" if record.submitted_on else "writing"


def framework_now(access: Access) -> Indes | None:
    """The version of the framework that holds today."""
    return shapes_for(access.school.la_code)[0].indes_on(access.today)


def sections_of(framework: Indes) -> list[str]:
    """Its sections; the broad areas of need where its own are not known to us."""
    return [each.label for each in framework.sections] or [area.label for area in AreaOfNeed]


def child_indes(access: Access, child: Child) -> ChildIndes:
    """The records of a child side by side, each section with `shown`: what links to it, in words."""
    rows = IndesRecord.objects.filter(school=child.school, pupil=child.pupil)
    every = list(rows.select_related("written_by", "taken_back_by").prefetch_related("areas"))
    records = [row for row in every if row.taken_back_on is None]
    names = dict(linkable(access, child)) if records else {}
    by_record = [{area.section: area for area in row.areas.all()} for row in records]
    for areas in by_record:
        for area in areas.values():
            area.shown = [names[key] for key in area.linked if key in names]
    sections = list(dict.fromkeys(name for areas in by_record for name in areas))
    return ChildIndes(
        framework=framework_now(access),
        records=tuple(records),
        lines=tuple(
            SectionLine(name, tuple(areas.get(name) for areas in by_record)) for name in sections
        ),
        taken_back=tuple(row for row in every if row.taken_back_on),
    )


def linkable(access: Access, child: Child) -> list[tuple[str, str]]:
    """What of the record can show a level, as far as the asker may read it; three statements."""
    mine = {"school": child.school, "pupil": child.pupil}
    found = [(f"need:{need.id}", f"Need: {need.label}") for need in child.needs]
    targets = Target.objects.filter(**mine).readable_by(access).order_by("-by_on", "pk")[:12]
    found += [(f"target:{row.pk}", f"Target: {row.text}") for row in targets]
    places = Place.objects.filter(**mine, provision__is_confidential=False)
    places = places.select_related("provision").order_by("-starts_on", "pk")[:12]
    found += [(f"provision:{row.provision_id}", f"Given: {row.provision.name}") for row in places]
    if access.can(Permission.VIEW_DOCUMENTS):
        papers = papers_of(access, child.pupil)[:12]
        found += [(f"paper:{pk}", f"Paper: {title}") for title, pk in papers]
    return list(dict.fromkeys(found))


def indes_of(access: Access, pupil: Pupil, pk: UUID) -> IndesRecord | None:
    """One record of the child."""
    rows = IndesRecord.objects.filter(school=access.school, pupil=pupil, pk=pk)
    row = rows.first()
    if row:
        row.school, row.pupil = pupil.school, pupil
    return row


@dataclass(frozen=True)
class RegisterLine:
    """A child of the register and its newest record."""

    pupil: Pupil
    record: IndesRecord | None
    framework: str

    @property
    def standing(self) -> str:
        return standing_of(self.record)

    @property
    def standing_words(self) -> str:
        return SHOWN[self.standing]

    @property
    def status(self) -> str:
        return status_words(self.pupil.sen_status)

    @property
    def outcome_words(self) -> str:
        """What the panel decided; empty before."""
        code = self.record.outcome if self.record else ""
        return PanelOutcome(code).label if code else ""

    @property
    def is_older(self) -> bool:
        """On a framework that has been replaced."""
        return self.record is not None and self.record.framework != self.framework


@dataclass(frozen=True)
class SchoolIndes:
    """Every child of the register in reach, those without a record first."""

    framework: Indes | None
    lines: tuple[RegisterLine, ...]

    @property
    def counts(self) -> list[tuple[str, str, int]]:
        """How many stand how: key, words, number."""
        return [
            (key, words, sum(line.standing == key for line in self.lines))
            for key, words in SHOWN.items()
        ]

    @property
    def next_child(self) -> RegisterLine | None:
        """The first without a record."""
        return next((line for line in self.lines if line.standing == "none"), None)


def school_indes(access: Access) -> SchoolIndes:
    """Children on the register with their newest record; two statements."""
    framework = framework_now(access)
    rows = Pupil.objects.visible_to(access).filter(school=access.school).on_roll(access.today)
    wanted = [SenStatus.SUPPORT, SenStatus.PLAN]
    rows = with_status(rows, access.today).filter(period__status__in=wanted)
    rows = rows.annotate(sen_status=F("period__status"))
    pupils = tell_apart(list(rows.select_related("class_group").in_register_order()))
    newest: dict[UUID, IndesRecord] = {}
    for record in IndesRecord.objects.standing().filter(school=access.school):
        newest.setdefault(record.pupil_id, record)
    version = framework.version if framework else ""
    lines = [RegisterLine(pupil, newest.get(pupil.pk), version) for pupil in pupils]
    order = list(SHOWN)
    return SchoolIndes(framework, tuple(sorted(lines, key=lambda x: order.index(x.standing))))

"""The list of a school's needs assessments, and how its councils keep to the law's weeks."""

from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.calendars import calendar_read
from aylsham.models import School
from aylsham.together import Reads, at_once, read, rows_read
from ehcp.models import EhcPlan
from ehcp.selectors.assessments.files import AssessmentFile, files_read
from ehcp.selectors.assessments.lines import milestone_lines
from ehcp.selectors.dues import DueLine
from pupils.models import Pupil
from pupils.models.roll import tell_apart


@dataclass(frozen=True)
class AssessmentLine:
    """An assessment in the list of a school."""

    file: AssessmentFile
    pupil: Pupil
    #: What the council owes next, and how late it is.
    next: DueLine | None
    worst: DueLine | None


@dataclass(frozen=True)
class StageCount:
    """How a council keeps one limit: in time, late, still open and late."""

    label: str
    in_time: int
    late: int
    open_late: int
    most_weeks: int

    @property
    def total(self) -> int:
        return self.in_time + self.late + self.open_late


@dataclass(frozen=True)
class SchoolAssessments:
    """Every assessment of a school, and how its councils keep to the law's weeks."""

    running: tuple[AssessmentLine, ...]
    over: tuple[AssessmentLine, ...]
    counts: tuple[tuple[str, tuple[StageCount, ...]], ...]

    @property
    def pupil_ids(self) -> list[UUID]:
        return [line.pupil.pk for line in (*self.running, *self.over)]


def school_assessments(access: Access) -> SchoolAssessments:
    """The assessments of children in reach, the latest first; two statements."""
    return read(school_assessments_read(access))


def school_assessments_read(access: Access) -> Reads[SchoolAssessments]:
    """The same, to go with other reads."""
    school: School = access.school
    pupils = Pupil.objects.visible_to(access).filter(school=school, needs_assessments__isnull=False)
    (found,), calendar, files = yield from at_once(
        rows_read(pupils.select_related("class_group").distinct()),
        calendar_read(school),
        files_read([school], pupils.order_by().values("pk")),
    )
    seen = {pupil.pk: pupil for pupil in found}
    tell_apart(found)
    shown = [(file, milestone_lines(file, calendar, access.today)) for file in files]
    lines = [_list_line(file, each, seen[file.row.pupil_id]) for file, each in shown]
    lines.sort(key=lambda line: -(line.worst.weeks_late if line.worst else 0))
    return SchoolAssessments(
        running=tuple(line for line in lines if line.file.stage.is_open),
        over=tuple(line for line in lines if not line.file.stage.is_open),
        counts=_counts(shown),
    )


def children_to_begin(access: Access, page: SchoolAssessments) -> list[Pupil]:
    """Children on roll with neither a plan nor an assessment that runs; one statement."""
    running = [line.pupil.pk for line in page.running]
    plans = EhcPlan.objects.filter(school=access.school).maintained()
    rows = Pupil.objects.visible_to(access).filter(school=access.school)
    rows = rows.exclude(pk__in=running).exclude(pk__in=plans.values("pupil"))
    found = list(rows.on_roll(access.today).in_register_order().select_related("class_group"))
    tell_apart(found)
    return found


def _list_line(file: AssessmentFile, lines: tuple[DueLine, ...], pupil: Pupil) -> AssessmentLine:
    open_lines = [line for line in lines if line.due.is_open and line.state != "closed"]
    late = [line for line in open_lines if line.is_late]
    return AssessmentLine(
        file=file,
        pupil=pupil,
        next=min(open_lines, key=lambda line: line.due.due_on, default=None),
        worst=max(late, key=lambda line: line.weeks_late, default=None),
    )


#: The limits of the law by which a council is counted.
_COUNTED = {
    "decision": "Decision within 6 weeks",
    "no_plan": "Word of a plan or none within 16 weeks",
    "final": "Final plan within 20 weeks",
}


def _counts(shown) -> tuple[tuple[str, tuple[StageCount, ...]], ...]:
    councils = sorted({file.row.local_authority for file, _ in shown})
    return tuple(
        (
            council,
            tuple(
                _count(label, key, [ls for f, ls in shown if f.row.local_authority == council])
                for key, label in _COUNTED.items()
            ),
        )
        for council in councils
    )


def _count(label: str, key: str, found: list[tuple[DueLine, ...]]) -> StageCount:
    lines = [line for lines in found for line in lines if line.due.key == key]
    kept = [line for line in lines if not line.due.is_off]
    done = [line for line in kept if line.due.done_on]
    late = [line for line in done if line.weeks_late]
    waiting = [line for line in kept if line.is_late]
    return StageCount(
        label=label,
        in_time=len(done) - len(late),
        late=len(late),
        open_late=len(waiting),
        most_weeks=max((line.weeks_late for line in (*late, *waiting)), default=0),
    )

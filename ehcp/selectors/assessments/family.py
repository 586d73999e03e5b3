"""What a family reads of the needs assessment on their page: where it stands, and the law's day."""

from collections.abc import Iterable

from aylsham.models import Deadline, Weight
from aylsham.together import Reads
from ehcp.models import NeedsAssessment, PlanAppeal
from ehcp.rules.stages import Stage as Step
from ehcp.rules.stages import stage_of
from ehcp.selectors.assessments.files import dates_of
from pupils.parent_parts import Reader
from pupils.rules.parents import Stage

COUNCIL, YOU, SCHOOL = "The council", "You", "The school"
ABOUT = "The needs assessment"
#: Where it stands, what comes next, who does it, and the end of the key of what is due.
_SAID: dict[Step, tuple[str, str, str, str]] = {
    Step.ASKED: (
        "The council was asked to assess.",
        "We get proof that it came.",
        SCHOOL,
        ":proof",
    ),
    Step.CONSIDERING: (
        "The council has the request.",
        "The council tells you if it will assess.",
        COUNCIL,
        ":decision",
    ),
    Step.ASSESSING: (
        "The council assesses your child’s needs.",
        "The council sends you a draft plan, or says that there is no plan.",
        COUNCIL,
        ":no_plan",
    ),
    Step.DRAFTED: (
        "You have the draft plan.",
        "You say what you think, and which school you want.",
        YOU,
        ":comments",
    ),
    Step.REFUSED: (
        "The council will not assess.",
        "You can ask for mediation, or appeal.",
        YOU,
        ":submit_by",
    ),
    Step.NO_PLAN: (
        "The council will not make a plan.",
        "You can ask for mediation, or appeal.",
        YOU,
        ":submit_by",
    ),
}


def assessment_stages(reader: Reader) -> Reads[list[Stage]]:
    """The assessment, while it runs or can be appealed; two reads."""
    pupil = reader.pupil
    rows = NeedsAssessment.objects.filter(school_id=pupil.school_id, pupil=pupil)
    ordered = PlanAppeal.objects.filter(school_id=pupil.school_id, pupil=pupil)
    found, appeals = yield [rows[:1], ordered.exclude(order="")]
    return [stage for row in found if (stage := _stage(row, appeals, reader))]


def _stage(row: NeedsAssessment, appeals: Iterable[PlanAppeal], reader: Reader) -> Stage | None:
    step = stage_of(dates_of(row, [each for each in appeals if each.assessment_id == row.pk]))
    if step not in _SAID:
        return None
    where, then, who, ending = _SAID[step]
    due = _due(reader, step, ending)
    if step is Step.DRAFTED and due is None:
        then, who, due = "The council sends the final plan.", COUNCIL, _due(reader, step, ":final")
    if step in (Step.REFUSED, Step.NO_PLAN) and due is None:
        return None
    is_law = due is not None and due.weight == Weight.LAW
    key = f"assessment:{row.pk}:{step.value}:{ending}"
    return Stage(key, ABOUT, where, then, due.due_on if due else None, is_law, who)


def _due(reader: Reader, step: Step, ending: str) -> Deadline | None:
    kind = "appeal" if step in (Step.REFUSED, Step.NO_PLAN) else "assessment"
    return reader.next_due(kind, ending)

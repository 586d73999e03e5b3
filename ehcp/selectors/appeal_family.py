"""What a family reads of mediation and appeal about a plan: their right, and its last day."""

from aylsham.models import Deadline, Weight
from aylsham.together import Reads
from ehcp.appeal_codes import AppealAbout, Order
from ehcp.codes import PlanEnd
from ehcp.models import PlanAppeal
from ehcp.rules.ceasing import appeal_until
from pupils.parent_parts import Reader
from pupils.rules.parents import Stage

ABOUT = "The EHC plan: if you disagree"
COUNCIL, YOU, TRIBUNAL = "The council", "You", "The Tribunal"
ADVISER = "The mediation adviser"
_DECIDED = {
    AppealAbout.CONTENT: "The council has made the plan.",
    AppealAbout.AMENDED: "The council has changed the plan.",
    AppealAbout.SAME: "The council will not change the plan.",
    AppealAbout.CEASED: "The council wants to end the plan. It stays in place while you can appeal "
    "or do appeal.",
}


def appeal_stages(reader: Reader) -> Reads[list[Stage]]:
    """Each decision about a plan that is followed, while somebody can do something; one read."""
    pupil = reader.pupil
    rows = PlanAppeal.objects.filter(
        school_id=pupil.school_id, pupil=pupil, plan__end_reason__in=["", PlanEnd.CEASED]
    )
    (found,) = yield [rows.filter(withdrawn_on=None)]
    return [stage for row in found if (stage := _stage(row, reader))]


def _stage(row: PlanAppeal, reader: Reader) -> Stage | None:
    if row.order_on or row.unopposed_on:
        return _after_order(row, reader)
    if row.lodged_on:
        where, then = "Your appeal is with the Tribunal.", "The Tribunal decides."
        on = row.hearing_on if row.hearing_on and row.hearing_on >= reader.today else None
        if on:
            then = "The Tribunal hears your appeal."
        return Stage(_key(row, "lodged"), ABOUT, where, then, on, who=TRIBUNAL)
    if row.adviser_told_on and not row.certificate_on:
        return _mediating(row, reader)
    due = _due(row, reader, "submit_by")
    if due is None:
        return None
    where, then = _DECIDED[AppealAbout(row.about)], "You can ask for mediation, or appeal."
    return Stage(_key(row, "letter"), ABOUT, where, then, due.due_on, _is_law(due), YOU)


def _mediating(row: PlanAppeal, reader: Reader) -> Stage | None:
    """Until the certificate has come as late as it may, and its month is over."""
    until = appeal_until(
        row.letter_on, told_on=row.adviser_told_on, wants_mediation=row.wants_mediation
    )
    if until < reader.today:
        return None
    where = "You told the mediation adviser."
    then = "They send you a certificate. Then you have a month to appeal."
    return Stage(_key(row, "mediation"), ABOUT, where, then, who=ADVISER)


def _after_order(row: PlanAppeal, reader: Reader) -> Stage | None:
    if row.order == Order.DISMISSED or row.obeyed_on:
        return None
    where, then = "The Tribunal has decided.", "The council does what the Tribunal says."
    if not row.order_on:
        where, then = "The council agrees with you.", "The council does what you asked for."
    due = _due(row, reader, "")
    by = due.due_on if due else None
    return Stage(_key(row, "order"), ABOUT, where, then, by, _is_law(due), COUNCIL)


def _due(row: PlanAppeal, reader: Reader, answer: str) -> Deadline | None:
    """The next of this disagreement's own days."""
    return reader.next_due("appeal", f"{answer}:{row.pk}")


def _is_law(due: Deadline | None) -> bool:
    return due is not None and due.weight == Weight.LAW


def _key(row: PlanAppeal, step: str) -> str:
    return f"appeal:{row.pk}:{step}"

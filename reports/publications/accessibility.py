"""The accessibility plan as a kind of document (Equality Act 2010, Sch 10 para 3; SUP-12)."""

import datetime as dt

from aylsham.datewords import full_day_words
from aylsham.models import School
from provision.rules.money import in_pounds
from reports.access_codes import ActionState, Strand
from reports.codes import Duty
from reports.models import AccessAction
from reports.publications.headings import Heading
from reports.publications.kind import Kind, Reading, Table
from reports.selectors.access_plan import actions_of_document, last_review

HEADINGS = (
    Heading(
        "aims",
        "What this plan is for",
        "Sch 10, 3(1)",
        "What you want to be better for disabled children in three years, and how you found out: "
        "whom you asked, and what you looked at.",
    ),
    Heading(
        Strand.CURRICULUM.value,
        "How more children can take part in the curriculum",
        "Sch 10, 3(2)(a)",
        "Lessons, clubs, trips and tests. At least one action is asked for.",
        is_from_record=True,
    ),
    Heading(
        Strand.ENVIRONMENT.value,
        "How we make the building and the grounds easier to use",
        "Sch 10, 3(2)(b)",
        "Doors, floors, light, sound, toilets, playground. At least one action is asked for.",
        is_from_record=True,
    ),
    Heading(
        Strand.INFORMATION.value,
        "How we give information that every child can use",
        "Sch 10, 3(2)(c)",
        "Large print, symbols, spoken words, websites. At least one action is asked for.",
        is_from_record=True,
    ),
    Heading(
        "means",
        "How we pay for it, and who sees that it is done",
        "Sch 10, 3(6) and 4",
        "Which money is set aside, and who in the school and the governing body answers for it.",
    ),
    Heading(
        "looking",
        "How we look at the plan again",
        "Sch 10, 3(5)",
        "Who looks at it each year, and how children and parents are asked.",
    ),
    Heading(
        "copies",
        "How to get this plan in another form",
        "our own",
        "Whom to ask for large print, another language or a paper copy.",
        is_optional=True,
    ),
    Heading(
        "beside",
        "What else to read",
        "our own",
        "The equality objectives, the SEN information report, the policy on medical needs.",
        is_optional=True,
    ),
)
COLUMNS = (
    "What we do",
    "The barrier it takes away",
    "Who, and by when",
    "Cost",
    "How we will know",
    "How it stands",
)


def read(school: School, today: dt.date) -> Reading:
    """The actions of each strand, and the last look at them."""
    actions = actions_of_document(school)
    review = last_review(school)
    said: dict[str, list[str | Table]] = {
        strand.value: _strand(strand, [each for each in actions if each.strand == strand])
        for strand in Strand
    }
    if review:
        said["looking"] = [f"We last looked at it on {full_day_words(review.held_on)}."]
    return Reading(said)


def _strand(strand: Strand, actions: list[AccessAction]) -> list[str | Table]:
    if not actions:
        return []
    return [Table(f"Actions: {strand.label}", COLUMNS, tuple(_row(each) for each in actions))]


def _row(action: AccessAction) -> tuple[str, ...]:
    by_when = f", by {full_day_words(action.due_on)}" if action.due_on else ""
    cost = action.cost_pence
    return (
        action.what,
        action.barrier,
        f"{action.who}{by_when}",
        "not known yet" if cost is None else in_pounds(cost),
        action.sign,
        _state(action),
    )


def _state(action: AccessAction) -> str:
    if action.done_on:
        return f"Done on {full_day_words(action.done_on)}"
    return ActionState(action.state).label


KIND = Kind(
    duty=Duty.ACCESSIBILITY_PLAN,
    headings=HEADINGS,
    read=read,
    plural="Accessibility plans",
    short="plan",
    about="What the school does over three years so that disabled children can take part. It "
    "begins with the actions by strand and with your words of last time; the head publishes it.",
    description="How the school makes it easier for disabled children to take part.",
    law="Equality Act 2010, Schedule 10, paragraph 3.",
    next_due="The next one is due within three years of its first day. Look at the actions once "
    "a year.",
    draft_note="It names no child.",
    months=36,
    record_page=("The actions by strand", "access_plan"),
)

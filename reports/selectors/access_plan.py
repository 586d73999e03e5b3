"""The accessibility plan's actions by strand, for its page and for the document."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.models import School
from reports.access_codes import SHOWN, TO_DO, ActionState, Strand
from reports.codes import Duty
from reports.models import AccessAction, AccessReview, DutyRecord
from reports.selectors.child_names import names_of_children_in


@dataclass(frozen=True)
class ActionLine:
    """An action as the page shows it."""

    action: AccessAction
    shown: str  # a key of STATES
    is_late: bool


@dataclass(frozen=True)
class StrandPart:
    """What the plan does in one strand."""

    strand: Strand
    lines: tuple[ActionLine, ...]

    @property
    def is_lacking(self) -> bool:
        """The plan would say nothing here: no action but what was given up."""
        return all(line.action.state == ActionState.GIVEN_UP for line in self.lines)


@dataclass(frozen=True)
class AccessPlanPage:
    """The actions of a school's plan, and the looks at them."""

    parts: tuple[StrandPart, ...]
    reviews: tuple[AccessReview, ...]
    #: Names of children that stand in the actions.
    names: tuple[str, ...]

    @property
    def lacking(self) -> tuple[StrandPart, ...]:
        """Strands without an action: the draft cannot go to the head."""
        return tuple(part for part in self.parts if part.is_lacking)


def access_plan_page(access: Access, school: School) -> AccessPlanPage:
    """Every action by strand, what is to be done first; three statements."""
    actions = sorted(AccessAction.objects.filter(school=school), key=_order)
    reviews = AccessReview.objects.filter(school=school).select_related("recorded_by")
    return AccessPlanPage(
        parts=tuple(
            StrandPart(
                strand,
                tuple(_line(each, access.today) for each in actions if each.strand == strand),
            )
            for strand in Strand
        ),
        reviews=tuple(reviews),
        names=names_of_children_in(school.pk, words_of(actions)),
    )


def access_action(school: School, pk: UUID) -> AccessAction | None:
    """One action of the school."""
    return AccessAction.objects.filter(school=school, pk=pk).first()


def access_look(school: School, pk: UUID) -> AccessReview | None:
    """One look at the actions of the school."""
    return AccessReview.objects.filter(school=school, pk=pk).first()


def words_of(actions: Iterable[AccessAction]) -> list[str]:
    """Everything that somebody wrote in these actions."""
    return [
        words
        for each in actions
        for words in (each.what, each.barrier, each.who, each.sign, each.given_up_why)
    ]


def actions_of_document(school: School) -> list[AccessAction]:
    """What the document tells: what is to be done, and what was done since the plan began.

    What was given up stays inside the school: its reason is for the governors.
    """
    first = plan_start(school)
    rows = AccessAction.objects.filter(school=school).exclude(state=ActionState.GIVEN_UP)
    told = (each for each in rows if each.is_to_do or first is None or each.done_on >= first)
    return sorted(told, key=_order)


def plan_start(school: School) -> dt.date | None:
    """The first day of the newest plan that was recorded."""
    rows = DutyRecord.objects.filter(school=school, duty=Duty.ACCESSIBILITY_PLAN).latest_first()
    return rows.values_list("about_on", flat=True).first()


def last_review(school: School) -> AccessReview | None:
    """The newest look at the actions."""
    return AccessReview.objects.filter(school=school).first()


def _line(action: AccessAction, today: dt.date) -> ActionLine:
    is_late = bool(action.is_to_do and action.due_on and action.due_on < today)
    shown = "overdue" if is_late else SHOWN[ActionState(action.state)]
    return ActionLine(action, shown, is_late)


def _order(action: AccessAction) -> tuple:
    """What is to be done before what is over; by day, and what has none last."""
    day = action.due_on or dt.date.max
    return (action.state not in TO_DO, day, action.added_at)

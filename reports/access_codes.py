"""Code sets of the accessibility plan."""

from django.db import models


class Strand(models.TextChoices):
    """What the law wants better (Equality Act 2010, Sch 10 para 3(2)); the codes are headings."""

    CURRICULUM = "curriculum", "Taking part in the curriculum"
    ENVIRONMENT = "environment", "The physical environment"
    INFORMATION = "information", "Information"


class ActionState(models.TextChoices):
    """How far an action of the plan is."""

    NOT_BEGUN = "new", "Not begun"
    UNDER_WAY = "begun", "Under way"
    DONE = "done", "Done"
    GIVEN_UP = "given_up", "Given up"


#: Still to be done.
TO_DO = (ActionState.NOT_BEGUN, ActionState.UNDER_WAY)
#: Which state of the pages each is: a key of `aylsham.components.STATES`.
SHOWN = {
    ActionState.NOT_BEGUN: "advised",
    ActionState.UNDER_WAY: "due_soon",
    ActionState.DONE: "on_track",
    ActionState.GIVEN_UP: "closed",
}

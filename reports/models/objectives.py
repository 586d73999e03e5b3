"""What a school wants to have reached: objectives, their steps, what counts too, looks at them."""

from django.db import models
from django.db.models import Q

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from reports.access_codes import TO_DO
from reports.models.worked_off import WorkedOff
from reports.objective_codes import PlanKind, Rag
from reports.subject_codes import Subject


@track_history
class Objective(WorkedOff):
    """One objective of an improvement plan, or for equality; about no child by name."""

    #: Worded by the federation, where it is one of its: then a school changes its own part alone.
    shared = models.ForeignKey(
        "reports.FederationObjective",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="at_schools",
    )
    plan = models.CharField("plan", max_length=10, choices=PlanKind)
    what = models.CharField("what we want to reach", max_length=300)
    basis = models.CharField("what it rests on", max_length=600)
    sign = models.CharField("how we will know", max_length=300)
    lead = models.CharField("who answers for it", max_length=150)
    ends_on = models.DateField("to be reached by")
    review_on = models.DateField("next look")
    #: As judged at the last look; empty: not judged yet.
    rag = models.CharField("how it stands", max_length=5, choices=Rag, blank=True)

    class Meta(WorkedOff.Meta):
        ordering = ["plan", "ends_on", "id"]
        constraints = [
            *WorkedOff.Meta.constraints,
            models.UniqueConstraint(
                fields=["school", "plan", "what"],
                condition=Q(state__in=TO_DO),
                name="reports_objective_once",
            ),
            models.UniqueConstraint(
                fields=["school", "shared"],
                condition=Q(shared__isnull=False),
                name="reports_objective_shared_once",
            ),
            models.CheckConstraint(
                condition=Q(shared=None) | Q(plan=PlanKind.FEDERATION),
                name="reports_objective_shared_of_federation",
            ),
        ]


@track_history
class PlanStep(WorkedOff):
    """An action, or a milestone: of an objective, of a meeting, of a subject, or of several."""

    objective = school_key(Objective, null=True, blank=True, related_name="steps")
    #: The brief of the meeting that decided it.
    brief = school_key("reports.LeadersBrief", null=True, blank=True, related_name="steps")
    #: The subject in whose curriculum it is done; empty: in none.
    subject = models.CharField("subject", max_length=10, choices=Subject, blank=True)
    for_whom = models.CharField("for which classes or years", max_length=150, blank=True)
    is_milestone = models.BooleanField("milestone", default=False)
    what = models.CharField("what is done", max_length=300)
    #: The one who is asked for it; None: somebody who does not sign in.
    owner = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    who = models.CharField("who does it", max_length=150)
    due_on = models.DateField("by when")
    evidence = models.CharField("what shows it", max_length=500, blank=True)

    class Meta(WorkedOff.Meta):
        ordering = ["due_on", "id"]
        constraints = [
            *WorkedOff.Meta.constraints,
            SameSchool("objective", name="reports_planstep_objective_same_school"),
            SameSchool("brief", name="reports_planstep_brief_same_school"),
            models.CheckConstraint(
                condition=Q(objective__isnull=False) | Q(brief__isnull=False) | ~Q(subject=""),
                name="reports_planstep_of_something",
            ),
            models.UniqueConstraint(
                fields=["school", "objective", "brief", "subject", "what"],
                condition=Q(state__in=TO_DO),
                name="reports_planstep_once",
                nulls_distinct=False,
            ),
        ]


@track_history
class ObjectiveLink(SchoolOwned):
    """That an action of another plan counts towards an objective: written once, shown in both."""

    objective = school_key(Objective, related_name="links")
    access_action = school_key(
        "reports.AccessAction", on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    activity = school_key(
        "reports.StrategyActivity",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta(SchoolOwned.Meta):
        ordering = ["id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("objective", name="reports_objectivelink_objective_same_school"),
            SameSchool("access_action", name="reports_objectivelink_action_same_school"),
            SameSchool("activity", name="reports_objectivelink_activity_same_school"),
            models.CheckConstraint(
                condition=Q(access_action=None, activity__isnull=False)
                | Q(access_action__isnull=False, activity=None),
                name="reports_objectivelink_to_one",
            ),
            models.UniqueConstraint(
                fields=["school", "objective", "access_action", "activity"],
                name="reports_objectivelink_once",
                nulls_distinct=False,
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def key(self) -> str:
        """Which action it is: the name of its kind, and its id."""
        if self.access_action_id:
            return f"access_action:{self.access_action_id}"
        return f"activity:{self.activity_id}"


@track_history
class ObjectiveReview(SchoolOwned):
    """A look at an objective: how it stands, what came of it."""

    objective = school_key(Objective, related_name="reviews")
    held_on = models.DateField("day")
    rag = models.CharField("how it stands", max_length=5, choices=Rag)
    words = models.TextField("what we see")
    recorded_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta(SchoolOwned.Meta):
        ordering = ["-held_on"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("objective", name="reports_objectivereview_objective_same_school"),
            models.UniqueConstraint(
                fields=["school", "objective", "held_on"],
                name="reports_objectivereview_one_a_day",
            ),
        ]

    def __str__(self) -> str:
        return str(self.held_on)

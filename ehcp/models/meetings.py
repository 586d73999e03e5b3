"""The meeting of a review: who was invited by law and how, what was said, who does which task."""

from django.db import models
from django.db.models import F, Q

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from aylsham.tenancy.sensitive import SensitiveQuerySet, sensitivity_field
from ehcp.models.plans import AnnualReview
from ehcp.models.sections import PlanLine
from ehcp.review_codes import LawRole, NoteKind, Onward, Progress, Recommend, Route, TaskKind
from ehcp.section_codes import PlanSection


def _user(**options) -> models.ForeignKey:
    return models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+", **options
    )


#: What only a note of an outcome, or of a difference, has.
_OF_NO_OUTCOME = {"whose": "", "progress": "", "wording": ""}


@track_history
class ReviewMeeting(SchoolOwned):
    """The meeting by which a review is held, and what it recommends."""

    review = school_key(AnnualReview, on_delete=models.CASCADE, related_name="meetings")
    meeting = school_key("pupils.Meeting", on_delete=models.CASCADE, related_name="+")
    recommendation = models.CharField(
        "what the meeting recommends", max_length=5, choices=Recommend, blank=True
    )
    #: The record of the meeting is whole, and the report can be written from it.
    finished_on = models.DateField("record finished on", null=True, blank=True)
    finished_by = _user(blank=True)

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("review", name="ehcp_reviewmeeting_review_same_school"),
            SameSchool("meeting", name="ehcp_reviewmeeting_meeting_same_school"),
            models.UniqueConstraint(fields=["school", "review"], name="ehcp_reviewmeeting_one"),
            models.UniqueConstraint(
                fields=["school", "meeting"], name="ehcp_reviewmeeting_meeting_one"
            ),
            # A pack knows the day, and the name only if somebody here is meant.
            models.CheckConstraint(
                condition=Q(finished_by=None) | Q(finished_on__isnull=False),
                name="ehcp_reviewmeeting_finished_pair",
            ),
            models.CheckConstraint(
                condition=Q(finished_on=None) | ~Q(recommendation=""),
                name="ehcp_reviewmeeting_finished_recommends",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class ReviewInvitee(SchoolOwned):
    """An invited person's part in a review: which place of the law they fill, and the proof."""

    meeting = school_key(ReviewMeeting, on_delete=models.CASCADE, related_name="invitees")
    guest = school_key("pupils.MeetingInvitee", on_delete=models.CASCADE, related_name="+")
    role = models.CharField("as whom the law names them", max_length=7, choices=LawRole)
    route = models.CharField("how they were invited", max_length=6, choices=Route)
    #: The first day on which they knew of the day of the meeting; None: to be told again.
    invited_on = models.DateField(null=True, blank=True)
    advice_asked_on = models.DateField("asked for advice on", null=True, blank=True)
    sends_report = models.BooleanField("sends a report instead of coming", default=False)
    advice_received_on = models.DateField("advice received on", null=True, blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("meeting", name="ehcp_reviewinvitee_meeting_same_school"),
            SameSchool("guest", name="ehcp_reviewinvitee_guest_same_school"),
            models.UniqueConstraint(fields=["school", "guest"], name="ehcp_reviewinvitee_once"),
            models.CheckConstraint(
                condition=Q(advice_received_on=None)
                | Q(advice_asked_on=None)
                | Q(advice_received_on__gte=F("advice_asked_on")),
                name="ehcp_reviewinvitee_asked_first",
            ),
        ]
        indexes = [models.Index(fields=["school", "meeting"], name="ehcp_reviewinvitee_of")]

    def __str__(self) -> str:
        return str(self.pk)


@track_history(exclude=("sitting",))
class ReviewNote(SchoolOwned):
    """What the meeting said of an outcome, line or section, or where somebody saw it otherwise."""

    meeting = school_key(ReviewMeeting, on_delete=models.CASCADE, related_name="notes")
    kind = models.CharField(max_length=10, choices=NoteKind)
    # An outcome: the line of Section E, what it is on the child's record, its words that day.
    # Another line of the plan: the same, without words if it is new. A difference: of which line.
    line = school_key(PlanLine, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    outcome = school_key(
        "provision.Outcome", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    title = models.TextField("the plan’s words", blank=True)
    progress = models.CharField(max_length=7, choices=Progress, blank=True)
    onward = models.CharField("what becomes of it", max_length=6, choices=Onward, blank=True)
    #: An outcome whose words change: what the plan is to say.
    wording = models.TextField("the new words", blank=True)
    #: A change, or a line of the plan: of which section.
    section = models.CharField(max_length=2, choices=PlanSection, blank=True)
    #: A difference of opinion: whose.
    whose = models.CharField("whose opinion", max_length=150, blank=True)
    text = models.TextField("what was said", blank=True)
    sensitivity = sensitivity_field()
    #: Who wrote last, in which opening of the page: later saves of the same one are no conflict.
    written_by = _user(blank=True)
    sitting = models.UUIDField(null=True, blank=True)

    objects = SensitiveQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        ordering = ["id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            *(
                SameSchool(name, name=f"ehcp_reviewnote_{name}_same_school")
                for name in ("meeting", "line", "outcome")
            ),
            models.UniqueConstraint(
                fields=["school", "meeting", "line"],
                condition=Q(line__isnull=False) & ~Q(kind=NoteKind.DIFFERENCE),
                name="ehcp_reviewnote_line_once",
            ),
            models.UniqueConstraint(
                fields=["school", "meeting", "outcome"],
                condition=Q(outcome__isnull=False, line=None),
                name="ehcp_reviewnote_outcome_once",
            ),
            models.UniqueConstraint(
                fields=["school", "meeting", "section"],
                condition=Q(kind=NoteKind.CHANGE),
                name="ehcp_reviewnote_section_once",
            ),
            models.CheckConstraint(
                condition=Q(kind=NoteKind.OUTCOME, section="", whose="") & ~Q(title="")
                | Q(kind=NoteKind.CHANGE, title="", onward="", **_OF_NO_OUTCOME) & ~Q(section="")
                | Q(kind=NoteKind.LINE, **_OF_NO_OUTCOME) & ~Q(section="")
                | Q(kind=NoteKind.DIFFERENCE, section="", title="", progress="", onward="")
                & Q(wording="")
                & ~Q(whose=""),
                name="ehcp_reviewnote_of_its_kind",
            ),
        ]
        indexes = [models.Index(fields=["school", "meeting"], name="ehcp_reviewnote_of")]

    def __str__(self) -> str:
        return str(self.pk)  # never a word about a child in a log


@track_history
class ReviewTask(SchoolOwned):
    """A task of a review that was given to a colleague; that it is done is read from the facts."""

    review = school_key(AnnualReview, on_delete=models.CASCADE, related_name="tasks")
    kind = models.CharField(max_length=9, choices=TaskKind)
    owner = _user(blank=True)

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("review", name="ehcp_reviewtask_review_same_school"),
            models.UniqueConstraint(
                fields=["school", "review", "kind"], name="ehcp_reviewtask_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

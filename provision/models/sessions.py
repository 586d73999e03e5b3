"""What children had of the sessions of a provision: facts that are added, never changed."""

from django.db import models
from django.db.models import F, Q

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.models import SchoolOwned, school_key
from provision.models.provisions import Provision
from provision.rules.delivery import REASON_WORDS, Came

#: Plain values: a migration keeps no class of the rules.
HAD, PART, MISSED = Came.HAD.value, Came.PART.value, Came.MISSED.value
CAME_CHOICES = [(HAD, "Had it"), (PART, "Part of it"), (MISSED, "Missed it")]
REASON_CHOICES = [(reason.value, words.capitalize()) for reason, words in REASON_WORDS.items()]


class Session(SchoolOwned):
    """A session of a provision on a day; what was made up is a session of its own."""

    provision = school_key(Provision, on_delete=models.CASCADE, related_name="sessions")
    on = models.DateField()
    #: First, second, third of the day.
    slot = models.PositiveSmallIntegerField(default=1)
    is_make_up = models.BooleanField("makes up for a missed one", default=False)

    class Meta(SchoolOwned.Meta):
        ordering = ["on", "slot", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("provision", name="provision_session_provision_same_school"),
            models.UniqueConstraint(
                fields=["school", "provision", "on", "slot", "is_make_up"],
                name="provision_session_uniq",
            ),
            models.CheckConstraint(condition=Q(slot__gte=1), name="provision_session_slot"),
        ]
        indexes = [models.Index(fields=["school", "on"], name="provision_session_day")]

    def __str__(self) -> str:
        return str(self.pk)


class SessionLog(SchoolOwned):
    """One telling of a session: its key is made where it is written, so resent it stays one."""

    session = school_key(Session, on_delete=models.CASCADE, related_name="logs")
    #: From 1, in the order in which the logs of a session arrived.
    number = models.PositiveSmallIntegerField()
    #: The last log that the writer had in view; what it said is corrected by this one.
    seen = models.PositiveSmallIntegerField(default=0)
    logged_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )
    #: Who gave the session, where somebody else logs it.
    on_behalf_of = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    logged_at = models.DateTimeField()

    class Meta(SchoolOwned.Meta):
        ordering = ["number"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("session", name="provision_log_session_same_school"),
            models.UniqueConstraint(
                fields=["school", "session", "number"], name="provision_log_uniq"
            ),
            models.CheckConstraint(condition=Q(seen__lt=F("number")), name="provision_log_seen"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class SessionMark(SchoolOwned):
    """What one log says of one child."""

    log = school_key(SessionLog, on_delete=models.CASCADE, related_name="marks")
    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="session_marks")
    came = models.CharField(max_length=6, choices=CAME_CHOICES)
    minutes = models.PositiveSmallIntegerField()
    reason = models.CharField(max_length=7, choices=REASON_CHOICES, blank=True)
    measure = models.CharField(max_length=40, blank=True)
    word = models.CharField("a word", max_length=300, blank=True)
    written_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta(SchoolOwned.Meta):
        ordering = ["id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("log", name="provision_mark_log_same_school"),
            SameSchool("pupil", name="provision_mark_pupil_same_school"),
            models.UniqueConstraint(fields=["school", "log", "pupil"], name="provision_mark_uniq"),
            models.CheckConstraint(
                condition=Q(came=HAD, reason="", minutes__gt=0)
                | Q(came=PART, minutes__gt=0)
                | (Q(came=MISSED, minutes=0) & ~Q(reason="")),
                name="provision_mark_sound",
            ),
        ]
        indexes = [models.Index(fields=["school", "pupil"], name="provision_mark_pupil")]

    def __str__(self) -> str:
        return str(self.pk)

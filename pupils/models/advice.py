"""What professionals recommend in their reports, and what became of it."""

from django.db import models
from django.db.models import Q

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from pupils.agency_codes import AdviceState


@track_history
class Recommendation(SchoolOwned):
    """One recommendation of a report on file; who may read the report may read it."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="recommendations")
    document = school_key(
        "pupils.Document", on_delete=models.CASCADE, related_name="recommendations"
    )
    #: Place in the report, from 1.
    place = models.PositiveSmallIntegerField()
    text = models.TextField("recommendation")
    added_on = models.DateField()
    state = models.CharField(max_length=9, choices=AdviceState, default=AdviceState.UNDECIDED)
    #: What we do, when it is adapted.
    words = models.TextField("what we do instead", blank=True)
    #: Why it is declined.
    reason = models.TextField(blank=True)
    owner = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    review_on = models.DateField("look at it again on", null=True, blank=True)
    reviewed_on = models.DateField("last looked at on", null=True, blank=True)
    found = models.TextField("what was found", blank=True)
    decided_on = models.DateField(null=True, blank=True)
    decided_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    #: What helps the child, written once: pages of both lead to each other.
    strategy = school_key(
        "pupils.Strategy",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="recommendations",
    )

    class Meta(SchoolOwned.Meta):
        ordering = ["document", "place"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_recommendation_pupil_same_school"),
            SameSchool("document", name="pupils_recommendation_document_same_school"),
            SameSchool("strategy", name="pupils_recommendation_strategy_same_school"),
            models.UniqueConstraint(
                fields=["school", "document", "place"], name="pupils_recommendation_place_uniq"
            ),
            models.CheckConstraint(
                condition=Q(state=AdviceState.UNDECIDED, decided_on=None)
                | (~Q(state=AdviceState.UNDECIDED) & Q(decided_on__isnull=False)),
                name="pupils_recommendation_decided_pair",
            ),
            models.CheckConstraint(
                condition=~Q(state=AdviceState.ADAPTED) | ~Q(words=""),
                name="pupils_recommendation_adapted_says_how",
            ),
            models.CheckConstraint(
                condition=~Q(state=AdviceState.DECLINED) | ~Q(reason=""),
                name="pupils_recommendation_declined_says_why",
            ),
        ]
        indexes = [
            models.Index(fields=["school", "pupil"], name="pupils_recommendation_pupil"),
            models.Index(
                fields=["school", "added_on"],
                condition=Q(state=AdviceState.UNDECIDED),
                name="pupils_recommendation_open",
            ),
            models.Index(fields=["school", "strategy"], name="pupils_recommendation_strategy"),
        ]

    def __str__(self) -> str:
        return str(self.pk)  # never a word about a child in a log

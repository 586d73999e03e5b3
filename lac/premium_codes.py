"""Code sets about pupil premium plus, and the rates that were published."""

from django.db import models


class Payer(models.TextChoices):
    """Who holds the money (Education Act 2002 s.14; conditions of the grant, yearly)."""

    VIRTUAL_SCHOOL = "vs", "Virtual school"
    SCHOOL = "school", "The school’s own grant"


class FundingKind(models.TextChoices):
    """What a sum is."""

    YEAR = "year", "The whole year’s sum"
    PART = "part", "A term’s part of it"
    EXCEPTIONAL = "extra", "Exceptional funding"
    RETURNED = "back", "Given back"


class RequestState(models.TextChoices):
    """How far a request for money is."""

    DRAFT = "draft", "Being written"
    ASKED = "asked", "Asked for"
    AGREED = "agreed", "Agreed"
    REFUSED = "refused", "Not agreed"
    WITHDRAWN = "withdrawn", "Withdrawn"


#: From which state to which a person may take a request.
STEPS: dict[str, frozenset[str]] = {
    RequestState.DRAFT: frozenset(
        {RequestState.ASKED, RequestState.AGREED, RequestState.WITHDRAWN}
    ),
    RequestState.ASKED: frozenset(
        {RequestState.AGREED, RequestState.REFUSED, RequestState.WITHDRAWN, RequestState.DRAFT}
    ),
    RequestState.AGREED: frozenset({RequestState.ASKED}),
    RequestState.REFUSED: frozenset({RequestState.ASKED}),
    RequestState.WITHDRAWN: frozenset({RequestState.DRAFT}),
}
#: May still be reworded: nobody has agreed to its words.
OPEN = frozenset({RequestState.DRAFT, RequestState.ASKED})


class Impact(models.TextChoices):
    """What the money changed, as somebody judged it."""

    MET = "met", "It did what it was for"
    PARTLY = "partly", "It did part of it"
    NOT = "not", "It did not"
    TOO_EARLY = "early", "Too early to say"


class RateFor(models.TextChoices):
    """Whose rate it is."""

    LOOKED_AFTER = "lac", "Looked-after children"
    PREVIOUSLY = "plac", "Previously looked-after children"

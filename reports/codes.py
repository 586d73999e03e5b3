"""Code sets of the top floor: the school's own duties, saved lists, how far a report is."""

from django.db import models


class Duty(models.TextChoices):
    """What the school itself has to publish, send or name; the codes stand in addresses."""

    SEN_REPORT = "sen-information-report", "SEN information report"
    INCLUSION_STRATEGY = "inclusion-strategy", "Inclusion strategy"
    ACCESSIBILITY_PLAN = "accessibility-plan", "Accessibility plan"
    LOCAL_OFFER = "local-offer", "Text for the local offer"
    CENSUS = "census", "School census"
    EQUALITY_INFORMATION = "equality-information", "Equality information"
    EQUALITY_OBJECTIVES = "equality-objectives", "Equality objectives"
    SEND_GOVERNOR = "send-governor", "Governor with oversight of SEND"


#: Duties whose record is about a day of its own: the first day of a plan, the day of a census.
ABOUT_A_DAY = (Duty.ACCESSIBILITY_PLAN, Duty.CENSUS)


#: Duties that are a document, drafted from the record and published by the head.
DOCUMENTS = (
    Duty.SEN_REPORT,
    Duty.INCLUSION_STRATEGY,
    Duty.ACCESSIBILITY_PLAN,
    Duty.LOCAL_OFFER,
)


class ListPage(models.TextChoices):
    """Of what a saved list is."""

    REGISTER = "register", "SEND register"
    CHILDREN = "children", "Children"


class ForWhom(models.TextChoices):
    """Who has a saved list."""

    ME = "me", "Only me"
    SCHOOL = "school", "Everybody at this school who may open it"
    FEDERATION = "federation", "Every school of the federation"


class ReportState(models.TextChoices):
    """From the wish for a governor report to its end."""

    COUNTING = "counting", "Being counted"
    DRAFT = "draft", "Draft"
    PUBLISHED = "published", "Published"
    REPLACED = "replaced", "Replaced by a newer one"
    WITHDRAWN = "withdrawn", "Withdrawn"


#: Reports that nobody but their makers has seen.
OPEN_STATES = (ReportState.COUNTING, ReportState.DRAFT)
#: Reports that were published once: readers may still have what they say.
OUT_STATES = (ReportState.PUBLISHED, ReportState.REPLACED, ReportState.WITHDRAWN)

"""Code sets of the top floor."""

from django.db import models


class Duty(models.TextChoices):
    """What the school itself has to publish, send or name; the codes stand in addresses."""

    SEN_REPORT = "sen-information-report", "SEN information report"
    INCLUSION_STRATEGY = "inclusion-strategy", "Inclusion strategy"
    ACCESSIBILITY_PLAN = "accessibility-plan", "Accessibility plan"
    CENSUS = "census", "School census"
    SEND_GOVERNOR = "send-governor", "Governor with oversight of SEND"


#: Duties whose record is about a day of its own: the first day of a plan, the day of a census.
ABOUT_A_DAY = (Duty.ACCESSIBILITY_PLAN, Duty.CENSUS)

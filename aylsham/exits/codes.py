"""What a key of another system may read, and how long things that leave can be fetched."""

import datetime as dt

from django.db import models

#: A file of a whole school can be fetched for so long.
FILE_LASTS = dt.timedelta(days=7)
#: A key works for at most so many days.
KEY_LASTS = 366
EXPORT_JOB = "school_export"


class Scope(models.TextChoices):
    """One kind of data that a key opens."""

    PUPILS = "pupils", "Children on the SEND register: name, class, SEN status, need types"
    UPN = "upn", "The UPN of those children"
    PLANS = "plans", "EHC plans: council, dates of the plan"
    REVIEWS = "reviews", "Annual reviews: when due, when held"
    PROVISION = "provision", "Provision: what is planned for each child"
    DUE = "due", "What is due: kind, last day, who owes it"
    CARE = "care", "Which children are or were in care"

"""Code sets about staff."""

from django.db import models


class SencoQualification(models.TextChoices):
    """What a SENCO may qualify by (SEND Regulations 2014, reg 49)."""

    NPQ = "npq", "NPQ for SENCOs"
    NASENCO = "nasenco", "National Award for SEN Co-ordination (NASENCO)"


class TrainingSubject(models.TextChoices):
    """What a training was about."""

    TRAUMA = "trauma", "Trauma-informed practice"
    ATTACHMENT = "attachment", "Attachment"
    CARE = "care", "Care-experienced children"
    DESIGNATED = "designated", "Being the designated teacher"
    SAFEGUARDING = "safeguarding", "Safeguarding"
    SEND = "send", "Special educational needs"
    OTHER = "other", "Something else"

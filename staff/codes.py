"""Code sets about staff."""

from django.db import models


class SencoQualification(models.TextChoices):
    """What a SENCO may qualify by (SEND Regulations 2014, reg 49)."""

    NPQ = "npq", "NPQ for SENCOs"
    NASENCO = "nasenco", "National Award for SEN Co-ordination (NASENCO)"

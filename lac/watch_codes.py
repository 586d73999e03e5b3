"""Code sets about watching over children in care, meetings, and what is passed on."""

from django.db import models


class WatchRule(models.TextChoices):
    """What the school wants to be told of early."""

    ATTENDANCE = "attendance", "Attendance is low"
    MOVES = "moves", "Placement moves"
    SDQ = "sdq", "High SDQ total"
    STALLED = "stalled", "A target does not move"
    SUSPENSION = "suspension", "Suspended again in a term"
    WORKER = "worker", "New social worker"


class AnsweredBy(models.TextChoices):
    """Who answered a questionnaire of which only the total is kept."""

    TEACHER = "teacher", "Teacher"
    PARENT = "parent", "Parent or carer"
    CHILD = "child", "The child"


class CareMeetingKind(models.TextChoices):
    """With whom the designated teacher met."""

    LEADERS = "leaders", "Senior leaders"
    VIRTUAL = "virtual", "Virtual school"
    WORKER = "worker", "Social worker"
    AGENCIES = "agencies", "Several agencies"


class SharedWhat(models.TextChoices):
    """What was passed on about a child."""

    STATUS = "status", "That the child is or was in care"
    PEOPLE = "people", "Who works for the child"
    LEARNING = "learning", "Learning, the PEP and targets"
    HELPS = "helps", "What helps, and what upsets"
    DECIDES = "decides", "Who may say yes to what"
    CONTACT = "contact", "Limits on contact"
    AREA = "area", "That the child moved out of the council’s area"
    OTHER = "other", "Something else"


class Authority(models.TextChoices):
    """By whose authority something is passed on."""

    COUNCIL = "council", "The council that looks after the child"
    PARENT = "parent", "A parent or guardian agreed"
    COURT = "court", "A court order"
    LAW = "law", "A duty in law"


class SharedHow(models.TextChoices):
    """By which way it was passed on."""

    MEETING = "meeting", "In a meeting"
    PHONE = "phone", "By phone"
    EMAIL = "email", "By secure e-mail"
    PORTAL = "portal", "In the council’s portal"
    HAND = "hand", "On paper, by hand"

"""Code sets about parents' pages: what is on one, and what happened to it."""

from django.db import models


class PageScope(models.TextChoices):
    """What somebody's page shows."""

    WHOLE = "whole", "Everything for the family"
    BOOKING = "booking", "Booking a meeting only"


class PageStop(models.TextChoices):
    """Why a page shows nothing any more."""

    BY_US = "by_us", "Stopped by us"
    RULES = "rules", "Stopped by itself: the sharing rules have changed"
    GONE = "gone", "Stopped by itself: the child has left"


class PageStep(models.TextChoices):
    """What happened to a page: the log that shows who was sent it and who read it."""

    SENT = "sent", "Link sent"
    RENEWED = "renewed", "New link sent, for a new time"
    CODE_SENT = "code_sent", "Link opened, code asked for"
    WRONG_CODE = "wrong_code", "Wrong code"
    LOCKED = "locked", "Locked after five wrong codes"
    OPENED = "opened", "Opened with the code"
    PAPER = "paper", "Opened a paper"
    WROTE = "wrote", "Sent a message"
    ASKED = "asked", "Asked to book a meeting"
    NEWS = "news", "Told that something has moved"
    HELD_BACK = "held_back", "News held back: this person may not be told now"
    SCOPE = "scope", "Now shows everything for the family"
    STOPPED = "stopped", "Stopped"


class RoundHow(models.TextChoices):
    """How people meet in a round."""

    SCHOOL = "school", "At school"
    PHONE = "phone", "By phone"
    VIDEO = "video", "Video call"

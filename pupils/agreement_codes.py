"""Codes of agreements: who is asked, what they may say, how it came to us."""

from django.db import models


class Asked(models.TextChoices):
    """As whom somebody is asked to agree."""

    PARENT = "parent", "Parent or carer"
    CHILD = "child", "Child"
    PROFESSIONAL = "outside", "Professional from outside"
    STAFF = "staff", "Colleague"


class Choice(models.TextChoices):
    """What somebody says to a text."""

    AGREE = "agree", "I agree"
    CHANGES = "changes", "I agree, with changes"
    NO = "no", "I do not agree"

    @property
    def said(self) -> str:
        """The same, said of somebody."""
        return {"agree": "Agreed", "changes": "Agreed with changes", "no": "Did not agree"}[self]


class AgreedHow(models.TextChoices):
    """How an answer came to us."""

    LINK = "link", "By link"
    PAPER = "paper", "On paper"
    IN_PERSON = "in_person", "In person"
    PHONE = "phone", "By phone"
    TABLET = "tablet", "On the school's tablet"
    ACCOUNT = "account", "Signed in"


class AgreementState(models.TextChoices):
    """How far a request to agree is."""

    OPEN = "open", "Not answered yet"
    ANSWERED = "answered", "Answered"
    CANCELLED = "cancelled", "No longer asked"


class AgreementStep(models.TextChoices):
    """What happened to a request to agree, for the log that proves asking."""

    ASKED = "asked", "Asked"
    SENT = "sent", "Link sent"
    PRINTED = "printed", "Sheet printed"
    CODE_SENT = "code_sent", "Code sent"
    OPENED = "opened", "Opened with the code"
    WRONG_CODE = "wrong_code", "Wrong code"
    LOCKED = "locked", "Locked after five wrong codes"
    REMINDED = "reminded", "Reminded"
    HELD_BACK = "held_back", "Not reminded: the rules on sharing say no"
    ANSWERED = "answered", "Answered"
    CANCELLED = "cancelled", "No longer asked"


#: How an answer that somebody writes down for another can have come.
WRITTEN_DOWN = (AgreedHow.PAPER, AgreedHow.IN_PERSON, AgreedHow.PHONE, AgreedHow.TABLET)

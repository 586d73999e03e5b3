"""E-mails about duties, the week and a day that changed: they name no child."""

import datetime as dt
from typing import Any

from aylsham.access.permissions import Permission
from aylsham.mail.registry import mail_kind
from aylsham.models import OutgoingMail, School, User
from staff.duty_codes import HeldDuty
from staff.services.away import OWN_WORD
from staff.services.cover import TOLD_MAIL
from staff.services.duties import AWAY_MAIL, HANDED_MAIL
from staff.services.weeks.publishing import PUBLISHED_MAIL


@mail_kind(PUBLISHED_MAIL, title="A new week was published", template="staff/mail/week.txt")
def week_published(mail: OutgoingMail) -> dict[str, Any]:
    """From when it holds, and where it stands."""
    return {
        "school": School.objects.get(pk=mail.context["school"]),
        "from": dt.date.fromisoformat(mail.context["from"]),
    }


@mail_kind(HANDED_MAIL, title="A duty was handed over", template="staff/mail/duty_handed.txt")
def duty_handed(mail: OutgoingMail) -> dict[str, Any]:
    """Which duty, from whom to whom, until when; or that it is back."""
    told = mail.context
    people = _people(told["giver"], told["taker"])
    return _days(told) | {
        "step": told["step"],
        "duty": HeldDuty(told["duty"]).label,
        "giver": people.get(told["giver"], ""),
        "taker": people.get(told["taker"], ""),
    }


@mail_kind(AWAY_MAIL, title="Somebody is away", template="staff/mail/away_covered.txt")
def away_covered(mail: OutgoingMail) -> dict[str, Any]:
    """Who is away, who covers, and when."""
    told = mail.context
    people = _people(told["away"], told["cover"])
    return _days(told) | {
        "away": people.get(told["away"], ""),
        "cover": people.get(told["cover"], ""),
    }


def _people(*ids: str) -> dict[str, str]:
    return {str(user.pk): user.name for user in User.objects.filter(pk__in=ids)}


def _days(told: dict[str, Any]) -> dict[str, Any]:
    return {
        "school": School.objects.get(pk=told["school"]),
        "from": dt.date.fromisoformat(told["from"]),
        "until": dt.date.fromisoformat(told["until"]),
    }


@mail_kind(
    TOLD_MAIL,
    title="Your day has changed",
    template="staff/mail/day_changed.txt",
    read_with=Permission.VIEW_STAFF,
)
def day_changed(mail: OutgoingMail) -> dict:
    """Which school and day."""
    return _facts(mail)


@mail_kind(
    OWN_WORD,
    title="Somebody is out",
    template="staff/mail/somebody_out.txt",
    read_with=Permission.KEEP_STAFF,
)
def somebody_out(mail: OutgoingMail) -> dict:
    """Which school and day."""
    return _facts(mail)


def _facts(mail: OutgoingMail) -> dict:
    return {
        "school": School.objects.get(pk=mail.context["school"]),
        "day": dt.date.fromisoformat(mail.context["day"]),
    }

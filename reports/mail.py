"""What a digest says, from counts, codes and dates."""

import datetime as dt
from typing import Any

from django.conf import settings
from django.urls import reverse

from aylsham.access.permissions import Permission
from aylsham.datewords import day_words
from aylsham.deadlines.registry import kind_label
from aylsham.mail.registry import mail_kind
from aylsham.models import OutgoingMail, PartKind, School
from reports.selectors.due import OWNERS
from reports.services.surveys.sending import ASKED_MAIL, REMINDER_MAIL


@mail_kind("digest", title="What is due", template="reports/mail/digest.txt")
def digest(mail: OutgoingMail) -> dict[str, Any]:
    """The words of one person's digest: school names and kinds of work, looked up by code."""
    today = dt.date.fromisoformat(mail.context["on"])
    names = {str(s.pk): s for s in School.objects.filter(pk__in=mail.school_ids)}
    parts = [_part(part, names[part["school"]], today) for part in mail.context["parts"]]
    return {
        "parts": parts,
        "overdue": sum(part["overdue"] for part in parts if part["kind"] != PartKind.BREAK),
        "day": day_words(today, today=today),
        "reminders_url": settings.PUBLIC_URL + reverse("reminders"),
    }


def _part(part: dict, school: School, today: dt.date) -> dict[str, Any]:
    first, until = (dt.date.fromisoformat(part[name]) for name in ("from", "until"))
    return {
        "school": school.name,
        "kind": part["kind"],
        "is_here": part.get("is_here", False),
        "heading": _HEADINGS[part["kind"]].format(
            first=day_words(first, today=today), until=day_words(until, today=today)
        ),
        "overdue": part["overdue"],
        "in_hand": part.get("in_hand", 0),
        "in_hand_url": settings.PUBLIC_URL + reverse("team_load", args=[school.slug]),
        "changes": part["changes"],
        "lines": [_line(line, today) for line in part["lines"]],
        "url": settings.PUBLIC_URL + reverse("school_home", args=[school.slug]),
        "asks": part.get("asks"),
        "asks_url": settings.PUBLIC_URL + reverse("my_asks", args=[school.slug]),
        "waited_url": settings.PUBLIC_URL + reverse("who_owes", args=[school.slug]),
    }


_HEADINGS = {
    PartKind.DAY: "Due by the end of the week",
    PartKind.WEEK: "This week",
    PartKind.BREAK: "Falls inside the break, {first} to {until}",
    PartKind.HOLIDAY: "In the holidays the law does not wait",
}


def _line(line: dict, today: dt.date) -> dict[str, Any]:
    return {
        "what": kind_label(line["what"]),
        "n": line["n"],
        "first": day_words(dt.date.fromisoformat(line["first"]), today=today),
        "late": line["late"],
        "who": "" if line["who"] == "school" else OWNERS[line["who"]],
    }


@mail_kind(
    ASKED_MAIL,
    title="Asks families in a survey",
    template="reports/mail/survey_asked.txt",
    read_with=Permission.ASK_FOR_VIEWS,
)
def survey_asked(mail: OutgoingMail) -> dict[str, Any]:
    """Which school asks, until when; of no child."""
    return _survey(mail)


@mail_kind(
    REMINDER_MAIL,
    title="Reminds families of a survey",
    template="reports/mail/survey_reminder.txt",
    read_with=Permission.ASK_FOR_VIEWS,
)
def survey_reminder(mail: OutgoingMail) -> dict[str, Any]:
    """The same once more."""
    return _survey(mail)


def _survey(mail: OutgoingMail) -> dict[str, Any]:
    return {
        "school": School.objects.get(pk=mail.context["school"]),
        "until": dt.date.fromisoformat(mail.context["until"]),
    }

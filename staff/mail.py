"""E-mails about the week: from when it is another; never a child."""

import datetime as dt
from typing import Any

from aylsham.mail.registry import mail_kind
from aylsham.models import OutgoingMail, School
from staff.services.weeks.publishing import PUBLISHED_MAIL


@mail_kind(PUBLISHED_MAIL, title="A new week was published", template="staff/mail/week.txt")
def week_published(mail: OutgoingMail) -> dict[str, Any]:
    """From when it holds, and where it stands."""
    return {
        "school": School.objects.get(pk=mail.context["school"]),
        "from": dt.date.fromisoformat(mail.context["from"]),
    }

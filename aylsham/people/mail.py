"""E-mails about joining."""

from aylsham.access.permissions import Permission
from aylsham.mail.registry import mail_kind
from aylsham.mail.services import queue_mail
from aylsham.models import Invitation, OutgoingMail, School


@mail_kind(
    "invitation",
    title="Invitation to join",
    template="people/mail/invitation.txt",
    read_with=Permission.MANAGE_PEOPLE,
)
def invitation(mail: OutgoingMail) -> dict:
    """The words of an invitation; its secret address comes with the e-mail itself."""
    return {
        "invitation": Invitation.objects.select_related("school", "federation", "invited_by").get(
            pk=mail.context["invitation"]
        )
    }


def send_invitation(offer: Invitation, *, schools: list[School], secret: str) -> None:
    """Queue the e-mail that carries the secret address; only its hash stays with us."""
    queue_mail(
        "invitation",
        to=offer.email,
        context={"invitation": str(offer.pk)},
        schools=schools,
        secret=secret,
        by=offer.invited_by,
    )

"""Where e-mails go when they must not leave the machine."""

from uuid import UUID

from django.core.mail.backends.base import BaseEmailBackend

from aylsham.models import StoredMessage


class StoreBackend(BaseEmailBackend):
    """Keeps what would have been sent, in the transaction of the job: exactly once."""

    def send_messages(self, email_messages) -> int:
        for message in email_messages:
            message.message()  # raises on headers that a mail server would refuse
            message_id = message.extra_headers["Message-ID"]
            StoredMessage.objects.create(
                mail_id=UUID(message_id.strip("<>").partition("@")[0]),
                message_id=message_id,
                to_address=message.to[0],
                subject=message.subject,
                text=message.body,
            )
        return len(email_messages)

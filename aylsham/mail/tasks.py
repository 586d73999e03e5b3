"""E-mails as background work."""

from aylsham.jobs.registry import job_handler
from aylsham.mail.services import MAIL_JOB, send_queued


@job_handler(MAIL_JOB, title="E-mail", max_attempts=8)
def send_mail(work):
    """Send one e-mail: one transaction, done together with its row."""
    return send_queued(work.arguments["mail"], work=work)

"""The witness leaves the machine: a day's newest seals, by e-mail."""

from aylsham.audit.witness import newest_lines
from aylsham.mail.registry import mail_kind
from aylsham.models import OutgoingMail, School

WITNESS = "audit_witness"


@mail_kind(
    WITNESS, title="The newest seals of the audit log", template="aylsham/audit/mail/witness.txt"
)
def witness(mail: OutgoingMail) -> dict:
    """The newest seal of each school, as the witness file has them."""
    names = dict(School.objects.values_list("pk", "name"))
    lines = sorted(newest_lines(), key=lambda line: names.get(line.school_id, ""))
    return {"lines": [line.as_json() for line in lines], "count": len(lines)}

"""The ground floor's own lists as files."""

from aylsham.audit.codes import Action
from aylsham.list_files import ListFile

WORK = ListFile(
    "Background work",
    {
        "Work": "title",
        "For": "where",
        "Asked by": "started_by",
        "Asked at": "created_at",
        "State": "state_words",
        "How far": "words",
        "Ended": "ended_at",
    },
)
#: What an e-mail says stands on no list.
MAIL = ListFile(
    "E-mails",
    {
        "E-mail": "title",
        "To": "to",
        "Asked for": "created_at",
        "State": "state_words",
        "Sent": "sent_at",
        "What went wrong": "error",
    },
)
PEOPLE = ListFile(
    "People and roles",
    {
        "Name": "name",
        "E-mail": "email",
        "Role": "role",
        "Years": "year_groups",
        "All schools": "everywhere",
        "Days": "weekdays",
        "Elsewhere": "elsewhere",
        "Since": "starts_on",
        "Last day": "ends_on",
    },
)
DEVICES = ListFile("Shared tablets", {"Tablet": "name", "Registered": "registered_at"})
#: A line is the year and a term or closed day of it, with its kind in words.
TERMS = ListFile(
    "Terms and closed days",
    {"School year": "0", "What": "1", "First day": "2.starts_on", "Last day": "2.ends_on"},
)
SCHOOL_EXPORTS = ListFile(
    "Whole school taken out",
    {
        "Asked for": "export.asked_at",
        "By": "export.asked_by.name",
        "State": "state_words",
        "Rows": "export.rows",
        "Uploads": "export.files",
        "Can be fetched until": "last_day",
    },
)
API_KEYS = ListFile(
    "Keys of other systems",
    {
        "System": "key.name",
        "Begins with": "key.starts",
        "Reads": "scope_words",
        "Made": "key.made_at",
        "By": "key.made_by.name",
        "Last day": "key.ends_on",
        "Last used": "key.last_used_at",
        "State": "state_words",
    },
)
#: A line is the event, and the children it names.
AUDIT_LOG = ListFile(
    "Audit log",
    {
        "When": "0.at",
        "Who": "0.who",
        "Roles": "0.roles",
        "What": "0.what",
        "Refused": "0.is_refusal",
        "Child": "1",
    },
    children=lambda line: line[0].pupil_ids if line[1] else None,
    school="0.school_id",
    action=Action.EXPORT_AUDIT,
)
SIGN_INS = ListFile(
    "Sign-ins",
    {"When": "at", "Who": "who", "What": "what", "How": "method", "Internet address": "ip"},
    action=Action.EXPORT_AUDIT,
)

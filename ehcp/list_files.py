"""The lists about EHC plans and their reviews as files."""

from aylsham.list_files import ListFile

PLANS = ListFile(
    "EHC plans",
    {
        "Child": "name",
        "Year and class": "place",
        "Council": "council",
        "First issued": "made_on",
        "Last meeting": "last_meeting_on",
        "Next meeting by": "meeting_by",
        "Planned": "planned_on",
        "Changes school": "phase_words",
        "How it stands": "words",
    },
    children="pupil_id",
    school="school",
)
REVIEWS = ListFile(
    "Calendar of annual reviews",
    {
        "Child": "name",
        "Kind": "kind",
        "Day": "on",
        "Time": "at",
        "How it stands": "badge.1",
        "Fits from": "row.earliest_on",
        "Last legal day": "row.legal_on",
    },
    children="pupil_id",
)
#: A line is the school and a review of it.
FEDERATION_REVIEWS = ListFile(
    REVIEWS.title,
    {
        "Child": "1.name",
        "School": "0.name",
        "Kind": "1.kind",
        "Day": "1.on",
        "Time": "1.at",
        "How it stands": "1.badge.1",
        "Fits from": "1.row.earliest_on",
        "Last legal day": "1.row.legal_on",
    },
    children=lambda line: line[1].pupil_id,
    school=lambda line: line[0],
)
ASSESSMENTS = ListFile(
    "Needs assessments",
    {
        "Child": "pupil.full_name",
        "Class": "pupil.class_group.name",
        "Where it stands": "file.stage.label",
        "Council": "file.row.local_authority",
        "Council had it": "file.row.received_on",
        "Next": "next.due.label",
        "Who": "next.who",
        "Last day": "next.due.due_on",
        "Late": "worst.words",
        "Who is late": "worst.who",
    },
    children=lambda line: line.pupil.pk,
)
CONSULTATIONS = ListFile(
    "Consultations",
    {
        "Child": "row.child",
        "Year": "year",
        "Council": "row.council",
        "Received": "row.received_on",
        "Do by": lambda line: None if line.reply or line.row.closed_on else line.do_by,
        "Last day": "reply_by",
        "How it stands": "words",
        "Answered": "reply.gone_on",
        "Kept until": "row.keep_until",
    },
    children="row.pupil_id",
)
#: A line is what is to do, and the consultation.
CONSULTATION_ENDS = ListFile(
    "Consultations at the end of their time",
    {
        "Child": "1.row.child",
        "How it stands": "0",
        "Kept until": "1.row.keep_until",
        "Against deleting it": "1.obstacles",
        "Proposed by": "1.decision.proposed_by.name",
        "Proposed on": "1.decision.proposed_on",
        "Why": "1.decision.reason",
    },
    children=lambda line: line[1].row.pupil_id,
)

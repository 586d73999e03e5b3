"""The lists about records, moves and access as files."""

from aylsham.list_files import ListFile

#: A line is what is to do, and the line of the page.
RETENTION = ListFile(
    "Records at the end of their time",
    {
        "Child": "1.pupil.full_name",
        "How it stands": "0",
        "Kept until": "1.period.through",
        "Decide by": "1.period.decide_by",
        "Against deleting it": "1.obstacles",
        "Proposed by": "1.decision.proposed_by.name",
        "Proposed on": "1.decision.proposed_on",
        "Why": "1.decision.reason",
    },
    children=lambda line: line[1].pupil.pk,
)
TEST_DATES = ListFile(
    "Days of national tests",
    {
        "Test": "test_words",
        "What": "kind_words",
        "Day": "day.on",
        "How sure": "day.confidence.words",
        "Where it stands": "day.source",
        "Entered here": lambda line: bool(line.row),
    },
)
SPECIALIST_TESTS = ListFile(
    "Specialist tests",
    {
        "Test": "name",
        "What it measures": "measures",
        "Kind of scores": "scale_words",
        "Hidden": "is_retired",
    },
)
ARRIVALS = ListFile(
    "Arrivals and their records",
    {
        "Child": "pupil.full_name",
        "Year and class": "place",
        "Joined": "starts_on",
        "From": "record.setting",
        "Asked for": "record.asked_on",
        "Asked again": "record.chased_on",
        "Record came": "record.received_on",
        "Nothing comes": "record.ended_on",
    },
    children=lambda line: line.pupil.pk,
)
INCOMING = ListFile(
    "Records from other schools",
    {"From": "from_name", "Came": "arrived_at", "State": "get_state_display"},
)
MOVES = ListFile(
    "Moves of children",
    {
        "Child": "pupil.full_name",
        "Year and class": "place",
        "Moves": "plan.moves_on",
        "To": "plan.to_name",
        "Kind": "plan.get_kind_display",
        "Led by": "plan.lead.name",
        "Open steps": "open_steps",
        "Late steps": "late_steps",
        "Open questions": "open_questions",
        "Next step": "next_step.what",
        "Who": "next_step.owner_name",
        "By": "next_step.due_on",
    },
    children=lambda line: line.pupil.pk,
)
#: A line is the kind of move, and what, when and who.
MOVE_TEMPLATES = ListFile(
    "Checklists of moves",
    {"Move": "0", "When": "1.1", "What": "1.0", "Who": "1.2"},
)
#: A line is the import, its kind in words and what it said.
IMPORTS = ListFile(
    "Imports",
    {
        "File": "1",
        "When": "0.made_at",
        "By": "0.made_by.name",
        "What it said": lambda line: line[0].refusal or line[2],
        "Waits for": "0.held_because",
        "State": "0.get_state_display",
    },
)
INTAKES = ListFile(
    "Passports taken in",
    {"When": "made_at", "By": "made_by.name", "State": "get_state_display"},
)
#: A line is what was unusual, and whom it concerns.
ODDITIES = ListFile(
    "Unusual reads",
    {"Day": "0.on", "Who": "0.who", "What": "0.sentence", "Child": "1"},
    children=lambda line: line[0].pupil_ids,
)
GRANTS = ListFile(
    "Access given by hand",
    {
        "Child": "child",
        "Who": "person",
        "Why": "reason",
        "From": "starts_on",
        "Last day": "ends_on",
        "Taken back": "ended_at",
        "Given by": "given_by",
    },
    children="pupil_id",
)
EMERGENCIES = ListFile(
    "Records opened in an emergency",
    {
        "When": "opened_at",
        "Who": "person",
        "Child": "child",
        "Why": "reason",
        "Pages looked at": "looks",
        "Review by": "review_by",
        "Reviewed": "reviewed_at",
    },
    children="pupil_id",
)
ALERTS = ListFile(
    "Alerts",
    {
        "Child": "name",
        "Class": "place",
        "What it is": lambda line: [each.what for each in line.alerts],
        "What to do": lambda line: [each.action for each in line.alerts],
        "Emergency": lambda line: any(each.is_emergency for each in line.alerts),
    },
    children="pupil_id",
)
CLASSES = ListFile(
    "Classes",
    {
        "Class": "name",
        "Years": "years",
        "Children": "children",
        "Adults": lambda group: [
            f"{adult.name} ({', '.join(filter(None, (adult.role, adult.days)))})"
            for adult in group.adults
        ],
    },
)

"""The lists about people's time and training as files."""

from typing import Any

from aylsham.list_files import ListFile, hours, pounds


def _givers(line: Any) -> list[str]:
    return [f"{giver.name} ({giver.standing.value})" for giver in line.givers]


#: A line is the person and one training; without any the training is None.
TRAINING = ListFile(
    "Training",
    {
        "Person": "0.user.name",
        "About": "1.subject",
        "Title": "1.row.title",
        "Who gave it": "1.row.provider",
        "Day": "1.row.taken_on",
        "Hours": "1.row.hours",
        "Valid until": "1.row.ends_on",
        "Has run out": "1.is_over",
        "Certificate seen": "1.row.certificate_seen_on",
    },
)
TRAINING_NEEDS = ListFile(
    "Training that is needed",
    {
        "Training": "topic.name",
        "Duty": "duty",
        "Programmes": "programmes",
        "Running": "provisions",
        "Children in them": "children",
        "Children with a plan or medicine": "with_plan",
        "Children with the need": "with_need",
        "Who does it": _givers,
        "Trained": "trained",
        "People": "people",
        "In the plan": "in_plan",
    },
)
TOPICS = ListFile(
    "Catalogue of training",
    {
        "Topic": "topic.name",
        "About": "topic.about",
        "Duty": "duty",
        "Programmes": "programmes",
        "Needs": "needs",
        "Usual cost, £": pounds("topic.pence"),
        "Hours": "topic.hours",
        "Counts for, months": "topic.valid_months",
        "No longer used": "topic.is_retired",
    },
)
HELD_DUTIES = ListFile(
    "Who holds what",
    {
        "Duty": "duty.label",
        "What it is": "duty.what",
        "Who has it now": lambda line: [
            f"{hand.name} ({hand.words})" if hand.words else hand.name for hand in line.hands
        ],
        "By role": "by_role",
    },
)
WEEKS = ListFile(
    "Plans of the week",
    {
        "Plan": "plan.name",
        "From": "plan.starts_on",
        "Until": "plan.ends_on",
        "Sessions": "sessions",
        "How it stands": "words",
    },
)
#: What is hidden from the asker has its kind only, as on the page.
WEEK_NEEDS = ListFile(
    "What time is needed for",
    {
        "What": lambda line: line.need.get_kind_display() if line.is_hidden else line.need.name,
        "Kind": "need.get_kind_display",
        "For": "who",
        "Times a week": "need.times_a_week",
        "Minutes": "need.minutes",
        "Adults": "need.adults",
        "When": "when",
        "Until": "need.ends_on",
    },
    children=lambda line: None if line.is_hidden else line.need.pupil_id,
)
AWAY_TERM = ListFile(
    "What suffered while people were out",
    {
        "What": "name",
        "Owed by": "weight",
        "Fell, hours": hours("sums.fallen"),
        "Covered, hours": hours("sums.covered"),
        "Left to step in, hours": hours("sums.diverted"),
        "Not given, hours": hours("sums.lost"),
        "Not decided, hours": hours("sums.undecided"),
        "Owed to children, hours": hours("sums.owed"),
    },
)
#: A line is the topic, the school and what it plans.
FEDERATION_TRAINING = ListFile(
    "Training of my schools",
    {
        "Topic": "0",
        "School": "1.name",
        "Sessions": "2.sessions",
        "Planned, £": pounds("2.planned"),
        "Spent, £": pounds("2.spent"),
    },
    school=lambda line: line[1],
)
#: A line is the day and a bell of it.
BELL_TIMES = ListFile(
    "Bells", {"Day": "0.row.name", "Time": "1.times", "Period": "1.name", "Kind": "1.kind"}
)

"""The lists about provision as files."""

from typing import Any

from aylsham.list_files import ListFile, pounds


def _shown_children(line: Any) -> object:
    """How many children, as far as the page says: never a count that a finer cut could undo."""
    page, impact = line
    return impact.children if page.is_whole or not impact.has_figure else "five or more"


def _changes(line: Any) -> list[str]:
    """What the scores show, each test for itself."""
    return [
        f"{each.line.words}: "
        + (each.change_words if each.standing == "figure" else each.impact.refusal)
        for each in line[1].series
    ]


PROVISIONS = ListFile(
    "Provision",
    {
        "Provision": "provision.name",
        "Tier": "tier_words",
        "Need": "need_words",
        "Children": lambda line: [pupil.full_name for pupil in line.pupils],
        "Other children": "others",
        "How often": "shape",
        "When": "when_words",
        "Given by": "who",
        "Where": "provision.location",
        "From": "provision.starts_on",
        "Until": "provision.ends_on",
        "Draft": "is_draft",
        "Ended": "is_ended",
        "Confidential": "provision.is_confidential",
    },
    children=lambda line: [pupil.pk for pupil in line.pupils],
)
CYCLES = ListFile(
    "Cycles",
    {
        "Child": "name",
        "Class": "class_name",
        "SEN status": "status",
        "Cycle": "number",
        "Stage": lambda line: line.state_words if line.number else "None",
        "Who leads": "lead",
        "Review": "review_on",
        "Late": "is_late",
    },
    children="pupil_id",
)
INDES = ListFile(
    "INDES",
    {
        "Child": "pupil.full_name",
        "Class": "pupil.class_group.name",
        "Status": "status",
        "Record": "standing_words",
        "Completed": "record.completed_on",
        "To be sent by": "record.due_on",
        "Sent": "record.submitted_on",
        "Reference": "record.reference",
        "Panel": "outcome_words",
        "Panel on": "record.panel_on",
    },
    children=lambda line: line.pupil.pk,
)
#: A line is the area of need and the line of the catalogue.
INTERVENTIONS = ListFile(
    "Interventions",
    {
        "Intervention": "1.item.name",
        "Area": "0",
        "Aim": "1.item.aim",
        "Needs": "1.codes",
        "Ages": "1.ages",
        "Tier": "1.tier_words",
        "How it is given": "1.shape",
        "Group": "1.group",
        "Given by": "1.given_by",
        "Evidence": "1.item.evidence",
        "Evidence of": "1.item.evidence_year",
        "No longer offered": "1.item.is_retired",
    },
)
QUALITY = ListFile(
    "Sample of papers",
    {
        "Child": "pupil.full_name",
        "Paper": "paper.get_kind_display",
        "Year": "year",
        "Who hears of it": "paper.teacher.name",
        "How far": "paper.get_state_display",
    },
    children=lambda line: line.pupil.pk,
)
#: A line is the area of need and the line of the bank.
TARGET_BANK = ListFile(
    "Target bank",
    {
        "Target": "1.entry.text",
        "Area": "0",
        "Years": "1.years",
        "From and to": "1.numbers",
        "No longer offered": "1.entry.is_retired",
    },
)
OWED = ListFile(
    "Who is owed what",
    {
        "Child": "place.pupil.full_name",
        "Provision": "line.provision.name",
        "Owed, minutes": "owed",
        "Since": "part.delivery.since",
        "How it binds": "weight_words",
        "Planned to make up": lambda line: [
            f"{row.on:%d/%m/%Y}, {row.minutes} minutes" for row in line.planned
        ],
        "Given, minutes": "part.delivery.delivered",
        "Planned, minutes": "part.delivery.planned",
    },
    children="place.pupil_id",
)
BASES = ListFile(
    "Bases",
    {
        "Base": "base.name",
        "Kind": "kind_words",
        "Specialism": "base.specialism",
        "Led by": "base.lead.name",
        "Places": "base.places",
        "Taken": "taken",
        "To come": "coming",
        "Free today": "free",
        "Over number": "over",
    },
)
MEASURE_TESTS = ListFile(
    "Tests to measure with",
    {
        "Test": "name",
        "Parts": "parts",
        "Measures": "measures",
        "Scores": "scores_words",
        "Lower is better": "lower_is_better",
        "Source": "source",
        "No longer offered": "is_retired",
    },
)
#: A line is the card, the role and its rate.
RATE_CARDS = ListFile(
    "Rates",
    {
        "From": "0.card.starts_on",
        "Role": "1",
        "An hour, £": lambda line: pounds("pence_an_hour")(line[2]),
        "On-costs, %": "2.on_cost_percent",
    },
)
#: A line is the page, which knows what may be said, and the intervention.
IMPACT = ListFile(
    "Impact of interventions",
    {
        "Intervention": "1.name",
        "Last ended or ends": "1.last_on",
        "Children": _shown_children,
        "Groups": "1.groups",
        "What changed": _changes,
    },
)
IMPACT_WITH_COSTS = ListFile(
    IMPACT.title,
    {**IMPACT.columns, "Cost so far for a child, £": pounds("1.pence_a_child")},
)
IMPACT_CHILDREN = ListFile(
    "Children behind a figure",
    {
        "Child": "pupil.full_name",
        "Class": "pupil.class_group.name",
        "From": "run.starts_on",
        "Until": "run.ends_on",
        "Scores": lambda each: [
            f"{one.series}: {one.entry or '–'} to {one.exit or '–'}" for one in each.scored
        ],
    },
    children=lambda each: each.pupil.pk,
)
ELEMENT_3 = ListFile(
    "Children above element 2",
    {
        "Child": "pupil.full_name",
        "Planned, £": pounds("against.spent"),
        "Above element 2, £": pounds("against.above"),
        "Put down to the child, £": pounds("part"),
        "Not met, £": pounds("left"),
    },
    children=lambda line: line.pupil.pk,
)
ELEMENT_3_OF_SCHOOLS = ListFile(
    "Element 3",
    {
        "School": "school.name",
        "By formula, £": pounds("sum.formula"),
        "For the cohort, £": pounds("sum.cohort"),
        "Together, £": pounds("sum.received"),
        "Planned from it, £": pounds("sum.planned"),
        "Children considered": "children",
        "Above element 2, £": pounds("above"),
        "Letters": "letters",
    },
    school="school",
)
#: A line is the heading and the statement below it.
EVALUATION = ListFile(
    "Self-evaluation",
    {
        "Statement": "1.statement.text",
        "Heading": "0",
        "Rating": lambda line: line[1].rating.label if line[1].rating else "Not rated",
        "What shows it": "1.statement.evidence",
        "Actions": lambda line: [
            f"{each.what} (by {each.by_on:%d/%m/%Y}{', done' if each.done_on else ''})"
            for each in line[1].actions
        ],
    },
)

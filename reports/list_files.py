"""The lists of duties, plans and figures as files; figures are kept back as on the pages."""

from typing import Any

from aylsham.list_files import ListFile, hours, pounds

HIDDEN = "fewer than 5"


def _shown(name: str, hidden: str = "Too few to show"):
    """Hours of a group, unless it is too small."""

    def words(line: Any) -> object:
        return hours(f"sums.{name}")(line) if line.sums else hidden

    return words


CENSUS = ListFile(
    "Census check",
    {
        "Child": "name",
        "Year": "year",
        "Class": "group",
        "In the next census": "comes_next",
        "Would stop the return": "fault.stops",
        "What is wrong": "fault.problem",
        "What to do": "fault.fix",
        "Ask": "ask",
    },
    children="pupil_id",
)
FEDERATION_CENSUS = ListFile(
    "Census check by school",
    {
        "School": "name",
        "Checked": "checked",
        "Would stop the return": "stopping",
        "Query": "queries",
        "January only": "later",
    },
    school="name",
)
#: A line is the field, one of its answers, and the row of a school.
FIELD_COUNTS = ListFile(
    "Totals of extra fields",
    {
        "Field": "0.name",
        "School": "1.name",
        "Answer": "2",
        "Children": "3",
        "On roll": "1.children",
    },
    school="1.name",
)
GOVERNOR_REPORTS = ListFile(
    "Governor reports",
    {
        "Report": "term",
        "Of": "owner",
        "For whom": "for_whom",
        "Version": "version",
        "State": "state_words",
        "Published": "published_at",
    },
)
WHO_OWES = ListFile(
    "Who owes what",
    {
        "Adult": "name",
        "Asked for": lambda row: [f"{label}: {n}" for label, n in row.kinds],
        "Things": "estimate.count",
        "Minutes": "estimate.about",
        "Oldest is due": "oldest_on",
        "Over two weeks of school": "waited",
    },
)
COACHING = ListFile("Coaching and visits", {"What": "0", "How many": "1"})
#: A line is the person and one of their duties; without any the duty is None.
TEAM = ListFile(
    "Work of the team",
    {
        "Person": "0.name",
        "Duty": "1.duty.label",
        "Overdue": "1.overdue",
        "This week": "1.week",
        "Next four weeks": "1.month",
        "Of which kinds": lambda line: (
            [f"{label}: {n}" for label, n in line[1].kinds] if line[1] else []
        ),
    },
)
DUTIES = ListFile(
    "What the school must do",
    {
        "What": "duty.label",
        "How it stands": "state_words",
        "Do by": "do_by",
        "Last day": "due_on",
        "Last time": "latest.done_on",
        "Who did it": "latest.done_by",
        "Who": "who",
        "Rule": "citation",
        "How sure": "confidence.words",
    },
)
TRENDS = ListFile(
    "Gaps term by term",
    {
        "Year group then": "0",
        "Term": "1.term",
        "With SEND": "1.gap.send.words",
        "Others": "1.gap.others.words",
        "SEND against the others": "1.gap.words",
    },
)
#: A line is the way of looking and a group in it.
EQUITY_COLUMNS = {
    "Way of looking": "0.name",
    "Group": "1.name",
    "Children": lambda line: "too few" if line[1].children is None else line[1].children,
}
DELIVERED = ListFile(
    "Hours by legal weight",
    {
        "Owed by": "weight",
        "Planned, hours": _shown("planned"),
        "Delivered, hours": _shown("delivered"),
        "Not given, adult out, hours": _shown("lost"),
        "Not logged, hours": _shown("unlogged"),
    },
)
#: A line is the kind and the form or order.
COUNCIL_MAPS = ListFile(
    "Forms and orders", {"Map": "1.name", "Kind": "0", "Council": "1.whose", "In use": "1.version"}
)
#: A line is the part of the plan and an action.
ACCESS_PLAN = ListFile(
    "Accessibility plan",
    {
        "What we do": "1.action.what",
        "Part": "0.strand.label",
        "Barrier": "1.action.barrier",
        "Who": "1.action.who",
        "By when": "1.action.due_on",
        "Cost, £": pounds("1.action.cost_pence"),
        "How we will know": "1.action.sign",
        "State": "1.action.get_state_display",
        "Late": "1.is_late",
        "Done": "1.action.done_on",
        "Given up because": "1.action.given_up_why",
    },
)
STRATEGY = ListFile(
    "Activities of the inclusion strategy",
    {
        "Activity": "activity.what",
        "For whom": "activity.get_reach_display",
        "Barriers": "activity.barriers",
        "Principles": "principles",
        "Cost, £": pounds("activity.pence"),
        "Of the fund, £": pounds("activity.fund_pence"),
        "Else paid from": "funding",
    },
)
#: A line is the plan and an objective of it.
OBJECTIVES = ListFile(
    "Objectives",
    {
        "What we want to reach": "1.objective.what",
        "Plan": "0.plan.label",
        "How it stands": "1.words",
        "Steps done": "1.done",
        "Steps": lambda line: len(line[1].counted),
        "Steps late": "1.late",
        "Who answers for it": "1.objective.lead",
        "Next look": "1.objective.review_on",
        "Reached by": "1.objective.ends_on",
    },
)
POLICIES = ListFile(
    "Policies",
    {
        "Policy": "policy.name",
        "Review": "policy.review_on",
        "State": "words",
        "Inclusion check": "check.held_on",
        "Checked before the new text": "is_check_older",
        "Holds since": "policy.adopted_on",
        "Who looks after it": "policy.keeper",
    },
)
BRIEFS = ListFile("Briefs", {"Meeting": "held_on", "Decided": "decided"})


def equity_file(measures: list[str]) -> ListFile:
    """Shares of groups, with a column for each measure."""
    columns = dict(EQUITY_COLUMNS)
    for place, name in enumerate(measures):
        columns[name] = f"1.shares.{place}.share_words"
    return ListFile("Who gets support", columns)

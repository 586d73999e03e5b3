"""The lists of leaders as files: schools side by side, objectives of all, surveys, subjects."""

from aylsham.list_files import ListFile

SCHOOLS = ListFile(
    "Schools side by side",
    {
        "School": "school.name",
        "Phase": "phase.label",
        "Counted": "made_at",
        "Roll": "counts.roll",
        "SEN support": "counts.support",
        "SEN support, per cent of the roll": "support_share",
        "EHC plan": "counts.plans",
        "EHC plan, per cent of the roll": "plans_share",
        "Like for like": "like",
        "We are late": "counts.late_ours",
        "Others late": "counts.late_theirs",
        "Reviews due": "counts.reviews",
        "Reviews in time": "counts.reviews_in_time",
        "Minutes planned": "counts.planned",
        "Minutes given": "counts.given",
        "Minutes owed": "counts.owed",
        "Passports in date": "counts.passports",
        "Waiting": "counts.waiting",
    },
    school="school",
)
#: A line is the federation's objective and how it stands at one school; there it may be to come.
SHARED_OBJECTIVES = ListFile(
    "Objectives of the federation",
    {
        "Objective": "0.what",
        "How we will know": "0.sign",
        "To be reached by": "0.ends_on",
        "School": "1.school.name",
        "How it stands": "1.line.words",
        "Steps done": "1.line.done",
        "Steps": lambda line: len(line[1].line.counted) if line[1].line else None,
        "Late steps": "1.line.late",
        "Who answers for it": "1.line.objective.lead",
        "Next look": "1.line.objective.review_on",
    },
    school="1.school",
)
SURVEYS = ListFile(
    "Surveys",
    {
        "Survey": "whom",
        "Term": "term",
        "How it stands": "words",
        "Answers": "told",
        "First day": "round.opens_on",
        "Last day": lambda line: line.round.closed_on or line.round.closes_on,
    },
)
SUBJECTS = ListFile(
    "Subjects",
    {
        "Subject": "subject.label",
        "Who leads it": "leads",
        "Actions to do": "to_do",
        "Late": "late",
    },
)

"""The themes of the inspection folder, in the order in which a visitor asks."""

from collections.abc import Iterator

from aylsham.access.permissions import Permission as P
from aylsham.datewords import full_day_words
from reports.inspection.folder import (
    Evidence,
    Link,
    Sources,
    Theme,
    of_documents,
    of_evaluation,
    of_governors,
    of_information,
    of_people,
)
from staff.templatetags.hours import hours

TOO_FEW = "too few to show"


def _identification(found: Sources) -> Iterator[Evidence]:
    yield of_governors(found, "short", "numbers", "who")
    yield of_information(found, "finding", "kinds")


def _teaching(found: Sources) -> Iterator[Evidence]:
    yield of_information(found, "teaching", "adapting", "joining")
    yield of_evaluation(found)


def _delivered(found: Sources) -> Iterator[Evidence]:
    asked = found.delivered.asked
    rows = tuple(
        (
            line.weight[:1].upper() + line.weight[1:],
            f"{hours(line.sums.delivered)} of {hours(line.sums.planned)} delivered, "
            f"{hours(line.sums.unlogged)} not logged"
            if line.sums
            else TOO_FEW,
        )
        for line in found.delivered.lines
    )
    days = f"{full_day_words(asked.first)} to {full_day_words(asked.last)}"
    yield Evidence(f"Hours of adults, {days}", rows=rows)
    yield of_information(found, "support", "equipment")


def _impact(found: Sources) -> Iterator[Evidence]:
    yield of_information(found, "effect", "progress")
    yield of_governors(found, "changes")


def _statutory(found: Sources) -> Iterator[Evidence]:
    yield of_governors(found, "promises", "coming")
    yield of_documents(found)


def _voice(found: Sources) -> Iterator[Evidence]:
    yield of_governors(found, "voices")
    yield of_information(found, "parents", "pupils", "complaints")


def _training(found: Sources) -> Iterator[Evidence]:
    rows = tuple(
        (
            each.line.title,
            f"{_day_of(each.line.row.starts_on)}; {each.people} people",
        )
        for each in found.training.sessions
    )
    yield Evidence("Training plan of this school year", rows=rows)
    yield of_information(found, "expertise")


def _safeguarding(found: Sources) -> Iterator[Evidence]:
    yield of_people(found)
    yield of_information(found, "wellbeing")
    yield of_governors(found, "attendance")


def _journeys(found: Sources) -> Iterator[Evidence]:
    for number, study in enumerate(found.studies, 1):
        yield Evidence(f"Journey {number}", rows=study.parts)


def _day_of(day) -> str:
    return full_day_words(day) if day else "no day yet"


THEMES = (
    Theme(
        "finding",
        "Finding who needs help",
        "How do you know which children need help, and that you know in time?",
        _identification,
        (
            Link("SEND register", "register", P.VIEW_REGISTER),
            Link("Concerns", "concerns", P.TRIAGE_CONCERNS),
            Link("Census check", "census_check", P.VIEW_REGISTER),
        ),
    ),
    Theme(
        "teaching",
        "Quality of teaching",
        "Does everyday teaching meet children’s needs before anything else is added?",
        _teaching,
        (
            Link("Checking quality", "quality", P.CHECK_CYCLES),
            Link("Self-evaluation", "evaluations", P.VIEW_REGISTER),
            Link("What is ordinarily available", "ordinary_provision", P.VIEW_NEEDS),
        ),
    ),
    Theme(
        "delivered",
        "Provision that is given",
        "Do children get what was planned and promised?",
        _delivered,
        (
            Link("Provision map", "provision_map", P.VIEW_NEEDS),
            Link("Session log", "sessions", P.VIEW_SESSIONS),
            Link("Owed", "owed", P.VIEW_NEEDS),
            Link("Funding", "funding", P.VIEW_COSTS),
        ),
    ),
    Theme(
        "impact",
        "What it changes",
        "Does the help work, for whom, and what do you stop?",
        _impact,
        (
            Link("Impact", "impact", P.VIEW_NEEDS),
            Link("Trends", "trends", P.VIEW_REGISTER),
            Link("Equity", "equity", P.VIEW_REGISTER),
        ),
    ),
    Theme(
        "journey",
        "A child’s journey",
        "What does it look like for one child, from the first worry until now?",
        _journeys,
        (Link("Case studies", "case_studies", P.MAKE_BUNDLES),),
    ),
    Theme(
        "statutory",
        "Legal duties",
        "Are plans, reviews and published documents in time?",
        _statutory,
        (
            Link("EHC plans", "plans", P.VIEW_PLANS),
            Link("What is due", "due", P.VIEW_DUE),
            Link("What the school must do", "duties", P.VIEW_DUE),
        ),
    ),
    Theme(
        "voice",
        "Families and children",
        "How do parents and children have their say, and what comes of it?",
        _voice,
        (
            Link("Surveys", "surveys", P.PREPARE_REPORTS),
            Link("Who has not been met", "parents_not_met", P.VIEW_FAMILY_LOG),
            Link("Passports", "passports", P.CHECK_PASSPORTS),
        ),
    ),
    Theme(
        "training",
        "Training of staff",
        "Do adults know how to meet the needs of the children they teach?",
        _training,
        (
            Link("Training plan", "training_plan", P.KEEP_TRAINING),
            Link("Coaching", "coaching_figures", P.READ_REPORTS),
        ),
    ),
    Theme(
        "safeguarding",
        "Where SEND and safeguarding meet",
        "Who makes sure that a child with SEND is safe, and who knows?",
        _safeguarding,
        (
            Link("Health and safety", "school_safety", P.VIEW_NEEDS),
            Link("Children in care", "care", P.VIEW_CARE),
        ),
    ),
)

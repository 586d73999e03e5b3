"""The answers that councils' forms ask for: one set, whichever council asks. No database."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Question:
    """One answer; `hint` says what belongs there where the record says nothing."""

    key: str
    label: str
    hint: str = ""


QUESTIONS: dict[str, Question] = {
    q.key: q
    for q in (
        Question("child_name", "Child’s full name"),
        Question("born_on", "Date of birth"),
        Question("year", "Year group and class"),
        Question("language", "Language at home"),
        Question("school", "School"),
        Question("parents", "Parents and carers", "Names of those with parental responsibility."),
        Question("needs", "Needs", "What is hard for the child, in plain words."),
        Question("impact", "What that means for learning and the school day"),
        Question("strengths", "What the child is good at and likes"),
        Question("since", "SEN support so far"),
        Question("tried", "What was tried, and what came of it"),
        Question("provision", "What is given now"),
        Question("cost", "What it costs"),
        Question("attainment", "Attainment and tests"),
        Question(
            "attendance",
            "Attendance",
            "The figure of this year from the register, and what stands behind it.",
        ),
        Question("advice", "Advice of professionals"),
        Question("child_views", "What the child says"),
        Question("parent_views", "What the parents say"),
        Question("outcomes", "Outcomes hoped for"),
        Question(
            "why_more",
            "Why provision through a plan may be necessary",
            "What the child needs that the school cannot give from what it has.",
        ),
        Question("health", "Health", "Only what the council needs. The parents must agree."),
        Question("care", "Social care", "Only what the council needs. The parents must agree."),
        Question("asked_by", "Who asks", "Name and role of whoever sends this form."),
    )
}

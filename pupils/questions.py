"""What is asked: short questions that a person of nine could read."""

from typing import TypedDict

from pupils.family_codes import AskKind


class Question(TypedDict):
    """One question with the key of its answer."""

    key: str
    label: str
    hint: str


def _q(key: str, label: str, hint: str = "") -> Question:
    return {"key": key, "label": label, "hint": hint}


QUESTIONS: dict[str, list[Question]] = {
    AskKind.PARENT_VIEWS: [
        _q("well", "What is going well?", "At home or at school."),
        _q("hard", "What is hard at the moment?", "Say it as you see it."),
        _q("helps", "What helps?", "Things you do, or things we do."),
        _q("next", "What would you like to happen next?", "Big or small."),
    ],
    AskKind.PUPIL_VIEWS: [
        _q("like", "What do you like at school?"),
        _q("good_at", "What are you good at?"),
        _q("hard", "What is hard for you?"),
        _q("helps", "What helps you?"),
        _q("wish", "What would you like to change?"),
    ],
    AskKind.ADVICE: [
        _q("seen", "What have you seen or done, and when?"),
        _q("strengths", "What are the strengths?"),
        _q("needs", "What are the needs?"),
        _q("advice", "What do you advise?", "One piece of advice on each line."),
        _q("review", "When should we look at it again?"),
    ],
    AskKind.REPORT: [
        _q("report", "Please write or paste your report here"),
        _q("advice", "What do you advise?", "One piece of advice on each line."),
    ],
    AskKind.NEWS: [_q("back", "Do you want to ask or tell us something?", "You need not.")],
    AskKind.NOT_KNOWN: [
        _q("not_told", "What did nobody tell you?", "Things you had to find out on your own."),
        _q("helped", "What did we tell you that helped?"),
        _q("next", "What should we do next year?", "A visit, a talk, a list: big or small."),
    ],
}


def questions_for(kind: str) -> list[Question]:
    """The questions of a kind of request."""
    return [question.copy() for question in QUESTIONS[kind]]

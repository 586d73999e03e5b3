"""What parents are told of a step of a referral, in plain words: pure, no Django."""

from dataclasses import dataclass
from datetime import date, time

#: News stays behind its link for so many days.
NEWS_DAYS = 14


@dataclass(frozen=True)
class StepFacts:
    """What a message says of a step."""

    kind: str
    on: date
    child: str
    service: str
    usual_weeks: int | None = None
    words: str = ""
    outcome: str = ""
    appointment_on: date | None = None
    appointment_at: time | None = None
    appointment_place: str = ""
    #: offered, attended, missed or moved
    appointment_state: str = "offered"


def message_of(facts: StepFacts) -> str:
    """The message that the school begins with; a person reads and changes it before it goes."""
    write = {
        "sent": _sent,
        "accepted": _accepted,
        "declined": _declined,
        "appointment": _appointment,
        "report": _report,
        "closed": _closed,
    }
    lines = write.get(facts.kind, _other)(facts)
    return "\n\n".join(["Hello,", *filter(None, lines), "Please ring us if you have a question."])


def _day(on: date) -> str:
    return f"{on:%A} {on.day} {on:%B %Y}"


def _wait(facts: StepFacts) -> str:
    if facts.usual_weeks is None:
        return ""
    weeks = "week" if facts.usual_weeks == 1 else "weeks"
    return f"It often takes about {facts.usual_weeks} {weeks} until they see a child."


def _sent(facts: StepFacts) -> list[str]:
    return [
        f"On {_day(facts.on)} we asked {facts.service} to help {facts.child}.",
        _wait(facts),
        "We will tell you when we hear from them.",
    ]


def _accepted(facts: StepFacts) -> list[str]:
    return [
        f"Good news: {facts.service} will help {facts.child}.",
        "They will tell you, or us, when they have a day for you.",
        _wait(facts),
    ]


def _declined(facts: StepFacts) -> list[str]:
    said = f"They told us: {facts.words}" if facts.words else ""
    return [
        f"We asked {facts.service} to help {facts.child}. They cannot do so now.",
        said,
        "We would like to talk with you about what we do next.",
    ]


def _appointment(facts: StepFacts) -> list[str]:
    if facts.appointment_on is None:
        return [f"{facts.service} has an appointment for {facts.child}. {facts.words}".strip()]
    if facts.appointment_state != "offered":
        return _past_appointment(facts)
    at = f" at {facts.appointment_at:%H:%M}" if facts.appointment_at else ""
    where = f" Where: {facts.appointment_place}." if facts.appointment_place else ""
    day = _day(facts.appointment_on)
    return [
        f"{facts.service} has an appointment for {facts.child}: {day}{at}.{where}",
        "Please tell us if you cannot come.",
    ]


def _past_appointment(facts: StepFacts) -> list[str]:
    on = _day(facts.appointment_on or facts.on)
    return {
        "attended": [f"{facts.service} saw {facts.child} on {on}.", "We wait for their report."],
        "missed": [
            f"{facts.service} had an appointment for {facts.child} on {on}. Nobody came.",
            "Tell us if we can help you to get there. We can ask them for another day.",
        ],
        "moved": [
            f"{facts.service} has moved or cancelled the appointment of {on} for {facts.child}.",
            "We will tell you when we hear of another day.",
        ],
    }[facts.appointment_state]


def _report(facts: StepFacts) -> list[str]:
    return [
        f"{facts.service} has written a report about {facts.child}.",
        "We would like to read it through with you. When can you come?",
    ]


def _closed(facts: StepFacts) -> list[str]:
    came = f"What came of it: {facts.outcome}" if facts.outcome else ""
    return [f"{facts.service} has finished its work with {facts.child}.", came]


def _other(facts: StepFacts) -> list[str]:
    return [f"There is news about {facts.child} from {facts.service}.", facts.words]

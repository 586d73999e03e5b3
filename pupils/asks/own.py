"""The kinds of asks of this floor: what to do, how long one takes, where it is answered."""

from aylsham.asks.registry import AskKind, register_ask
from pupils.asks import others, passports
from pupils.asks.rows import TWO_WEEKS
from pupils.rules.passports import AMBER_WEEKS, RED_WEEKS

KINDS = (
    AskKind(
        "concern",
        "Say what you see",
        "Concerns to say something about",
        4,
        (others.concerns,),
        page="concern_answer",
        args=lambda ask: (ask.pupil, ask.about),
    ),
    AskKind(
        "safety_plan",
        "Read the safety plan",
        "Safety plans to read",
        4,
        (
            others.unread_plans_by_class,
            others.unread_plans_by_child,
            others.unread_plans_by_name,
        ),
        page="safety_plan",
        args=lambda ask: (ask.pupil, ask.subject),
        due_after=7,
    ),
    AskKind(
        "read_passport",
        "Read the passport",
        "Passports to read",
        3,
        (passports.unread_by_name, passports.unread_by_class, passports.unread_by_child),
        page="child_passport",
        due_after=TWO_WEEKS,
        sieve=passports.still_to_read,
    ),
    AskKind(
        "still_true",
        "Say whether the passport is still true",
        "Passports to look through",
        2,
        (passports.still_true,),
        page="child_passport",
        weight=2,
        due_after=7 * RED_WEEKS,
        asked_after=7 * AMBER_WEEKS,
    ),
    AskKind(
        "passport_back",
        "Change the passport as the checker asks",
        "Passports that came back",
        10,
        (passports.sent_back,),
        page="child_passport",
        due_after=TWO_WEEKS,
    ),
    AskKind(
        "check_passport",
        "Check the passport",
        "Passports to check",
        6,
        (passports.to_check,),
        page="child_passport",
        due_after=TWO_WEEKS,
    ),
    AskKind(
        "action",
        "Do what was agreed",
        "Agreed actions",
        10,
        (others.actions,),
        page="action_done",
        args=lambda ask: (ask.pupil, ask.subject),
    ),
    AskKind(
        "link",
        "Answer the questions in your e-mail",
        "Questions sent by e-mail",
        8,
        (others.by_link,),
        page="",
    ),
    AskKind(
        "invitation",
        "Say whether you come to the meeting",
        "Invitations to answer",
        1,
        (others.invitations,),
        page="",
        weight=2,
    ),
    AskKind(
        "moved_here",
        "Say what nobody told you about the move",
        "Moves to say something about",
        3,
        (others.moved_here,),
        page="move_not_known",
        args=lambda ask: (ask.pupil, ask.subject),
        weight=2,
        due_after=28,
        asked_after=TWO_WEEKS,
    ),
)


def register_own() -> None:
    """Called once, when the floor is loaded."""
    for kind in KINDS:
        register_ask(kind)

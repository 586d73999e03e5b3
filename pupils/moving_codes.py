"""Code sets about moves to another class or school, and what a school starts its checklists with."""

from dataclasses import dataclass

from django.db import models


class MoveKind(models.TextChoices):
    """What kind of move it is."""

    CLASS = "class", "Class to class"
    RECEPTION = "reception", "Nursery to Reception"
    JUNIOR = "junior", "Year 2 to Year 3"
    SECONDARY = "secondary", "Primary to secondary"
    ARRIVING = "arriving", "Joining during the year"
    LEAVING = "leaving", "Leaving during the year"


#: The year groups whose children move to another phase in September.
KIND_OF_YEAR = {"N2": MoveKind.RECEPTION, "2": MoveKind.JUNIOR, "6": MoveKind.SECONDARY}


class StepOwner(models.TextChoices):
    """Whose a step of the checklist is, before anybody is named."""

    LEAD = "lead", "Whoever leads the plan"
    TEACHER = "teacher", "Class teacher"
    RECEIVER = "receiver", "Receiving teacher"
    FAMILY = "family", "The family"


#: When a step is to be done, counted from the day of the move.
WEEKS: tuple[tuple[int, str], ...] = (
    *((-n, f"{n} weeks before") for n in (30, 26, 20, 16, 12, 10, 8, 6, 5, 4, 3, 2)),
    (-1, "1 week before"),
    (0, "On the day"),
    (1, "1 week after"),
    *((n, f"{n} weeks after") for n in (2, 3, 4, 6)),
)


@dataclass(frozen=True)
class TemplateStep:
    """One line of a checklist before it is anybody's."""

    what: str
    weeks: int
    owner: str = StepOwner.LEAD


_L, _T, _R, _F = StepOwner.LEAD, StepOwner.TEACHER, StepOwner.RECEIVER, StepOwner.FAMILY

#: What a school starts with, until it writes its own.
STARTING_STEPS: dict[str, tuple[TemplateStep, ...]] = {
    MoveKind.CLASS: (
        TemplateStep("Hand over what helps: both teachers meet", -6, _T),
        TemplateStep("First visit to the new classroom", -5, _R),
        TemplateStep("Photo book of the new class goes home", -3, _R),
        TemplateStep("Parents meet the new teacher", -3, _R),
        TemplateStep("Second visit to the new classroom", -2, _R),
        TemplateStep("Check in with the child", 2, _R),
    ),
    MoveKind.RECEPTION: (
        TemplateStep("Visit the child at nursery", -12, _R),
        TemplateStep("Meet the parents, at home if they like", -10),
        TemplateStep("Ask therapists and health visitor what they know", -8),
        TemplateStep("Agree toileting, eating and medicines at school", -6, _R),
        TemplateStep("Visits to the Reception class", -4, _R),
        TemplateStep("Photo book goes home", -3, _R),
        TemplateStep("Agree the first two weeks: hours and adults", -2),
        TemplateStep("Check in with the family", 2, _R),
    ),
    MoveKind.JUNIOR: (
        TemplateStep("Tell the next teacher who is coming and what helps", -12),
        TemplateStep("Ask the parents what worries them", -10, _T),
        TemplateStep("The receiving teacher sees the child in class", -8, _R),
        TemplateStep("First visit to the new classroom", -6, _R),
        TemplateStep("Walk the new routes: gate, toilets, hall", -4, _R),
        TemplateStep("Photo book goes home", -3, _R),
        TemplateStep("Check in with the child and the family", 2, _R),
    ),
    MoveKind.SECONDARY: (
        TemplateStep("Parents visit secondary schools", -30, _F),
        TemplateStep("Invite the secondary SENDCo to the review", -26),
        TemplateStep("Meet the secondary SENDCo", -12),
        TemplateStep("Ask the child what they want to know", -10, _T),
        TemplateStep("First extra visit, quiet time of day", -8),
        TemplateStep("Practise timetable, planner and the way there", -6, _T),
        TemplateStep("Second extra visit: meet the key adult", -5),
        TemplateStep("Send the record", -3),
        TemplateStep("Ring the secondary school", 3),
    ),
    MoveKind.ARRIVING: (
        TemplateStep("Ask the previous setting for its record", 0),
        TemplateStep("Meet the parents", 0),
        TemplateStep("Tell every adult what to know on the first day", 0),
        TemplateStep("Name a buddy and a key adult", 1, _T),
        TemplateStep("Look at what was sent and decide the status", 3),
        TemplateStep("Check in with the child and the family", 4, _T),
    ),
    MoveKind.LEAVING: (
        TemplateStep("Ring the SENDCo of the next school", -2),
        TemplateStep("Say goodbye: card, photos, who to write to", -1, _T),
        TemplateStep("Tell the council where the child goes", 0),
        TemplateStep("Send the record", 1),
        TemplateStep("Ask whether it arrived", 3),
    ),
}


class VisitKind(models.TextChoices):
    """Who goes where."""

    CHILD = "child", "The child visits"
    FAMILY = "family", "The family visits"
    THEY_COME = "they_come", "Somebody comes to see the child here"
    MEETING = "meeting", "Adults meet"


class SentHow(models.TextChoices):
    """How a previous setting was asked."""

    LETTER = "letter", "Letter"
    EMAIL = "email", "E-mail"
    PHONE = "phone", "Phone"


class RecordStep(models.TextChoices):
    """What happened on the way to a previous setting's record."""

    ASKED = "asked", "Asked"
    CHASED = "chased", "Asked again"
    RECEIVED = "received", "Received"
    ENDED = "ended", "Nothing comes"

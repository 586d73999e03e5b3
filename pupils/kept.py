"""The kinds of dated record that a school keeps of a child: one description, the same pages."""

from dataclasses import dataclass

from aylsham.access.permissions import Permission as P
from aylsham.audit.codes import Action
from pupils.models import (
    Adjustment,
    AlternativeProvision,
    Equipment,
    MedicalAlert,
    Medicine,
    PartTimeTimetable,
    Suspension,
)
from pupils.models.dated import DatedRecord


@dataclass(frozen=True)
class KeptGroup:
    """Kinds that stand on one page of the child: who may write them, how the log calls it."""

    edit: P
    action: Action
    view: Action
    page: str  # the page's name


@dataclass(frozen=True)
class KeptKind:
    """A kind of dated record: what it is called, what it says, where it is shown."""

    key: str  # as an address has it
    group: KeptGroup
    model: type[DatedRecord]
    noun: str  # "a medical alert"
    fields: tuple[str, ...]
    #: Has its last day from the beginning; otherwise somebody ends it.
    ends_by_itself: bool = False

    @property
    def record_fields(self) -> tuple[str, ...]:
        """What a form edits and a save compares."""
        return ("starts_on", *self.fields)


_SAFETY = KeptGroup(P.EDIT_SAFETY, Action.CHANGE_SAFETY, Action.VIEW_SAFETY, "child_safety")
_ABSENCE = KeptGroup(P.EDIT_ABSENCE, Action.CHANGE_ABSENCE, Action.VIEW_ABSENCE, "child_absence")

KEPT: dict[str, KeptKind] = {
    kind.key: kind
    for kind in (
        KeptKind("alert", _SAFETY, MedicalAlert, "a medical alert", ("kind", "what", "action")),
        KeptKind(
            "medicine",
            _SAFETY,
            Medicine,
            "a medicine",
            ("name", "dose", "given", "kept_at", "expires_on", "parents_agreed_on"),
        ),
        KeptKind(
            "adjustment",
            _SAFETY,
            Adjustment,
            "a reasonable adjustment",
            ("place", "what", "why", "review_on"),
        ),
        KeptKind(
            "equipment",
            _SAFETY,
            Equipment,
            "equipment",
            ("name", "kept_at", "lent_by", "trained", "service_on"),
        ),
        KeptKind(
            "suspension",
            _ABSENCE,
            Suspension,
            "a suspension",
            (
                "is_permanent",
                "ended_on",
                "sessions",
                "reason",
                "parents_told_on",
                "council_told_on",
                "others_told_on",
                "back_meeting_on",
                "note",
            ),
            ends_by_itself=True,
        ),
        KeptKind(
            "part-time",
            _ABSENCE,
            PartTimeTimetable,
            "a part-time timetable",
            (
                "ends_on",
                "hours_a_week",
                "times",
                "reason",
                "parents_agreed_on",
                "council_told_on",
                "review_on",
            ),
        ),
        KeptKind(
            "elsewhere",
            _ABSENCE,
            AlternativeProvision,
            "alternative provision",
            ("provider", "purpose", "days", "checked_on", "parents_told_on", "review_on"),
        ),
    )
}

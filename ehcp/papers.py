"""What the floor says of the papers of annual reviews when it is loaded."""

from django.db.models import Case, Q, QuerySet, Value, When

from aylsham.access.permissions import Permission
from aylsham.asks.registry import AskKind, Scope, asked, register_ask
from aylsham.audit.tracked import Tracked, register_tracked
from aylsham.codes import Sensitivity
from ehcp import models as own
from ehcp.paper_codes import PARTS, PaperState
from pupils.asks.rows import here
from pupils.handed_texts import HandedText, Repeat, leave_unhanded, register_repeat, register_text
from pupils.packs import PackTable, by_sensitivity, leave_out, register_table
from pupils.packs.titles import register_title
from pupils.transfer_codes import Held

_READ = Permission.VIEW_PLANS
_PUPIL = "paper__review__plan__pupil"
_SENT = "A paper as the council and the family were sent it, which the school must keep."


def register_own() -> None:
    """Called once, when the floor is loaded."""
    _register_history()
    _register_texts()
    register_ask(
        AskKind(
            "review_part",
            "Write your part of a paper for an annual review",
            "Parts of review papers to write",
            10,
            (parts_to_write,),
            page="review_paper_part",
            args=lambda ask: (ask.subject,),
            weight=0,
        )
    )


def register_packs() -> None:
    """Called once, after the plan itself: what a table points at comes before it."""
    register_table(PackTable(own.ReviewPaper, "Papers of annual reviews", "review__plan__pupil"))
    without = frozenset({"sittings"})
    register_table(
        PackTable(
            own.ReviewPaperPart, "Parts of review papers", _PUPIL, held=held_part, without=without
        )
    )
    why = "The school’s proof of what it sent; the words of the paper go."
    leave_out(own.SentPaper, why)
    leave_out(own.PartWriter, "Says who of this school has a page open.")
    register_title(own.SentPaper, "Papers of annual reviews as they were sent")
    register_title(own.PartWriter, "Who writes in a paper of a review")


def held_part(row: own.ReviewPaperPart) -> Held:
    """As the part is read; what the family said is the family’s at least."""
    part = PARTS.get(row.key)
    is_family = part is not None and part.permission == Permission.VIEW_FAMILY_LOG
    return by_sensitivity(row) or (Held.FAMILY if is_family else Held.NOTHING)


def parts_to_write(scope: Scope) -> QuerySet:
    """Parts that somebody is asked to write and has not finished."""
    rows = own.ReviewPaperPart.objects.filter(
        ~Q(paper__state=PaperState.SENT),
        school=scope.school,
        owner__is_active=True,
        is_done=False,
        paper__review__plan__ended_on=None,
        paper__review__plan__pupil__in=here(scope),
    )
    titles = [When(key=key, then=Value(part.title)) for key, part in PARTS.items()]
    return asked(
        rows,
        person="owner_id",
        pupil="paper__review__plan__pupil_id",
        due_on="due_on",
        asked_on="asked_on",
        words=Case(*titles, default=Value("")),
    )


def _register_history() -> None:
    register_tracked(
        Tracked(
            own.ReviewPaper,
            "a paper of an annual review",
            _READ,
            pupil_lookup="review__plan__pupil_id",
            left_out=frozenset({"review", "started_by", "checked_by"}),
        )
    )
    register_tracked(
        Tracked(
            own.ReviewPaperPart,
            "a part of a review paper",
            _part_permission,
            pupil_lookup=f"{_PUPIL}_id",
            quiet=frozenset({"text"}),
            left_out=frozenset({"paper", "lines", "left_out", "written_by", "sittings"}),
        )
    )


def _part_permission(values: dict) -> Permission:
    """As the part is read."""
    part = PARTS.get(values["key"])
    if values["sensitivity"] != Sensitivity.EVERYONE:
        return Permission.VIEW_SENSITIVE
    return part.permission if part and part.permission != Permission.VIEW_NEEDS else _READ


def _register_texts() -> None:
    register_text(
        HandedText(
            "review-paper",
            own.ReviewPaperPart,
            "own words in a paper of an annual review",
            ("text",),
            "written_by",
            _READ,
            pupil=_PUPIL,
        )
    )
    register_repeat(Repeat(own.ReviewPaperPart, "lines", _PUPIL))
    leave_unhanded(own.ReviewPaperPart, "lines", "Copies of other texts, sealed with them.")
    leave_unhanded(own.ReviewPaperPart, "sittings", "Keys of open pages, no words.")
    leave_unhanded(own.SentPaper, "content digest word_digest", _SENT)

"""What the floor says of plans when it is loaded: tab, packs, history, texts, answers by link."""

from aylsham.access.permissions import Permission
from aylsham.audit.tracked import Tracked, register_tracked
from lac import models as own
from lac.pep_codes import PepKind, Signer
from lac.pep_parts import BY_KEY
from lac.selectors.joint_days import CODE, pep_days
from lac.services.pep_asks import take_part
from pupils.family_codes import AskKind
from pupils.handed_texts import leave_unhanded
from pupils.joint_days import JointPlan, register_joint
from pupils.packs import PackTable, always, register_table
from pupils.services.contributions.taking import register_taker
from pupils.tabs import ChildTab, register_tab
from pupils.transfer_codes import Held

_READ = Permission.READ_CARE
_CARE = always(Held.CARE)
_FEW = "Few read it, and the safeguarding lead is one of them."
_NAMES = "A name, no account of the child."


def register_own() -> None:
    """Called once, when the floor is loaded."""
    register_taker(AskKind.PLAN_PART, take_part)
    register_tab(ChildTab("pep", "PEP", "child_pep", Permission.VIEW_CARE, 49, group="care"))
    register_joint(
        JointPlan(
            CODE,
            "PEP",
            Permission.VIEW_CARE,
            pep_days,
            page="child_pep",
            set_page="pep_meet",
            may_set=Permission.EDIT_CARE,
        )
    )
    for table in _tables():
        register_table(table)
    for tracked in (_plan(), *_of_plan()):
        register_tracked(tracked)
    _leave_unhanded()


def _tables() -> tuple[PackTable, ...]:
    return (
        PackTable(own.Pep, "PEPs and support plans", held=_CARE),
        # Asking is this school's; what was answered stands in the part.
        PackTable(
            own.PepPart, "Parts of PEPs", "pep__pupil", held=_CARE, without=frozenset({"ask"})
        ),
        PackTable(own.PepAnswer, "What PEPs say", "part__pep__pupil", held=_CARE),
        PackTable(own.PepTarget, "Targets in PEPs", "pep__pupil", held=_CARE),
        PackTable(own.PepSignature, "Signatures on PEPs", "pep__pupil", held=_CARE),
        PackTable(own.PepCheck, "Checks of PEPs", "pep__pupil", held=_CARE),
        PackTable(own.PepAction, "What virtual schools asked for", "pep__pupil", held=_CARE),
    )


def _plan() -> Tracked:
    return Tracked(
        own.Pep,
        "a plan",
        _READ,
        title=lambda values: PepKind(values["kind"]).label,
        labels={"state": "state"},
        quiet=frozenset({"feedback", "consents_to", "step_why"}),
        left_out=frozenset({"lead", "snapshot"}),
    )


def _of_plan() -> tuple[Tracked, ...]:
    links = frozenset({"pep", "owner_user", "owner_person", "owner_contact", "ask", "done_by"})
    return (
        Tracked(
            own.PepPart,
            "a part of a plan",
            _READ,
            pupil_lookup="pep__pupil_id",
            title=lambda values: BY_KEY[values["key"]].title,
            left_out=links | {"key"},
        ),
        Tracked(
            own.PepAnswer,
            "words of a plan",
            _READ,
            pupil_lookup="part__pep__pupil_id",
            # Whose words they were is said, never the words.
            quiet=frozenset({"text", "said_by"}),
            left_out=frozenset({"part", "question", "written_by"}),
        ),
        Tracked(
            own.PepTarget,
            "a target in a plan",
            _READ,
            pupil_lookup="pep__pupil_id",
            left_out=frozenset({"pep", "target"}),
        ),
        Tracked(
            own.PepSignature,
            "a signature on a plan",
            _READ,
            pupil_lookup="pep__pupil_id",
            title=lambda values: Signer(values["whose"]).label,
            left_out=frozenset({"pep", "recorded_by"}),
        ),
        Tracked(
            own.PepCheck,
            "a check of a plan",
            _READ,
            pupil_lookup="pep__pupil_id",
            quiet=frozenset({"note"}),
            left_out=frozenset({"pep"}),
        ),
        Tracked(
            own.PepAction,
            "what a virtual school asked for",
            _READ,
            pupil_lookup="pep__pupil_id",
            left_out=frozenset({"pep", "added_by"}),
        ),
    )


def _leave_unhanded() -> None:
    leave_unhanded(own.Pep, "council", _NAMES)
    leave_unhanded(own.Pep, "feedback step_why consents_to", _FEW)
    leave_unhanded(own.Pep, "snapshot", "As it was signed: it never changes.")
    leave_unhanded(own.PepPart, "not_needed_why", _FEW)
    leave_unhanded(own.PepAnswer, "text", _FEW)
    leave_unhanded(own.PepAnswer, "said_by", _NAMES)
    leave_unhanded(own.PepSignature, "name", _NAMES)
    leave_unhanded(own.PepCheck, "criterion", "The virtual school’s words, about no child.")
    leave_unhanded(own.PepCheck, "note", _FEW)
    leave_unhanded(own.PepAction, "what", _FEW)

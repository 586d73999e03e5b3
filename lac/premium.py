"""What the floor says of pupil premium plus when it is loaded."""

from aylsham.access.permissions import Permission
from aylsham.audit.tracked import Tracked, register_tracked
from aylsham.deadlines.registry import register_provider
from aylsham.navigation import MenuGroup, NavEntry, register
from lac import models as own
from lac import premium_deadlines
from pupils.handed_texts import HandedText, leave_unhanded, register_text
from pupils.packs import PackTable, always, register_table
from pupils.tabs import ChildTab, register_tab
from pupils.transfer_codes import Held

_READ = Permission.VIEW_PREMIUM
_WORDS = frozenset({"intended", "decision_words", "impact_words"})


def register_own() -> None:
    """Called once, when the floor is loaded."""
    register_provider(
        premium_deadlines.NAME,
        premium_deadlines.deadlines,
        kinds=premium_deadlines.KINDS,
        tables=premium_deadlines.TABLES,
    )
    register_tab(
        ChildTab("premium", "Pupil premium plus", "child_premium", _READ, 50, group="care")
    )
    register(
        NavEntry(
            "premium",
            "Pupil premium plus",
            "premium",
            _READ,
            order=34,
            federation_url_name="federation_premium",
            place="menu",
            group=MenuGroup.SUPPORT,
        )
    )
    _register_history()
    _register_texts()


def register_packs() -> None:
    """Called once, after the targets: what a table points at comes before it."""
    held = always(Held.CARE)
    register_table(PackTable(own.PremiumFunding, "Pupil premium plus given", held=held))
    register_table(PackTable(own.PremiumRequest, "Uses of pupil premium plus", held=held))
    register_table(
        PackTable(own.PremiumCost, "Costs of pupil premium plus", "request__pupil", held=held)
    )


def _register_history() -> None:
    hidden = frozenset({"pupil", "written_by"})
    register_tracked(
        Tracked(own.PremiumFunding, "a sum of pupil premium plus", _READ, left_out=hidden)
    )
    register_tracked(
        Tracked(
            own.PremiumRequest,
            "a use of pupil premium plus",
            _READ,
            quiet=_WORDS,
            left_out=hidden | {"target", "impact_by"},
        )
    )
    register_tracked(
        Tracked(
            own.PremiumCost,
            "a cost of pupil premium plus",
            _READ,
            pupil_lookup="request__pupil_id",
            left_out=frozenset({"request", "document", "written_by"}),
        )
    )


def _register_texts() -> None:
    register_text(
        HandedText(
            "premium-request",
            own.PremiumRequest,
            "a use of pupil premium plus",
            ("what", "intended", "impact_words"),
            "written_by",
            _READ,
            sensitivity="",
        )
    )
    leave_unhanded(own.PremiumRequest, "decided_by", "A name, no account of the child.")
    leave_unhanded(own.PremiumRequest, "decision_words", "What the council says of money.")
    leave_unhanded(own.PremiumFunding, "note", "Says where money came from, not how the child is.")
    leave_unhanded(own.PremiumCost, "what early_why", "Says what was bought, and when.")

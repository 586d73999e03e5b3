"""What of being in care goes into the pack for another school, and what is no text."""

from lac.models import CarePeriod
from pupils.handed_texts import leave_unhanded
from pupils.packs import PackTable, always, register_table
from pupils.transfer_codes import Held


def register_own() -> None:
    """Called once, when the floor is loaded."""
    register_table(PackTable(CarePeriod, "Care", held=always(Held.CARE)))


def leave_own_unhanded() -> None:
    """Called once, when the floor is loaded."""
    leave_unhanded(CarePeriod, "placing_authority", "A name, no account of the child.")

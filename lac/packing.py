"""What of being in care goes into the pack for another school."""

from lac.models import CarePeriod
from pupils.packs import PackTable, always, register_table
from pupils.transfer_codes import Held


def register_own() -> None:
    """Called once, when the floor is loaded."""
    register_table(PackTable(CarePeriod, "Care", held=always(Held.CARE)))

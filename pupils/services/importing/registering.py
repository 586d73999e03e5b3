"""What this floor reads from a roll, announced when the app is loaded."""

from aylsham import navigation
from aylsham.access.permissions import Permission
from pupils.codes import ImportKind
from pupils.services.importing.circumstances import Attendance, Facts
from pupils.services.importing.contacts import Contacts
from pupils.services.importing.details import Details
from pupils.services.importing.kinds import register_kind
from pupils.services.importing.marks import Marks
from pupils.services.importing.parts import register_part
from pupils.services.importing.rolls import Roll
from pupils.services.importing.sen import Sen


def register_own() -> None:
    """The parts of a roll row that stand on this floor, and the roll itself."""
    register_part("details", Details())
    register_part("sen", Sen())
    register_part("facts", Facts())
    register_part("contacts", Contacts())
    register_part("attendance", Attendance())
    register_kind(ImportKind.ROLL, Roll())
    register_kind(ImportKind.MARKS, Marks())
    navigation.register(
        navigation.NavEntry(
            "imports",
            "Import",
            "imports",
            Permission.IMPORT_FILES,
            order=40,
            level="school",
            place="menu",
            group=navigation.MenuGroup.RECORDS,
            claims=("differences/",),
        )
    )

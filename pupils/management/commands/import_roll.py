"""manage import_roll FILE --school SLUG [--commit] [--json]"""

from pupils.codes import ImportKind
from pupils.management.one_school import ImportOfOneSchool


class Command(ImportOfOneSchool):
    help = (
        "Read a school's roll (CSV, xlsx or CTF) and say what it would change. "
        "Writes nothing without --commit."
    )
    kind = ImportKind.ROLL

"""manage import_weeks FILE --school SLUG [--commit] [--json]"""

from pupils.codes import ImportKind
from pupils.management.one_school import ImportOfOneSchool


class Command(ImportOfOneSchool):
    help = (
        "Read weeks of attendance (CSV or xlsx, of the whole school if you like) and keep those of "
        "children in care. Writes nothing without --commit."
    )
    kind = ImportKind.WEEKS

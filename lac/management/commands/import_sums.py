"""manage import_sums FILE --school SLUG [--commit] [--json]"""

from pupils.codes import ImportKind
from pupils.management.one_school import ImportOfOneSchool


class Command(ImportOfOneSchool):
    help = (
        "Read a virtual school's list of sums of pupil premium plus (CSV or xlsx); a sum that "
        "stands there already is not written twice. Writes nothing without --commit."
    )
    kind = ImportKind.SUMS

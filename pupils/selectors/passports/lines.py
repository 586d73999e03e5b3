"""Which line of a passport an address or a form names, if the asker may write it."""

from aylsham.access.current import Access
from aylsham.access.sensitivity import readable
from pupils.codes import PassportPart
from pupils.models import AsideText, Pupil
from pupils.rules.lines import HELPS, LineKey, line_key
from pupils.selectors.strategies import strategy_of

PARTS = frozenset(PassportPart.values)


def writable_line(access: Access, pupil: Pupil, name: str) -> LineKey | None:
    """The line of that name; None where there is none that the asker could read."""
    line = line_key(name, PARTS)
    if line is None or line.sensitivity not in readable(access.permissions_at(pupil.school)):
        return None
    if line.part == HELPS and line.row_id and not strategy_of(access, pupil, line.row_id):
        return None
    return line


def aside_of(access: Access, pupil: Pupil, pk) -> AsideText | None:
    """Words of the asker that wait beside a line of this child."""
    rows = AsideText.objects.readable_by(access).select_related("passport__pupil")
    return rows.filter(
        school_id=pupil.school_id, passport__pupil=pupil, pk=pk, written_by=access.user
    ).first()

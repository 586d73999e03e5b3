"""Saying of one line of a passport that few may read it, or that everyone who teaches may again."""

import datetime as dt

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.codes import Sensitivity
from aylsham.identifiers import uuid7
from aylsham.models import User
from pupils.models import PassportText, Pupil, Strategy
from pupils.rules.lines import HELPS, LineKey
from pupils.services.passports.naming import end_all_readers
from pupils.services.passports.versions import close_versions, note_change
from pupils.services.passports.writing import write_line
from pupils.services.recording import lock_pupil, record_change
from pupils.services.strategies import require_live


@transaction.atomic
def mark_line(
    *, pupil: Pupil, line: LineKey, sensitivity: Sensitivity, on: dt.date, by: User
) -> None:
    """Move the words of a line to the readers of another sensitivity, after what stands there.

    What was open and is closed now is closed in the earlier versions too.
    """
    pupil = lock_pupil(pupil)
    if line.is_strategy:
        _mark_strategy(pupil, line, sensitivity, on, by)
    elif line.sensitivity != sensitivity:
        _move_text(pupil, line, sensitivity, on, by)
    detail = {"sensitivity": int(sensitivity)}
    record_change(Action.MARK_PASSPORT, pupil=pupil, by=by, detail=detail, moves_dates=False)


def _mark_strategy(
    pupil: Pupil, line: LineKey, sensitivity: Sensitivity, on: dt.date, by: User
) -> None:
    rows = Strategy.objects.select_for_update(of=("self",), no_key=True)
    strategy = require_live(rows.get(school_id=pupil.school_id, pupil=pupil, pk=line.row_id))
    strategy.sensitivity = sensitivity
    strategy.save(update_fields=["sensitivity"])
    note_change(pupil, by)
    close_versions(pupil, LineKey(HELPS, row_id=strategy.pk), sensitivity)
    if sensitivity != Sensitivity.SENSITIVE:
        end_all_readers(strategy, on=on, by=by)


def _move_text(
    pupil: Pupil, line: LineKey, sensitivity: Sensitivity, on: dt.date, by: User
) -> None:
    texts = PassportText.objects.filter(
        school_id=pupil.school_id, passport__pupil=pupil, part=line.part
    )
    rows = {row.sensitivity: row for row in texts}
    source = rows.get(line.sensitivity)
    if source is None or not source.text.strip():
        raise TransitionNotAllowed("There is nothing in this line to mark.")
    target, to = rows.get(sensitivity), LineKey(line.part, sensitivity)
    said = [row.text for row in (target, source) if row and row.text]
    facts = {"pupil": pupil, "sitting": uuid7(), "on": on, "by": by}
    revision = target.revision if target else 0
    write_line(line=to, text="\n".join(said), revision=revision, **facts)
    write_line(line=line, text="", revision=source.revision, **facts)
    # The words go to other readers; what is written here next is for those who are named then.
    end_all_readers(source, on=on, by=by)
    if sensitivity > line.sensitivity:
        close_versions(pupil, line, sensitivity)

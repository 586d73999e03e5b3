"""Words are taken out of a child's record, wherever they stand, and put back."""

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import models
from django.db.models import Q

from aylsham.identifiers import uuid7
from pupils import packs
from pupils.copies import forget_copies
from pupils.handed_texts import (
    SEALED,
    HandedText,
    Repeat,
    repeats,
    sealed_value,
    texts,
    texts_in,
    without_words,
)
from pupils.models import (
    MarkedCopy,
    PassportPrint,
    PrintedDocument,
    PrintedPaper,
    Pupil,
    RecordTransfer,
)
from pupils.services.recording import lock
from pupils.services.requests.items import take_out_of_requests
from pupils.services.transfers.sending import withdraw_transfer
from pupils.transfer_codes import TransferState

WITHDRAWN_WHY = "Words were taken out of the record since it was packed."
#: {"table:id of a row": {field: [what stood there, what was put in its place]}}
Stood = dict[str, dict[str, list[Any]]]


def seal_words(kind: HandedText, row: models.Model, *, pupil: Pupil, by) -> Stood:
    """Take the words out of a row, its versions, its history and every text that repeats them."""
    stood: Stood = {}
    words: list[str] = []
    for part, each in _parts(kind, row):
        values = {name: getattr(each, name) for name in _unsealed(part, each)}
        words += [said for value in values.values() for said in texts_in(value)]
        _take_out(each, {n: sealed_value(v) for n, v in values.items()}, stood)
        for event in _past(each):
            words += [said for name in part.fields for said in texts_in(getattr(event, name))]
            said = {name: sealed_value(getattr(event, name)) for name in part.fields}
            type(event).objects.filter(school_id=each.school_id, pk=event.pk).update(**said)
    _seal_repeats(list(dict.fromkeys(words)), pupil, stood)
    _forget_papers(kind, pupil, by)
    return stood


def unseal_words(stood: Stood, *, school_id: UUID) -> None:
    """Put back what stood there; what was written since stays."""
    for key, values in stood.items():
        label, _, pk = key.partition(":")
        rows = apps.get_model(label)._default_manager.filter(school_id=school_id, pk=pk)
        if row := rows.first():
            row = lock(row)
            _write(row, {n: _together(getattr(row, n), *both) for n, both in values.items()})


def words_with(kind: HandedText, row: models.Model) -> list[str]:
    """The words that are sealed with a row: of what was written in the same form."""
    return [
        words
        for part, each in _parts(kind, row)
        if part is not kind
        for words in part.words_of(each)
    ]


def _parts(kind: HandedText, row: models.Model) -> Iterator[tuple[HandedText, models.Model]]:
    for each in _versions(kind, row):
        yield kind, each
    for key, rows in (kind.along(row) if kind.along else {}).items():
        for each in rows.order_by("pk"):
            yield texts()[key], each


def _unsealed(kind: HandedText, row: models.Model) -> list[str]:
    """The fields with words that are still there: what is sealed twice could not be put back."""
    return [name for name in kind.fields if any(w != SEALED for w in texts_in(getattr(row, name)))]


def _versions(kind: HandedText, row: models.Model) -> list[models.Model]:
    if not kind.versions:
        return [row]
    same = {kind.versions: getattr(row, kind.versions)}
    return list(kind.model._default_manager.filter(school_id=row.school_id, **same))


def _seal_repeats(words: list[str], pupil: Pupil, stood: Stood) -> None:
    words = [each for each in sorted(words, key=len, reverse=True) if each != SEALED]
    for repeat in repeats() if words else ():
        about = {"school_id": pupil.school_id, repeat.pupil: pupil}
        rows = list(repeat.model._default_manager.filter(**about).distinct())
        for row, less in _changed(rows, repeat, words):
            _take_out(row, {repeat.field: less}, stood)
        for event, less in _changed(_past(*rows), repeat, words):
            same = type(event).objects.filter(school_id=pupil.school_id, pk=event.pk)
            same.update(**{repeat.field: less})


def _changed(
    rows: Iterable[models.Model], repeat: Repeat, words: list[str]
) -> Iterator[tuple[models.Model, Any]]:
    """The rows in which the words stand, each with what is left without them."""
    for row in rows:
        value = getattr(row, repeat.field, None)  # some history leaves drafts out
        less = without_words(value, words, is_copy=repeat.is_copy)
        if less != value:
            yield row, less


def _past(*rows: models.Model) -> list[models.Model]:
    """What the history says of rows of one table; one statement."""
    events = getattr(type(rows[0]), "pgh_event_model", None) if rows else None
    if events is None:
        return []
    ids = [row.pk for row in rows]
    return list(events.objects.filter(school_id=rows[0].school_id, pgh_obj_id__in=ids))


def _take_out(row: models.Model, values: dict[str, Any], stood: Stood) -> None:
    before = stood.setdefault(f"{row._meta.label_lower}:{row.pk}", {})
    for name, value in values.items():
        first = before[name][0] if name in before else getattr(row, name)
        before[name] = [first, value]
    _write(row, values)
    take_out_of_requests(school_id=row.school_id, source_id=row.pk)


def _write(row: models.Model, values: dict[str, Any]) -> None:
    """A change that no open page wrote: what is still typed there does not go over it unseen."""
    known = {field.name for field in row._meta.concrete_fields}
    if "sitting" in known:
        values = values | {"sitting": uuid7()}
    if "revision" in known:
        values = values | {"revision": row.revision + 1}
    for name, value in values.items():
        setattr(row, name, value)
    row.save(update_fields=list(values))


def _together(now: Any, stood: Any, sealed: Any) -> Any:
    """What stood there, and what somebody has written in its place since."""
    if now in (sealed, stood) or not isinstance(now, str):
        return stood
    if sealed == SEALED and SEALED in now:
        return now.replace(SEALED, stood)
    return f"{stood}\n\n{now}"


def _forget_papers(kind: HandedText, pupil: Pupil, by) -> None:
    """Prints that wait to be fetched go, and a pack that nobody has received is taken back."""
    prints = PassportPrint.objects.filter(school_id=pupil.school_id)
    prints.filter(pupil_ids__contains=[str(pupil.pk)]).delete()
    PrintedDocument.objects.filter(school_id=pupil.school_id, pupil=pupil).delete()
    papers = PrintedPaper.objects.filter(school_id=pupil.school_id)
    papers.filter(Q(pupil=pupil) | Q(other_ids__contains=[str(pupil.pk)])).delete()
    MarkedCopy.objects.filter(school_id=pupil.school_id, item__share__pupil=pupil).delete()
    forget_copies(pupil)
    if packs.table(kind.model._meta.label_lower) is None:
        return
    sent = RecordTransfer.objects.filter(school_id=pupil.school_id, pupil=pupil)
    for transfer in sent.filter(state__in=(TransferState.BUILDING, TransferState.READY)):
        withdraw_transfer(transfer=transfer, why=WITHDRAWN_WHY, by=by)

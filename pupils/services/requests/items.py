"""What was found for a request, and what is decided of each item by a named person."""

from typing import Any
from uuid import UUID

from django.db import transaction

from aylsham import clock
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.documents.blackout import black_out_text
from aylsham.models import User
from pupils.models import Disclosure, RecordsRequest, RequestItem
from pupils.request_codes import Decision
from pupils.selectors.requests.found import FoundItem, found_about
from pupils.selectors.requests.sharing import as_kept, kept_from
from pupils.services.recording import lock, lock_pupil
from pupils.services.requests.cases import record, require_open
from pupils.services.requests.sharing import require_reason

ITEM_FIELDS = ("decision", "ground", "reason", "words", "boxes", "left_out")


@transaction.atomic
def collect_items(*, case: RecordsRequest, by: User) -> int:
    """Look through everything kept about the child; how many items are new.

    What was found before keeps its decision as long as its words are the same.
    """
    pupil = lock_pupil(case.pupil, when_closed=True)
    case = lock(case)
    require_open(case)
    known = {_key(item): item for item in case.items.filter(school_id=case.school_id)}
    number = max((item.number for item in known.values()), default=0)
    fresh = []
    for found in found_about(pupil):
        item = known.get(_key(found))
        if item is None:
            number += 1
            fresh.append(_item(case, number, found))
        else:
            if item.text != found.text:
                _reopen(item, found)
            if item.holds != as_kept(found.holds):
                item.holds = as_kept(found.holds)
                item.save(update_fields=["holds"])
    RequestItem.objects.bulk_create(fresh)
    case.collected_at = clock.moment()
    case.save(update_fields=["collected_at"])
    record(case, pupil, by, "collected", items=len(fresh))
    return len(fresh)


@transaction.atomic
def decide_item(*, item: RequestItem, version: str, by: User, **values: Any) -> RequestItem:
    """Give an item, black parts of it out, or keep it back on a ground."""
    case = _open_case(item)
    item = lock(item)
    require_version(item, ITEM_FIELDS, version)
    for name in ITEM_FIELDS:
        setattr(item, name, values[name])
    _check(item)
    item.case = case
    require_reason(case, item)
    is_open = item.decision == Decision.OPEN
    item.decided_at, item.decided_by = (None, None) if is_open else (clock.moment(), by)
    item.save(update_fields=[*ITEM_FIELDS, "decided_at", "decided_by"])
    record(case, case.pupil, by, "decided", decision=item.decision)
    return item


@transaction.atomic
def disclose_part(*, case: RecordsRequest, part: str, by: User) -> int:
    """Give what is open in a part of the record and not kept from whoever asks; how many items."""
    pupil = lock_pupil(case.pupil, when_closed=True)
    case = lock(case)
    require_open(case)
    rows = RequestItem.objects.filter(
        school_id=case.school_id, case=case, part=part, decision=Decision.OPEN
    )
    kept = kept_from(case, today=clock.today())
    rows = rows.filter(pk__in=[row.pk for row in rows if not kept.hides(row)])
    many = rows.update(decision=Decision.DISCLOSE, decided_at=clock.moment(), decided_by=by)
    record(case, pupil, by, "decided", items=many)
    return many


def take_out_of_requests(*, school_id: UUID, source_id: UUID) -> None:
    """What was sealed leaves every request, and every bundle that nobody has been given yet."""
    rows = RequestItem.objects.filter(school_id=school_id, source_id=source_id)
    cases = set(rows.values_list("case_id", flat=True))
    if not cases:
        return
    rows.delete()
    Disclosure.objects.filter(school_id=school_id, case__in=cases, handed_on=None).delete()


def _open_case(item: RequestItem) -> RecordsRequest:
    pupil = lock_pupil(item.case.pupil, when_closed=True)
    case = lock(item.case)
    require_open(case)
    case.pupil = pupil
    return case


def _check(item: RequestItem) -> None:
    kept_back = item.decision in (Decision.REDACT, Decision.WITHHOLD)
    if kept_back and not item.ground:
        raise TransitionNotAllowed("Choose the ground on which it is kept back.")
    if not kept_back:
        item.ground = ""
    if item.decision != Decision.REDACT:
        item.words, item.boxes, item.left_out = [], [], []
        return
    if not (item.words or item.boxes or item.left_out):
        raise TransitionNotAllowed("Say what is blacked out: words, boxes or pages.")
    if item.text:
        _, missing = black_out_text(item.text, item.words)
        if missing:
            raise TransitionNotAllowed(f"These words do not stand in it: {', '.join(missing)}.")


def _key(item: RequestItem | FoundItem) -> tuple:
    return item.source, item.source_id, item.version_id


def _item(case: RecordsRequest, number: int, found: FoundItem) -> RequestItem:
    return RequestItem(
        school_id=case.school_id,
        case=case,
        number=number,
        part=found.part[:80],
        title=found.title[:200],
        of_on=found.of_on,
        text=found.text,
        holds=as_kept(found.holds),
        source=found.source,
        source_id=found.source_id,
        version_id=found.version_id,
    )


def _reopen(item: RequestItem, found: FoundItem) -> None:
    """Its words have changed since: somebody has to look again."""
    item.text, item.title, item.of_on = found.text, found.title[:200], found.of_on
    item.decision, item.ground, item.reason = Decision.OPEN, "", ""
    item.words, item.boxes, item.left_out = [], [], []
    item.decided_at = item.decided_by = None
    item.save()

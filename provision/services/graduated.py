"""The graduated provision map: the school's words, versions that stay, what moderation agreed."""

import datetime as dt
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.deadlines.services import rebuild_deadlines
from aylsham.models import School, User
from provision.models import KeptMap, MapLine, MapModeration
from pupils.services.recording import as_pk, lock

LINE_FIELDS = ("words", "is_left_out")
MODERATION_FIELDS = ("held_on", "who", "agreed", "act_by", "done_on")


@transaction.atomic
def write_map_line(
    *,
    school: School,
    year: int,
    key: str,
    words: Mapping[str, str],
    is_left_out: bool,
    version: str,
    by: User | None,
) -> MapLine:
    """Set what the school says on a line; raises StaleSave when somebody else did in between."""
    lock_school(school)
    row = MapLine.objects.filter(school=school, year=year, key=key).first()
    if row is None:
        row = MapLine(school=school, year=year, key=key)
    else:
        require_version(row, LINE_FIELDS, version)
    row.words, row.is_left_out = {k: v for k, v in words.items() if v}, is_left_out
    row.save()
    _record(school, by, row, "words")
    return row


@transaction.atomic
def add_map_line(
    *, school: School, year: int, words: Mapping[str, str], by: User | None, key: UUID
) -> MapLine:
    """A line of the school's own; `words` has its name and the letter of its tier."""
    lock_school(school)
    mine = {"school": school, "year": year, "key": f"own:{key}"}
    row, is_new = MapLine.objects.get_or_create(**mine, defaults={"words": dict(words)})
    if is_new:
        _record(school, by, row, "line added")
    return row


@transaction.atomic
def keep_map(
    *,
    school: School,
    year: int,
    content: Mapping[str, Any],
    note: str,
    by: User | None,
    key: UUID | None = None,
) -> KeptMap:
    """Keep the map as it stands; the same map twice is one version."""
    lock_school(school)
    rows = KeptMap.objects.filter(school=school, year=year)
    newest = rows.first()
    if key and (known := rows.filter(pk=key).first()):
        return known
    if not content["lines"]:
        raise TransitionNotAllowed("There is nothing on the map yet.")
    if newest and newest.content == content:
        raise TransitionNotAllowed(f"Nothing has changed since version {newest.number}.")
    row = KeptMap.objects.create(
        school=school,
        year=year,
        number=newest.number + 1 if newest else 1,
        shape=content["shape"],
        content=content,
        note=note,
        kept_by=by,
        kept_at=clock.moment(),
        **as_pk(key),
    )
    _record(school, by, row, "kept", version=row.number)
    return row


@transaction.atomic
def add_moderation(
    *, kept: KeptMap, by: User | None, key: UUID | None = None, **facts: Any
) -> MapModeration:
    """Write down what a moderation said of a version; `facts` are MODERATION_FIELDS."""
    lock_school(kept.school)
    if key and (known := MapModeration.objects.filter(school=kept.school, pk=key).first()):
        return known
    _sound(kept, facts)
    row = MapModeration.objects.create(
        school=kept.school, kept=kept, written_by=by, **as_pk(key), **facts
    )
    _record(kept.school, by, row, "moderated")
    rebuild_deadlines(kept.school)
    return row


@transaction.atomic
def change_moderation(
    *, moderation: MapModeration, version: str, by: User, **facts: Any
) -> MapModeration:
    """Correct a note, or say when what was agreed was done."""
    row = lock(moderation)
    require_version(row, MODERATION_FIELDS, version)
    _sound(moderation.kept, facts)
    for name, value in facts.items():
        setattr(row, name, value)
    row.save(update_fields=MODERATION_FIELDS)
    _record(moderation.school, by, row, "moderation changed")
    rebuild_deadlines(moderation.school)
    return row


def _sound(kept: KeptMap, facts: Mapping[str, Any]) -> None:
    held_on, act_by, done_on = facts["held_on"], facts.get("act_by"), facts.get("done_on")
    if held_on < timezone.localdate(kept.kept_at):
        raise TransitionNotAllowed(
            f"This version was kept on {timezone.localdate(kept.kept_at):%-d %B %Y}: nobody saw it before."
        )
    _in_order(held_on, act_by)
    if done_on and not act_by:
        raise TransitionNotAllowed("Say by when it was to be done, too.")


def _in_order(held_on: dt.date, act_by: dt.date | None) -> None:
    if act_by and act_by < held_on:
        raise TransitionNotAllowed("What was agreed cannot be due before the day it was agreed.")


def lock_school(school: School) -> None:
    """One change of what a school tells its council at a time."""
    School.objects.select_for_update(no_key=True).get(pk=school.pk)


def _record(school: School, by: User | None, subject, step: str, **more: Any) -> None:
    detail = {"step": step, **more}
    record_event(Action.CHANGE_COUNCIL_MAP, school=school, by=by, subject=subject, detail=detail)

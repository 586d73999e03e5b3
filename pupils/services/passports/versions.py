"""Versions of a published passport: one for each person's sitting, whatever was changed."""

import datetime as dt

from django.db.models import Max
from django.utils import timezone

from aylsham import clock
from aylsham.identifiers import uuid7
from aylsham.models import User
from pupils.codes import PassportPart, PassportState, ReadSubject
from pupils.models import (
    Passport,
    PassportText,
    PassportVersion,
    Pupil,
    ReadReceipt,
    Strategy,
)
from pupils.rules.lines import HELPS, LineKey
from pupils.rules.passports import is_drawn

#: Changes of one person that follow each other within this time are one version.
ONE_SITTING = dt.timedelta(minutes=30)


def note_change(pupil: Pupil, by: User | None) -> None:
    """Keep what the (locked) child's passport says now, if it is published: every view's history."""
    passport = Passport.objects.filter(school_id=pupil.school_id, pupil=pupil).first()
    if passport:
        keep_if_published(passport, by)


def keep_if_published(passport: Passport, by: User | None) -> None:
    """Keep what the passport says now: before its first publication it has no versions."""
    if passport.state == PassportState.PUBLISHED:
        keep_version(passport, by)


def keep_version(passport: Passport, by: User | None) -> PassportVersion:
    """The version of this sitting with what the passport says now; the caller has the lock."""
    now = clock.moment()
    rows = PassportVersion.objects.filter(school_id=passport.school_id, passport=passport)
    latest = rows.order_by("-number").first()
    content = content_of(passport)
    if latest and latest.content == content:
        return latest
    if latest and _goes_on(latest, passport, by, now):
        latest.content, latest.changed_at, latest.written_at = content, now, timezone.now()
        latest.save(update_fields=["content", "changed_at", "written_at"])
        return latest
    pk = uuid7()
    return PassportVersion.objects.create(
        pk=pk,
        school=passport.school,
        passport=passport,
        number=(rows.aggregate(last=Max("number"))["last"] or 0) + 1,
        content=content,
        made_by=by,
        started_at=now,
        changed_at=now,
        is_sampled=latest is not None and is_drawn(pk),
    )


def close_versions(pupil: Pupil, line: LineKey, sensitivity: int) -> None:
    """An old version tells nobody what is closed now; its words stay as they were."""
    versions = PassportVersion.objects.filter(school_id=pupil.school_id, passport__pupil=pupil)
    for version in versions:
        open_lines = [
            said
            for said in version.content
            if said["line"] == str(line) and said["sensitivity"] < sensitivity
        ]
        for said in open_lines:
            said["sensitivity"] = int(sensitivity)
        if open_lines:
            version.save(update_fields=["content"])


def content_of(passport: Passport) -> list[dict]:
    """Everything the passport shows, line by line, with the sensitivity of each."""
    mine = {"school_id": passport.school_id}
    texts = PassportText.objects.filter(passport=passport, **mine).exclude(text="")
    order = list(PassportPart.values)
    own = sorted(texts, key=lambda row: (order.index(row.part), row.sensitivity))
    strategies = Strategy.objects.filter(pupil_id=passport.pupil_id, ended_on=None, **mine)
    return [
        *(_said(LineKey(r.part, r.sensitivity), r) for r in own),
        *(_said(LineKey(HELPS, row_id=r.pk), r) for r in strategies.order_by("since_on", "pk")),
    ]


def _said(key: LineKey, row: PassportText | Strategy) -> dict:
    return {
        "line": str(key),
        "part": key.part,
        "text": row.text,
        "sensitivity": row.sensitivity,
    }


def _goes_on(
    latest: PassportVersion, passport: Passport, by: User | None, now: dt.datetime
) -> bool:
    is_same = latest.made_by_id == (by.pk if by else None)
    # By both clocks: the demonstration's may stand still, or jump to another day.
    is_now = max(now - latest.changed_at, timezone.now() - latest.written_at) <= ONE_SITTING
    # The first version is what was checked, and what was looked through stays as it was.
    return is_same and is_now and latest.number > 1 and not _is_closed(latest, passport)


def _is_closed(latest: PassportVersion, passport: Passport) -> bool:
    """Whether somebody holds to its words: it was looked through, must be read, or was read."""
    if latest.seen_at or passport.must_read_from >= latest.number:
        return True
    return ReadReceipt.objects.filter(
        school_id=passport.school_id,
        subject=ReadSubject.PASSPORT,
        subject_id=passport.pk,
        version=latest.number,
    ).exists()

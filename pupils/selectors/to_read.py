"""Passports and safety plans that somebody has to read, as they stand, to be read in one piece."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject

from aylsham.access.current import Access
from aylsham.codes import Sensitivity
from aylsham.models import School
from pupils.codes import PassportState
from pupils.models import (
    Passport,
    PassportText,
    PassportVersion,
    SafetyPlan,
    SafetyPlanVersion,
    Strategy,
)
from pupils.rules.passports import reading_mark
from pupils.selectors.readers import to_confirm
from pupils.selectors.safety import plans_for, sections_in_order

HELPS = "What helps"
_OWN = {"school_id": OuterRef("school_id"), "pupil_id": OuterRef("pupil_id")}
_OF_THIS = {"school_id": OuterRef("school_id"), "passport_id": OuterRef("pk")}


@dataclass(frozen=True)
class ToRead:
    """A paper as the asker may read it: (heading, words), and the mark that they confirm."""

    shown: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class PassportToCheck:
    """A first version that is with its checker: (heading, words) of what the asker may read."""

    lines: tuple[tuple[str, str], ...]
    #: What it says altogether, also where the asker may not read it.
    mark: str
    #: Lines that the asker may not read.
    closed_off: int


def passport_rows(access: Access, school: School, ids: Iterable[UUID]) -> QuerySet[Passport]:
    """Published passports with their lines, to be read together with something else."""
    latest = PassportVersion.objects.filter(**_OF_THIS).order_by("-number")
    named = to_confirm(access.user, access.today).filter(**_OWN)
    rows = Passport.objects.filter(school=school, pk__in=list(ids), state=PassportState.PUBLISHED)
    return rows.annotate(
        version=Subquery(latest.values("number")[:1]),
        written_at=Subquery(latest.values("written_at")[:1]),
        by_name=ArraySubquery(named.values("pk")),
        said_texts=_texts(PassportText.objects.readable_by(access)),
        said_helps=_helps(Strategy.objects.readable_by(access)),
    )


def rows_to_check(access: Access, school: School, ids: Iterable[UUID]) -> QuerySet[Passport]:
    """Passports that are with the checker, with their lines, to be read with something else."""
    rows = Passport.objects.filter(school=school, pk__in=list(ids), state=PassportState.CHECKING)
    return _whole(rows).annotate(
        said_texts=_texts(PassportText.objects.readable_by(access)),
        said_helps=_helps(Strategy.objects.readable_by(access)),
    )


def passport_to_check(row: Passport) -> PassportToCheck:
    """One of those rows."""
    lines = tuple((title, text) for title, text, _ in _said(row))
    every = len(row.whole_texts) + len(row.whole_helps)
    return PassportToCheck(lines, _mark(row), every - len(lines))


def passport_mark(passport: Passport) -> str:
    """What a passport says now, as a short mark; one statement."""
    rows = Passport.objects.filter(school_id=passport.school_id, pk=passport.pk)
    return _mark(_whole(rows).get())


def _mark(row: Passport) -> str:
    said = json.dumps([row.whole_texts, row.whole_helps], sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def _whole(rows: QuerySet[Passport]) -> QuerySet[Passport]:
    return rows.annotate(
        whole_texts=_texts(PassportText.objects.all()), whole_helps=_helps(Strategy.objects.all())
    )


def _texts(rows: QuerySet[PassportText]) -> ArraySubquery:
    """Of each passport its lines among these."""
    of_it = rows.filter(**_OF_THIS).exclude(text="").order_by("part", "sensitivity")
    said = JSONObject(part="part", text="text", level="sensitivity")
    return ArraySubquery(of_it.values(data=said))


def _helps(rows: QuerySet[Strategy]) -> ArraySubquery:
    """Of each passport what helps, among these."""
    of_it = rows.filter(**_OWN, ended_on=None).exclude(text="").order_by("since_on", "pk")
    return ArraySubquery(of_it.values(data=JSONObject(text="text", level="sensitivity")))


def passport_to_read(row: Passport) -> ToRead:
    """One of those rows."""
    mark = reading_mark(row.version, row.written_at, row.by_name) if row.version else ""
    return ToRead(mark, tuple((title, text) for title, text, _ in _said(row)))


def everyones_lines(row: Passport) -> ToRead:
    """Of one of those rows what everybody reads who works with the child; nobody confirms it so."""
    everyone = Sensitivity.EVERYONE
    return ToRead("", tuple((title, text) for title, text, at in _said(row) if at == everyone))


def _said(row: Passport) -> list[tuple[str, str, int]]:
    titles = dict(PassportText._meta.get_field("part").flatchoices)
    texts = [(str(titles.get(x["part"], x["part"])), x["text"], x["level"]) for x in row.said_texts]
    return texts + [(HELPS, each["text"], each["level"]) for each in row.said_helps]


def safety_rows(access: Access, school: School, ids: Iterable[UUID]) -> QuerySet[SafetyPlan]:
    """Safety plans in force that the asker may see, with what was agreed."""
    now = SafetyPlanVersion.objects.filter(
        school_id=OuterRef("school_id"), plan=OuterRef("pk"), number=OuterRef("version")
    )
    rows = SafetyPlan.objects.filter(school=school, pk__in=list(ids)).live(access.today)
    return plans_for(access, rows).annotate(agreed_text=Subquery(now.values("sections")))


def plan_to_read(row: SafetyPlan) -> ToRead:
    """One of those rows."""
    return ToRead(str(row.version), tuple(sections_in_order(row.kind, row.agreed_text or {})))

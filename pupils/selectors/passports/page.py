"""A passport as its page shows it: own texts, live strategies, who wrote what, cut by sensitivity."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet, Subquery

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.access.sensitivity import readable
from aylsham.codes import Sensitivity
from aylsham.documents.fonts import without_font
from aylsham.together import read_rows
from pupils.codes import PassportPart, PassportState
from pupils.live_aims import aims_of, by_child
from pupils.models import (
    AsideText,
    Passport,
    PassportComment,
    PassportText,
    PassportVersion,
    Pupil,
    Strategy,
)
from pupils.rules.passports import Freshness, Room, freshness, reading_mark, room
from pupils.selectors.identity import Child
from pupils.selectors.passports.clocks import with_oldest
from pupils.selectors.passports.own_words import OwnWords, own_words_in, with_own_words
from pupils.selectors.passports.parts import HELPS_LABEL, Comment, MyAside, Part, parts_of
from pupils.selectors.readers import to_confirm
from pupils.selectors.strategies import live_strategies


@dataclass(frozen=True)
class PassportPage:
    """Everything the page shows to this asker."""

    id: UUID | None
    state: str
    parts: tuple[Part, ...]
    room: Room
    sent_on: dt.date | None = None
    sent_by: str = ""
    published_on: dt.date | None = None
    confirmed_on: dt.date | None = None
    confirmed_by: str = ""
    oldest_on: dt.date | None = None
    freshness: Freshness = Freshness.FRESH
    version: int = 0
    #: Which words the page shows: what a reader confirms.
    shown: str = ""
    comments: tuple[Comment, ...] = field(default=())
    #: My words for lines that have ended meanwhile: to copy, or to let go.
    left_over: tuple[MyAside, ...] = ()
    #: What the child chose and said on the page "About me".
    own: OwnWords = field(default_factory=OwnWords)

    @property
    def is_published(self) -> bool:
        """Whether everybody who works with the child sees it."""
        return self.state == PassportState.PUBLISHED

    @property
    def has_words(self) -> bool:
        """Whether anything is written yet."""
        return any(line.text for part in self.parts for line in part.lines)

    @property
    def unprintable(self) -> list[str]:
        """Characters that no font of ours can print."""
        return without_font(line.text for part in self.parts for line in part.lines)

    @property
    def state_words(self) -> str:
        """How far it is."""
        return str(PassportState(self.state).label)


def passport_page(access: Access, child: Child) -> PassportPage:
    """The child's passport; before its first publication only writers see its own texts.

    At most five statements.
    """
    may = access.permissions_at(child.school)
    is_writer = Permission.EDIT_PASSPORTS in may or Permission.CHECK_PASSPORTS in may
    passport = _passport(access, child)
    strategies = live_strategies(access, child.pupil)
    shown = passport if passport and (is_writer or passport.published_on) else None
    texts, *aims = read_rows(
        _texts(access, shown) if shown else PassportText.objects.none(),
        *aims_of(child.school, [child.pupil.pk], readable(may)),
    )
    asides = _asides(access, passport) if passport and is_writer else {}
    comments = _comments(passport) if passport and is_writer else {}
    parts = _with_aims(
        parts_of(texts, strategies, asides, comments, readable(may) if is_writer else ()),
        aims,
        child.pupil,
    )
    if passport is None:
        return PassportPage(None, PassportState.DRAFT, parts, _room(parts))
    return PassportPage(
        id=passport.pk,
        state=passport.state,
        parts=parts,
        room=_room(parts),
        sent_on=passport.sent_on,
        sent_by=passport.sent_by.name if passport.sent_by else "",
        published_on=passport.published_on,
        confirmed_on=passport.confirmed_on,
        confirmed_by=passport.confirmed_by.name if passport.confirmed_by else "",
        oldest_on=passport.oldest_on,
        freshness=_freshness(passport, child),
        version=passport.version or 0,
        shown=_mark(passport),
        comments=tuple(comments.get("", ())),
        left_over=_left_over(parts, asides),
        own=own_words_in(passport),
    )


def _with_aims(parts: tuple[Part, ...], aims: Iterable, pupil: Pupil) -> tuple[Part, ...]:
    """The parts with what the child works on now beneath the own words of "my aims"."""
    live = tuple(by_child(aims).get(pupil.pk, ()))
    return tuple(replace(p, live=live) if p.code == PassportPart.AIMS else p for p in parts)


def room_of(pupil: Pupil) -> Room:
    """The room that the passport takes as it is now; two statements."""
    everyone = {"school_id": pupil.school_id, "sensitivity": Sensitivity.EVERYONE}
    texts = PassportText.objects.filter(passport__pupil=pupil, **everyone)
    strategies = Strategy.objects.filter(pupil=pupil, ended_on=None, **everyone)
    by_part = texts.values_list("part", "text")
    own = {str(PassportPart(part).label): [text] for part, text in by_part}
    boxes = own | {HELPS_LABEL: list(strategies.values_list("text", flat=True))}
    return room(boxes.values(), boxes)


def _passport(access: Access, child: Child) -> Passport | None:
    versions = PassportVersion.objects.filter(
        school_id=OuterRef("school_id"), passport=OuterRef("pk")
    )
    passports = Passport.objects.filter(school=child.school, pupil=child.pupil)
    return (
        with_own_words(with_oldest(passports), access, child.school)
        .annotate(
            version=Subquery(versions.order_by("-number").values("number")[:1]),
            written_at=Subquery(versions.order_by("-number").values("written_at")[:1]),
            to_confirm=ArraySubquery(
                to_confirm(access.user, access.today)
                .filter(school_id=OuterRef("school_id"), pupil_id=OuterRef("pupil_id"))
                .values("pk")
            ),
        )
        .select_related("sent_by", "confirmed_by")
        .first()
    )


def _mark(passport: Passport) -> str:
    if not passport.version:
        return ""
    return reading_mark(passport.version, passport.written_at, passport.to_confirm)


def _freshness(passport: Passport, child: Child) -> Freshness:
    if passport.state != PassportState.PUBLISHED:
        return Freshness.FRESH
    return freshness(passport.oldest_on, child.school.live_from, child.today)


def _texts(access: Access, passport: Passport) -> QuerySet[PassportText]:
    rows = PassportText.objects.readable_by(access).select_related("changed_by")
    mine = rows.filter(school_id=passport.school_id, passport=passport)
    return mine.with_named(access.today).order_by("sensitivity")


def _asides(access: Access, passport: Passport) -> dict[str, MyAside]:
    rows = AsideText.objects.readable_by(access).filter(
        school_id=passport.school_id, passport=passport, written_by=access.user, settled_at=None
    )
    return {row.line: MyAside(row.pk, row.text) for row in rows.order_by("written_at")}


def _left_over(parts: Iterable[Part], asides: dict[str, MyAside]) -> tuple[MyAside, ...]:
    shown = {line.key for part in parts for line in part.lines}
    return tuple(aside for key, aside in asides.items() if key not in shown)


def _comments(passport: Passport) -> dict[str, list[Comment]]:
    found: dict[str, list[Comment]] = defaultdict(list)
    rows = PassportComment.objects.filter(
        school_id=passport.school_id, passport=passport, settled_at=None
    )
    for part, pk, text in rows.values_list("part", "pk", "text"):
        found[part].append(Comment(pk, text))
    return found


def _room(parts: Iterable[Part]) -> Room:
    boxes = {
        part.label: [
            *(x.text for x in part.lines if x.sensitivity == Sensitivity.EVERYONE),
            *part.live,
        ]
        for part in parts
    }
    return room(boxes.values(), boxes)

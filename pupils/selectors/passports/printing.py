"""Passports as they are printed: what is for everyone, and what more the asker chose and may."""

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from aylsham.access.current import Access
from aylsham.codes import Sensitivity
from aylsham.documents.fonts import without_font
from aylsham.models import School
from aylsham.together import Reads, read
from pupils.codes import PassportPart, PassportState
from pupils.live_aims import aims_of, by_child
from pupils.models import (
    Passport,
    PassportPrint,
    PassportText,
    PassportVersion,
    Pupil,
    PupilPhoto,
    Strategy,
)
from pupils.rules.lines import HELPS
from pupils.selectors.passports.own_words import Clip, clip_in, newest_clip
from pupils.selectors.passports.parts import HELPS_AFTER, HELPS_LABEL
from pupils.words import year_words

#: What leaves the system unless somebody chose more.
FOR_EVERYONE: tuple[int, ...] = (Sensitivity.EVERYONE,)


@dataclass(frozen=True)
class PrintedPart:
    """One box of a printed passport: each line as it was written."""

    code: str
    label: str
    lines: tuple[str, ...]
    #: What paper says of a voice clip.
    note: str = ""

    @property
    def is_list(self) -> bool:
        """Whether each line is a thing of its own."""
        return self.code in (HELPS, PassportPart.PLEASE_DO, PassportPart.PLEASE_DONT)

    @property
    def is_quote(self) -> bool:
        """Whether its words are the child's own."""
        return self.code == PassportPart.OWN_WORDS


@dataclass(frozen=True)
class PrintedPassport:
    """One child's passport on paper."""

    pupil_id: UUID
    name: str
    place: str
    parts: tuple[PrintedPart, ...]
    #: 0: not published yet.
    version: int
    changed_on: dt.date | None
    #: Digest of the photo; empty when there is none.
    photo: str = ""

    @property
    def unprintable(self) -> list[str]:
        """Characters that no font of ours can print."""
        return without_font([self.name, *(line for part in self.parts for line in part.lines)])

    @property
    def mark(self) -> str:
        """SHA-256 in hex of all that is set: the same for the same paper."""
        return hashlib.sha256(repr(self).encode()).hexdigest()

    @property
    def title(self) -> str:
        """What the document is."""
        return "Pupil passport"

    @property
    def version_words(self) -> str:
        """What the foot says of it."""
        return f"Version {self.version}" if self.version else "Draft, not published"


def printed_passports(
    school: School,
    pupil_ids: Iterable[UUID],
    *,
    drafts: bool = False,
    levels: Collection[int] = FOR_EVERYONE,
) -> list[PrintedPassport]:
    """The passports of these children in the order of the register; one statement.

    Only published ones, unless `drafts`; only lines of these levels of sensitivity.
    """
    return read(printed(school, pupil_ids, drafts=drafts, levels=levels))


def printed(
    school: School,
    pupil_ids: Iterable[UUID],
    *,
    drafts: bool = False,
    levels: Collection[int] = FOR_EVERYONE,
    has_aims: bool = True,
) -> Reads[list[PrintedPassport]]:
    """The same, to go with other reads; without `has_aims` for a page that shows live aims itself."""
    ids = list(pupil_ids)
    mine = {"school": school, "sensitivity__in": levels}
    lines = PassportText.objects.filter(passport__pupil__in=ids, **mine).order_by("sensitivity")
    strategies = Strategy.objects.filter(pupil__in=ids, ended_on=None, **mine)
    aims = aims_of(school, ids, levels) if has_aims else []
    rows, own, live, *aiming = yield [
        _passports(school, ids, drafts=drafts, levels=levels),
        lines.values_list("passport_id", "part", "text"),
        strategies.order_by("since_on", "pk").values_list("pupil_id", "text"),
        *aims,
    ]
    texts: dict[UUID, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for passport_id, part, text in own:
        texts[passport_id][part].append(text)
    helps: dict[UUID, list[str]] = defaultdict(list)
    for pupil_id, text in live:
        helps[pupil_id].append(text)
    now = by_child(aiming)
    for row in rows:
        if row.pupil_id in now:
            texts[row.pk][PassportPart.AIMS].extend(now[row.pupil_id])
    return [_printed(row, texts[row.pk], helps[row.pupil_id]) for row in rows]


def _passports(
    school: School, pupil_ids: list[UUID], *, drafts: bool, levels: Collection[int]
) -> QuerySet[Passport]:
    versions = PassportVersion.objects.filter(
        school_id=OuterRef("school_id"), passport=OuterRef("pk")
    ).order_by("-number")
    photos = PupilPhoto.objects.filter(
        school_id=OuterRef("school_id"), pupil_id=OuterRef("pupil_id")
    )
    rows = (
        Passport.objects.filter(school=school, pupil_id__in=pupil_ids)
        .select_related("pupil__class_group")
        .annotate(
            version=Subquery(versions.values("number")[:1]),
            changed_at=Subquery(versions.values("changed_at")[:1]),
            photo=Subquery(photos.values("digest")[:1]),
            clip=newest_clip(levels),
        )
        .order_by("pupil__last_name", "pupil__first_name", "pupil_id")
    )
    return rows if drafts else rows.filter(state=PassportState.PUBLISHED)


def _printed(row: Passport, texts: dict[str, list[str]], helps: list[str]) -> PrintedPassport:
    pupil = row.pupil
    place = [year_words(pupil.year_group), pupil.class_group and pupil.class_group.name]
    return PrintedPassport(
        pupil_id=pupil.pk,
        name=pupil.full_name,
        place=", ".join(filter(None, place)),
        parts=tuple(_parts(texts, helps, clip_in(row))),
        version=row.version or 0,
        changed_on=row.changed_at.date() if row.changed_at else None,
        photo=row.photo or "",
    )


def _parts(texts: dict[str, list[str]], helps: list[str], clip: Clip | None):
    for part in PassportPart:
        lines = tuple(
            line.strip()
            for text in texts.get(part, ())
            for line in text.splitlines()
            if line.strip()
        )
        note = ""
        if part == PassportPart.OWN_WORDS and clip:
            spoken = (line.strip() for line in clip.words.splitlines() if line.strip())
            lines = tuple(dict.fromkeys((*lines, *spoken)))
            note = f"Said aloud on {clip.recorded_on:%-d %B %Y}: ask to hear the voice clip."
        if lines or note:
            yield PrintedPart(part.value, part.label, lines, note)
        if part == HELPS_AFTER and helps:
            yield PrintedPart(HELPS, HELPS_LABEL, tuple(helps))


@dataclass(frozen=True)
class ClassPrint:
    """A class's passports as one PDF: the row, and who needs more than one side."""

    row: PassportPrint
    long_names: tuple[tuple[UUID, str], ...]
    #: Children in whose passport stand characters that print as empty boxes: id, name, which.
    boxed: tuple[tuple[UUID, str, str], ...] = ()


def print_of(access: Access, pk: UUID) -> ClassPrint | None:
    """A class set that the asker asked for and whose children they may all see; three statements."""
    row = (
        PassportPrint.objects.filter(school=access.school, asked_by=access.user, pk=pk)
        .select_related("class_group")
        .first()
    )
    if row is None:
        return None
    names = {
        str(pupil.pk): pupil.full_name
        for pupil in Pupil.objects.visible_to(access).filter(pk__in=row.pupil_ids)
    }
    if set(names) != set(row.pupil_ids):
        return None
    boxed = ((UUID(pk), names[pk], " ".join(which)) for pk, which in row.unprintable.items())
    return ClassPrint(row, tuple((UUID(pk), names[pk]) for pk in row.long_ids), tuple(boxed))

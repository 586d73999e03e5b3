"""Finding words in what people wrote about children, as far as the asker may read it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.contrib.postgres.search import SearchHeadline, SearchQuery
from django.db import connection
from django.db.models import CharField, UUIDField, Value
from django.db.models.functions import Cast

from aylsham.access.current import Access
from pupils.access import seen_whole
from pupils.models import NoteWords, Pupil
from pupils.searching.kinds import NOTE_KINDS, NoteKind

#: How many notes the database looks at before it is known which of them the asker may read.
MOST = 1000


@dataclass(frozen=True)
class FoundNote:
    """A note with the words that were asked for, where it stands, and a line around them."""

    kind_words: str
    pupil_id: UUID
    school_id: UUID
    child: str
    url: str
    around: str


@dataclass(frozen=True)
class _Ranked:
    """A note as the database found it, before anybody is asked who may read it."""

    id: UUID
    kind: str
    subject_id: UUID
    rank: float


def find_notes(access: Access, words: str, *, most: int = 10) -> list[FoundNote]:
    """The notes whose words fit best, of those the asker may read; at most four statements."""
    ranked = _ranked(words, _children(access))
    rows = _readable(access, ranked)
    best = [(note, row) for note in ranked if (row := rows.get((note.kind, note.subject_id)))]
    return _with_headlines(access, best[:most], words) if best else []


def near_words(words: str) -> str:
    """The words as these schools write what is most like them; empty where they write it so."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT asked, near FROM near_words(%s)", [words])
        pairs = cursor.fetchall()
    if all(near in (None, asked) for asked, near in pairs):
        return ""
    return " ".join(near or asked for asked, near in pairs)


def _children(access: Access) -> list[UUID] | None:
    """The children in reach, where the asker does not see all of each school."""
    if len(seen_whole(access)) == len(access.schools):
        return None
    return list(Pupil.objects.visible_to(access).values_list("pk", flat=True))


def _ranked(words: str, children: list[UUID] | None) -> list[_Ranked]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT note_id, kind, subject_id, rank FROM find_notes(%s, %s, %s::uuid[])",
            [words, MOST, children],
        )
        return [_Ranked(*row) for row in cursor.fetchall()]


def _readable(access: Access, found: Iterable[_Ranked]) -> dict[tuple[str, UUID], UUID]:
    """Of these notes those that may be read, each with the row on whose page it stands."""
    by_kind: dict[str, list[UUID]] = defaultdict(list)
    for note in found:
        by_kind[note.kind].append(note.subject_id)
    parts = [
        _part(access, kind, by_kind[key]) for key, kind in NOTE_KINDS.items() if key in by_kind
    ]
    if not parts:
        return {}
    rows = parts[0].union(*parts[1:], all=True).order_by()
    return {(kind, pk): row for kind, pk, row in rows}


def _part(access: Access, kind: NoteKind, ids: list[UUID]):
    return (
        kind.readable(access)
        .filter(pk__in=ids)
        .order_by()
        .values_list(
            Value(kind.key, output_field=CharField()),
            Cast("pk", UUIDField()),
            Cast(kind.row or "pk", UUIDField()),
        )
    )


def _with_headlines(
    access: Access, best: list[tuple[_Ranked, UUID]], words: str
) -> list[FoundNote]:
    around = SearchHeadline(
        "text",
        SearchQuery(words, config="english", search_type="websearch"),
        config="english",
        start_sel="",
        stop_sel="",
        max_words=24,
        min_words=12,
    )
    notes = NoteWords.objects.filter(
        school__in=access.schools, pk__in=[note.id for note, _ in best]
    )
    read = {n.pk: n for n in notes.select_related("pupil").annotate(around=around)}
    slugs = {school.pk: school.slug for school in access.schools}
    return [
        _found(read[note.id], slugs, row if NOTE_KINDS[note.kind].row else None)
        for note, row in best
        if note.id in read
    ]


def _found(note: NoteWords, slugs: dict[UUID, str], row: UUID | None) -> FoundNote:
    kind = NOTE_KINDS[note.kind]
    return FoundNote(
        kind_words=kind.label,
        pupil_id=note.pupil_id,
        school_id=note.school_id,
        child=note.pupil.full_name,
        url=kind.url(slugs[note.school_id], note.pupil_id, row),
        around=note.around or "",
    )

"""Finding words in documents that the asker may read."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.contrib.postgres.search import SearchHeadline, SearchQuery
from django.db import connection
from django.db.models import F

from aylsham.access.current import Access
from pupils.codes import DOCUMENT_TYPES
from pupils.models import Document

#: How many documents the database looks at before the asker's reach is known.
MOST = 1000


@dataclass(frozen=True)
class FoundDocument:
    """A document with the words that were asked for, and a line around them."""

    id: UUID
    pupil_id: UUID
    school_id: UUID
    child: str
    title: str
    kind_words: str
    of_on: dt.date
    around: str


def find_documents(access: Access, words: str, *, most: int = 10) -> list[FoundDocument]:
    """The documents whose words fit best, of those the asker may read; three statements."""
    ranks = _ranked(words)
    if not ranks:
        return []
    readable = Document.objects.visible_to(access).filter(pk__in=list(ranks))
    best = sorted(readable.values_list("pk", flat=True), key=lambda pk: -ranks[pk])[:most]
    return sorted(_with_headlines(best, words), key=lambda f: -ranks[f.id]) if best else []


def _with_headlines(ids: list[UUID], words: str) -> list[FoundDocument]:
    query = SearchQuery(words, config="english", search_type="websearch")
    rows = (
        Document.objects.filter(pk__in=ids)
        .select_related("pupil")
        .annotate(
            around=SearchHeadline(
                F("words__text"),
                query,
                config="english",
                start_sel="",
                stop_sel="",
                max_words=24,
                min_words=12,
            )
        )
    )
    return [
        FoundDocument(
            id=row.pk,
            pupil_id=row.pupil_id,
            school_id=row.school_id,
            child=row.pupil.full_name,
            title=row.title,
            kind_words=DOCUMENT_TYPES[row.kind].label,
            of_on=row.of_on,
            around=row.around or "",
        )
        for row in rows
    ]


def _ranked(words: str) -> dict[UUID, float]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT document_id, rank FROM find_documents(%s, %s)", [words, MOST])
        return dict(cursor.fetchall())

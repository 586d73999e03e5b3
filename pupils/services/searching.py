"""Keeping what the search looks in: the words of notes, and the words that a school uses."""

from django.db import connection

from aylsham.models import School
from pupils.searching.triggers import keep_again

SEARCH_JOB = "search_words"
#: Words of at least four letters, without numbers, as written and not cut to their stems.
_WORDS = """
WITH used AS (
    SELECT word, ndoc FROM ts_stat(
        format(
            'SELECT to_tsvector(''simple'', text) FROM pupils_notewords WHERE school_id = %%L'
            ' UNION ALL SELECT to_tsvector(''simple'', heading || '' '' || text)'
            ' FROM pupils_documentwords WHERE school_id = %%L',
            %(school)s::uuid, %(school)s::uuid
        )
    )
    WHERE word ~ '^[[:alpha:]]{4,40}$'
), gone AS (
    DELETE FROM pupils_schoolword kept WHERE kept.school_id = %(school)s
        AND NOT EXISTS (SELECT FROM used WHERE used.word = kept.word)
)
INSERT INTO pupils_schoolword AS kept (id, school_id, word, uses)
SELECT gen_random_uuid(), %(school)s, word, ndoc FROM used
ON CONFLICT (school_id, word) DO UPDATE SET uses = excluded.uses
WHERE kept.uses IS DISTINCT FROM excluded.uses
"""


def keep_search_words(*, school: School) -> dict[str, int]:
    """Make a school's copy of notes agree with them, and its words with what is written.

    The triggers keep the copy; what was there before them, or came past them, is found here.
    Returns {"notes": how many differed, "words": how many are new or stand more or less often}.
    """
    notes = keep_again(school)
    with connection.cursor() as cursor:
        cursor.execute(_WORDS, {"school": school.pk})
        return {"notes": notes, "words": cursor.rowcount}

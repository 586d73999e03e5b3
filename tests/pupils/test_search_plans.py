"""The search for written words uses its indexes, whatever row security thinks of its operators."""

import psycopg
import pytest
from django.conf import settings
from django.db import connection
from psycopg.conninfo import make_conninfo

from aylsham.identifiers import uuid7

_OF_SCHOOLS = "SELECT gen_random_uuid(), (%s::uuid[])[1 + n %% 100]"
_WORDS = "md5((n * 7)::text) || ' ' || md5((n * 11)::text)"
#: Function → its table and index, how the table is filled, its parameters, and what is asked.
SEARCHES = {
    "find_documents": (
        "pupils_documentwords",
        "pupils_documentwords_search",
        (
            f"(id, school_id, document_id, heading, text) {_OF_SCHOOLS}, gen_random_uuid(),"
            f" md5(n::text), {_WORDS}"
        ),
        "text, integer",
        "'dysphagia', 50",
    ),
    "find_notes": (
        "pupils_notewords",
        "pupils_notewords_search",
        (
            f"(id, school_id, pupil_id, kind, subject_id, text) {_OF_SCHOOLS}, gen_random_uuid(),"
            f" 'talk', gen_random_uuid(), {_WORDS}"
        ),
        "text, integer, uuid[]",
        "'dysphagia', 50, NULL",
    ),
    "near_words": (
        "pupils_schoolword",
        "pupils_schoolword_near",
        f"(id, school_id, word, uses) {_OF_SCHOOLS}, md5(n::text), 1",
        "text",
        "'dysphagia'",
    ),
}


@pytest.mark.parametrize("function", SEARCHES)
def test_the_function_uses_its_index_among_20000_rows(db, function):
    """The function's own text, planned as its owner, in a transaction that is taken back."""
    table, index, fill, parameters, asked = SEARCHES[function]
    schools = [uuid7() for _ in range(100)]
    address = make_conninfo(settings.DATABASE_OWNER_URL, dbname=connection.settings_dict["NAME"])
    with psycopg.connect(address) as own:
        own.execute("SET CONSTRAINTS ALL DEFERRED")
        setting = "SELECT set_config('app.school_ids', %s, true)"
        own.execute(setting, [",".join(map(str, schools))])
        own.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        own.execute(f"INSERT INTO {table} {fill} FROM generate_series(1, 20000) AS n", [schools])
        own.execute("SELECT gin_clean_pending_list(%s)", [index])
        own.execute(f"ANALYZE {table}")
        own.execute(setting, [str(schools[0])])
        text = own.execute("SELECT prosrc FROM pg_proc WHERE proname = %s", [function]).fetchone()
        own.execute(f"PREPARE search({parameters}) AS {text[0]}")
        plan = "\n".join(r[0] for r in own.execute(f"EXPLAIN EXECUTE search({asked})"))
        own.rollback()
    assert index in plan, plan

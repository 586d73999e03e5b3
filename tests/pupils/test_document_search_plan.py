"""The search for words in documents uses its index, whatever row security thinks of its operators."""

import psycopg
from django.conf import settings
from django.db import connection
from psycopg.conninfo import make_conninfo

from aylsham.identifiers import uuid7

FILL = """
INSERT INTO pupils_documentwords (id, school_id, document_id, heading, text)
SELECT gen_random_uuid(), (%s::uuid[])[1 + n %% 100], gen_random_uuid(), md5(n::text),
    md5((n * 7)::text) || ' ' || md5((n * 11)::text)
FROM generate_series(1, 20000) AS n
"""


def test_the_function_uses_its_index_among_20000_documents(db):
    """The function's own text, planned as its owner, in a transaction that is taken back."""
    schools = [uuid7() for _ in range(100)]
    address = make_conninfo(settings.DATABASE_OWNER_URL, dbname=connection.settings_dict["NAME"])
    with psycopg.connect(address) as own:
        own.execute("SET CONSTRAINTS ALL DEFERRED")
        setting = "SELECT set_config('app.school_ids', %s, true)"
        own.execute(setting, [",".join(map(str, schools))])
        own.execute("ALTER TABLE pupils_documentwords DISABLE TRIGGER USER")
        own.execute(FILL, [schools])
        own.execute("SELECT gin_clean_pending_list('pupils_documentwords_search')")
        own.execute("ANALYZE pupils_documentwords")
        own.execute(setting, [str(schools[0])])
        text = own.execute("SELECT prosrc FROM pg_proc WHERE proname = 'find_documents'").fetchone()
        own.execute(f"PREPARE search(text, integer) AS {text[0]}")
        plan = "\n".join(r[0] for r in own.execute("EXPLAIN EXECUTE search('dysphagia', 50)"))
        own.rollback()
    assert "pupils_documentwords_search" in plan, plan

"""Finding a child: names folded, a trigram index, and one function that looks past row security.

Trigram operators are not leak-proof, so a policy keeps them from using an index. The function runs
as the owner, for whom alone a policy lets the rows of this one table be read, and it takes the
schools from the same setting as the policies: it returns nothing of any other school.
"""

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.operations import BtreeGinExtension
from django.db import migrations, models
from django.db.models.functions import Concat

import pgtrigger.compiler
import pgtrigger.migrations

import pupils.models.roll

FOLD_NAME = r"""
CREATE FUNCTION fold_name(value text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN translate(
    lower(replace(replace(replace(
        regexp_replace(normalize(value, NFD), '[\u0300-\u036f''’‘`.]', '', 'g'),
        'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe')),
    'łŁøØđĐðÐıħĦ-–', 'llooddddihh  '
)
"""

FIND_PUPILS = r"""
CREATE FUNCTION find_pupils(words text, most integer) RETURNS TABLE (pupil_id uuid, rank integer)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_catalog, pg_temp
SET pg_trgm.word_similarity_threshold = 0.4
AS $$
WITH asked AS (
    SELECT
        string_to_array(nullif(current_setting('app.school_ids', true), ''), ',')::uuid[] AS schools,
        upper(regexp_replace($1, '[\s-]', '', 'g')) AS number,
        trim(regexp_replace(fold_name($1), '\s+', ' ', 'g')) AS folded
),
parts AS (
    -- Two letters match the beginning of a name only, three match anywhere.
    SELECT CASE WHEN length(part) < 3 THEN '% ' ELSE '%' END
           || replace(replace(replace(part, '\', '\\'), '%', '\%'), '_', '\_') || '%' AS pattern,
           length(part) AS letters
    FROM asked, regexp_split_to_table(folded, ' ') AS part
    WHERE length(part) > 1 OR folded LIKE '% %'
),
query AS (
    SELECT
        asked.*,
        (SELECT pattern FROM parts WHERE letters > 1 ORDER BY letters DESC LIMIT 1) AS longest,
        (SELECT array_agg(pattern) FROM parts) AS patterns,
        '% ' || replace(replace(replace(folded, '\', '\\'), '%', '\%'), '_', '\_') || '%' AS start
    FROM asked
),
exact AS (
    SELECT p.id,
           CASE
               WHEN p.search_name LIKE query.start THEN 1
               ELSE 2
           END AS rank
    FROM query
    CROSS JOIN LATERAL unnest(query.schools) AS school(id)
    JOIN pupils_pupil p
      ON p.school_id = school.id
     AND p.search_name LIKE query.longest
    WHERE p.search_name LIKE ALL (query.patterns)
    UNION ALL
    SELECT p.id, 0
    FROM query
    CROSS JOIN LATERAL unnest(query.schools) AS school(id)
    JOIN pupils_pupil p ON p.school_id = school.id AND p.upn = query.number
    WHERE length(query.number) = 13
),
alike AS (
    -- A slip of the pen: only when nothing else is found.
    SELECT p.id, 3 AS rank
    FROM query
    CROSS JOIN LATERAL unnest(query.schools) AS school(id)
    JOIN pupils_pupil p
      ON p.school_id = school.id
     AND query.folded <% p.search_name
    WHERE NOT EXISTS (SELECT FROM exact) AND length(query.folded) > 3
)
SELECT id, rank FROM (SELECT * FROM exact UNION ALL SELECT * FROM alike) AS found
ORDER BY rank
LIMIT $2
$$
"""


def allow(apps, schema_editor) -> None:
    """The app role may ask; only the owner, and only to read, looks past the policy."""
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        role = settings.DATABASE_APP_ROLE
        if cursor.fetchone()[0] == role:
            return  # one role for everything: a developer's own database, never production
        quoted = schema_editor.quote_name(role)
        cursor.execute("REVOKE ALL ON FUNCTION find_pupils(text, integer) FROM PUBLIC")
        cursor.execute(f"GRANT EXECUTE ON FUNCTION find_pupils(text, integer) TO {quoted}")
        cursor.execute(
            "CREATE POLICY owner_searches ON pupils_pupil FOR SELECT TO CURRENT_USER USING (true)"
        )


def disallow(apps, schema_editor) -> None:
    """Takes the policy away again."""
    schema_editor.execute("DROP POLICY IF EXISTS owner_searches ON pupils_pupil")


class Migration(migrations.Migration):
    dependencies = [("pupils", "0004_importing_pupils")]

    operations = [
        BtreeGinExtension(),
        migrations.RunSQL(FOLD_NAME, "DROP FUNCTION fold_name(text)"),
        migrations.AddField(
            model_name="pupil",
            name="search_name",
            field=models.GeneratedField(
                db_persist=True,
                editable=False,
                expression=pupils.models.roll.Fold(
                    Concat(
                        models.Value(" "),
                        "first_name",
                        models.Value(" "),
                        "preferred_first_name",
                        models.Value(" "),
                        "last_name",
                    )
                ),
                output_field=models.TextField(),
            ),
        ),
        migrations.AddIndex(
            model_name="pupil",
            index=GinIndex(
                fields=["school", "search_name"],
                name="pupils_pupil_search",
                opclasses=["uuid_ops", "gin_trgm_ops"],
            ),
        ),
        migrations.RunSQL(FIND_PUPILS, "DROP FUNCTION find_pupils(text, integer)"),
        migrations.RunPython(allow, disallow),
        pgtrigger.migrations.RemoveTrigger(
            model_name="pupil",
            name="update_update",
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pupil",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."born_on" IS DISTINCT FROM (NEW."born_on") OR OLD."class_group_id" IS DISTINCT FROM (NEW."class_group_id") OR OLD."ethnicity" IS DISTINCT FROM (NEW."ethnicity") OR OLD."first_language" IS DISTINCT FROM (NEW."first_language") OR OLD."first_name" IS DISTINCT FROM (NEW."first_name") OR OLD."former_upn" IS DISTINCT FROM (NEW."former_upn") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_eal" IS DISTINCT FROM (NEW."is_eal") OR OLD."kept_fields" IS DISTINCT FROM (NEW."kept_fields") OR OLD."last_name" IS DISTINCT FROM (NEW."last_name") OR OLD."mis_id" IS DISTINCT FROM (NEW."mis_id") OR OLD."preferred_first_name" IS DISTINCT FROM (NEW."preferred_first_name") OR OLD."school_id" IS DISTINCT FROM (NEW."school_id") OR OLD."sex" IS DISTINCT FROM (NEW."sex") OR OLD."upn" IS DISTINCT FROM (NEW."upn") OR OLD."year_group" IS DISTINCT FROM (NEW."year_group"))',
                    func='INSERT INTO "pupils_pupilevent" ("born_on", "class_group_id", "ethnicity", "first_language", "first_name", "former_upn", "id", "is_eal", "kept_fields", "last_name", "mis_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "preferred_first_name", "school_id", "sex", "upn", "year_group") VALUES (NEW."born_on", NEW."class_group_id", NEW."ethnicity", NEW."first_language", NEW."first_name", NEW."former_upn", NEW."id", NEW."is_eal", NEW."kept_fields", NEW."last_name", NEW."mis_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."preferred_first_name", NEW."school_id", NEW."sex", NEW."upn", NEW."year_group"); RETURN NULL;',
                    hash="2ef4494692e55ed39a0752992cef0098b525712c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b1c6e",
                    table="pupils_pupil",
                    when="AFTER",
                ),
            ),
        ),
    ]

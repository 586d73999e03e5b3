"""Finding a child or a document: one function each that looks past row security.

Trigram and text search operators are not leak-proof, so a policy keeps them from using an index.
The functions run as the owner, for whom alone a policy lets the rows of these tables be read, and
they take the schools from the same setting as the policies: nothing of another school is found.
"""

from django.conf import settings

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

FIND_DOCUMENTS = """
CREATE FUNCTION find_documents(words text, most integer)
RETURNS TABLE (document_id uuid, rank real)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_catalog, pg_temp
AS $$
WITH asked AS (
    SELECT
        string_to_array(nullif(current_setting('app.school_ids', true), ''), ',')::uuid[] AS schools,
        websearch_to_tsquery('english', $1) AS query
)
SELECT w.document_id, ts_rank(w.search, asked.query)
FROM asked
CROSS JOIN LATERAL unnest(asked.schools) AS school(id)
JOIN pupils_documentwords w ON w.school_id = school.id AND w.search @@ asked.query
ORDER BY 2 DESC
LIMIT $2
$$
"""

#: Function and the table that its owner may read.
SEARCHES = (
    ("find_pupils(text, integer)", "pupils_pupil"),
    ("find_documents(text, integer)", "pupils_documentwords"),
)


def allow(apps, schema_editor) -> None:
    """The app role may ask; only the owner, and only to read, looks past the policy."""
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        role = settings.DATABASE_APP_ROLE
        if cursor.fetchone()[0] == role:
            return  # one role for everything: a developer's own database, never production
        for function, table in SEARCHES:
            cursor.execute(f"REVOKE ALL ON FUNCTION {function} FROM PUBLIC")
            cursor.execute(
                f"GRANT EXECUTE ON FUNCTION {function} TO {schema_editor.quote_name(role)}"
            )
            cursor.execute(
                f"CREATE POLICY owner_searches ON {table} FOR SELECT TO CURRENT_USER USING (true)"
            )

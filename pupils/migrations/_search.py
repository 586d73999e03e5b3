"""Finding a child, a document or a note: one function each that looks past row security.

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

#: Names of the children of a few schools are read one by one: quicker than an index of all schools.
FEW_SCHOOLS = 5
#: The children whose names have all the words: `name` is the column, bare where an index shall serve.
#: Every name is more than nothing: the index holds for who says so, and for no list of schools alone.
NAMED = """
SELECT p.id, CASE WHEN p.search_name LIKE start THEN 1 ELSE 2 END
FROM pupils_pupil p
WHERE p.school_id = ANY (schools) AND p.search_name > ''
    AND {name} LIKE longest AND {name} LIKE ALL (patterns)
ORDER BY 2
LIMIT most
"""

FIND_PUPILS = r"""
CREATE OR REPLACE FUNCTION find_pupils(words text, most integer)
RETURNS TABLE (pupil_id uuid, rank integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = public, pg_catalog, pg_temp
SET pg_trgm.word_similarity_threshold = 0.4
AS $$
DECLARE
    schools uuid[] :=
        string_to_array(nullif(current_setting('app.school_ids', true), ''), ',')::uuid[];
    number text := upper(regexp_replace(words, '[\s-]', '', 'g'));
    folded text := trim(regexp_replace(fold_name(words), '\s+', ' ', 'g'));
    escaped text := replace(replace(replace(folded, '\', '\\'), '%', '\%'), '_', '\_');
    start text := '% ' || escaped || '%';
    longest text;
    patterns text[];
BEGIN
    IF length(number) = 13 THEN
        RETURN QUERY
            SELECT p.id, 0 FROM pupils_pupil p
            WHERE p.school_id = ANY (schools) AND p.upn = number LIMIT most;
        IF FOUND THEN RETURN; END IF;
    END IF;
    -- Two letters match the beginning of a name only, three match anywhere.
    SELECT (array_agg(pattern ORDER BY letters DESC) FILTER (WHERE letters > 1))[1],
           array_agg(pattern)
    INTO longest, patterns
    FROM (
        SELECT CASE WHEN length(part) < 3 THEN '% ' ELSE '%' END || part || '%' AS pattern,
               length(part) AS letters
        FROM regexp_split_to_table(escaped, ' ') AS part
        WHERE length(part) > 1 OR folded LIKE '% %'
    ) AS parts;
    IF cardinality(schools) <= FEW_SCHOOLS THEN
        RETURN QUERY NAMED_IN_FEW;
    ELSE
        RETURN QUERY NAMED_IN_MANY;
    END IF;
    -- A slip of the pen: only when nothing else is found.
    IF NOT FOUND AND length(folded) > 3 THEN
        RETURN QUERY
            SELECT p.id, 3 FROM pupils_pupil p
            WHERE p.school_id = ANY (schools) AND p.search_name > ''
                AND folded <% p.search_name LIMIT most;
    END IF;
END
$$
"""
for _part, _sql in (
    ("FEW_SCHOOLS", str(FEW_SCHOOLS)),
    ("NAMED_IN_FEW", NAMED.format(name="(p.search_name || '')")),
    ("NAMED_IN_MANY", NAMED.format(name="p.search_name")),
):
    FIND_PUPILS = FIND_PUPILS.replace(_part, _sql)
#: Loads the trigram library: before that, its setting may not be named by an owner like ours.
FIND_PUPILS = f"SELECT word_similarity('', '');\n{FIND_PUPILS}"

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

FIND_NOTES = """
CREATE FUNCTION find_notes(words text, most integer, children uuid[])
RETURNS TABLE (note_id uuid, kind text, subject_id uuid, rank real)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_catalog, pg_temp
AS $$
WITH asked AS (
    SELECT
        string_to_array(nullif(current_setting('app.school_ids', true), ''), ',')::uuid[] AS schools,
        websearch_to_tsquery('english', $1) AS query
)
SELECT w.id, w.kind, w.subject_id, ts_rank(w.search, asked.query)
FROM asked
CROSS JOIN LATERAL unnest(asked.schools) AS school(id)
JOIN pupils_notewords w ON w.school_id = school.id AND w.search @@ asked.query
WHERE $3 IS NULL OR w.pupil_id = ANY ($3)
ORDER BY 4 DESC, w.id
LIMIT $2
$$
"""
#: For each word asked, the word of these schools that is written most like it, if any is.
NEAR_WORDS = r"""
SELECT word_similarity('', '');
CREATE FUNCTION near_words(words text)
RETURNS TABLE (asked text, near text)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_catalog, pg_temp
SET pg_trgm.similarity_threshold = 0.4
AS $$
SELECT part.word, (
    SELECT w.word
    FROM unnest(
        string_to_array(nullif(current_setting('app.school_ids', true), ''), ',')::uuid[]
    ) AS school(id)
    JOIN pupils_schoolword w ON w.school_id = school.id AND w.word % part.word
    ORDER BY similarity(w.word, part.word) DESC, w.uses DESC, w.word
    LIMIT 1
)
FROM regexp_split_to_table(lower($1), '[^[:alpha:]]+') WITH ORDINALITY AS part(word, place)
WHERE part.word <> ''
ORDER BY part.place
$$
"""

#: Function and the table that its owner may read.
SEARCHES = (
    ("find_pupils(text, integer)", "pupils_pupil"),
    ("find_documents(text, integer)", "pupils_documentwords"),
)
NOTE_SEARCHES = (
    ("find_notes(text, integer, uuid[])", "pupils_notewords"),
    ("near_words(text)", "pupils_schoolword"),
)


def allow(apps, schema_editor) -> None:
    """The app role may search children and documents."""
    _allow(schema_editor, SEARCHES)


def allow_notes(apps, schema_editor) -> None:
    """The app role may search notes, and the words that schools use."""
    _allow(schema_editor, NOTE_SEARCHES)


def _allow(schema_editor, searches) -> None:
    """The app role may ask; only the owner, and only to read, looks past the policy."""
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        role = settings.DATABASE_APP_ROLE
        if cursor.fetchone()[0] == role:
            return  # one role for everything: a developer's own database, never production
        for function, table in searches:
            cursor.execute(f"REVOKE ALL ON FUNCTION {function} FROM PUBLIC")
            cursor.execute(
                f"GRANT EXECUTE ON FUNCTION {function} TO {schema_editor.quote_name(role)}"
            )
            cursor.execute(
                f"CREATE POLICY owner_searches ON {table} FOR SELECT TO CURRENT_USER USING (true)"
            )

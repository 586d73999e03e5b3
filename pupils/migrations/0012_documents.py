"""Files on a child, and a search for words in them: one function that looks past row security.

Full-text operators are not leak-proof either, so it works as the search for a child does (see
`0005_search`): as the owner, for whom alone a policy lets this one table be read, in the schools of
the same setting as the policies.
"""

import aylsham.identifiers
import aylsham.tenancy.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


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


def allow(apps, schema_editor) -> None:
    """The app role may ask; only the owner, and only to read, looks past the policy."""
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        role = settings.DATABASE_APP_ROLE
        if cursor.fetchone()[0] == role:
            return  # one role for everything: a developer's own database, never production
        quoted = schema_editor.quote_name(role)
        cursor.execute("REVOKE ALL ON FUNCTION find_documents(text, integer) FROM PUBLIC")
        cursor.execute(f"GRANT EXECUTE ON FUNCTION find_documents(text, integer) TO {quoted}")
        cursor.execute(
            "CREATE POLICY owner_searches ON pupils_documentwords"
            " FOR SELECT TO CURRENT_USER USING (true)"
        )


def disallow(apps, schema_editor) -> None:
    """Takes the policy away again."""
    schema_editor.execute("DROP POLICY IF EXISTS owner_searches ON pupils_documentwords")


class Migration(migrations.Migration):
    dependencies = [
        ("aylsham", "0013_site_weeks"),
        ("pupils", "0011_passport"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Breach",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=aylsham.identifiers.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("document_id", models.UUIDField(blank=True, editable=False, null=True)),
                ("happened", models.TextField(verbose_name="what happened")),
                ("found_at", models.DateTimeField(verbose_name="when it was found")),
                ("recorded_at", models.DateTimeField()),
                ("action", models.TextField(verbose_name="what was done")),
                (
                    "opened_by",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), blank=True, default=list
                    ),
                ),
                (
                    "risk",
                    models.CharField(
                        choices=[
                            ("open", "Not decided yet"),
                            ("unlikely", "Risk to people unlikely: kept in this register only"),
                            ("reported", "Reported to the ICO"),
                        ],
                        default="open",
                        max_length=8,
                        verbose_name="decision",
                    ),
                ),
                ("risk_reason", models.TextField(blank=True, verbose_name="why")),
                (
                    "reported_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="reported to the ICO at"
                    ),
                ),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "about",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="breaches_about",
                        to="pupils.pupil",
                    ),
                ),
                (
                    "closed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="breaches",
                        to="pupils.pupil",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="aylsham.school",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "breaches",
                "ordering": ["-found_at"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="BreachEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                (
                    "id",
                    models.UUIDField(
                        default=aylsham.identifiers.uuid7, editable=False, serialize=False
                    ),
                ),
                ("document_id", models.UUIDField(blank=True, editable=False, null=True)),
                ("happened", models.TextField(verbose_name="what happened")),
                ("found_at", models.DateTimeField(verbose_name="when it was found")),
                ("recorded_at", models.DateTimeField()),
                ("action", models.TextField(verbose_name="what was done")),
                (
                    "opened_by",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), blank=True, default=list
                    ),
                ),
                (
                    "risk",
                    models.CharField(
                        choices=[
                            ("open", "Not decided yet"),
                            ("unlikely", "Risk to people unlikely: kept in this register only"),
                            ("reported", "Reported to the ICO"),
                        ],
                        default="open",
                        max_length=8,
                        verbose_name="decision",
                    ),
                ),
                ("risk_reason", models.TextField(blank=True, verbose_name="why")),
                (
                    "reported_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="reported to the ICO at"
                    ),
                ),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "about",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pupils.pupil",
                    ),
                ),
                (
                    "closed_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="pupils.breach",
                    ),
                ),
                (
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pupils.pupil",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="aylsham.school",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Document",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=aylsham.identifiers.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("ep", "Educational psychology report"),
                            ("slt", "Speech and language therapy report"),
                            ("ot", "Occupational therapy or physiotherapy report"),
                            ("medical", "Medical report or letter"),
                            ("mental", "Mental health (CAMHS) report"),
                            ("sensory", "Hearing or vision report"),
                            ("teacher", "Specialist teacher's report"),
                            ("social", "Social care or early help paper"),
                            ("school", "School's advice or report"),
                            ("parents", "Parents' views"),
                            ("child", "Child's views"),
                            ("test", "Test or assessment result"),
                            ("ehcp", "EHC plan"),
                            ("ehcp_paper", "EHC plan: letter, decision or draft"),
                            ("review", "Annual review paper"),
                            ("pep", "PEP or care paper"),
                            ("plan", "SEN support plan or passport"),
                            ("before", "Record from a previous school or nursery"),
                            ("health_plan", "Healthcare plan or consent"),
                            ("court", "Court order or family paper"),
                            ("meeting", "Notes of a meeting"),
                            ("letter", "Letter or e-mail"),
                            ("work", "Child's work"),
                            ("other", "Something else"),
                        ],
                        max_length=12,
                        verbose_name="type",
                    ),
                ),
                ("title", models.CharField(max_length=150)),
                ("of_on", models.DateField(verbose_name="date")),
                (
                    "is_date_known",
                    models.BooleanField(default=True, verbose_name="date on the paper"),
                ),
                ("author", models.CharField(blank=True, max_length=150)),
                ("profession", models.CharField(blank=True, max_length=100)),
                (
                    "source",
                    models.CharField(blank=True, max_length=150, verbose_name="where it came from"),
                ),
                (
                    "sensitivity",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Everyone who teaches the child"),
                            (2, "Sensitive: only those who may read sensitive text"),
                            (3, "Safeguarding: only those who see child protection flags"),
                        ],
                        default=1,
                        verbose_name="who may read it",
                    ),
                ),
                (
                    "is_advice",
                    models.BooleanField(default=False, verbose_name="advice for Section K"),
                ),
                ("filed_at", models.DateTimeField()),
                (
                    "hold_reason",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="reason to keep it for longer"
                    ),
                ),
                ("binned_at", models.DateTimeField(blank=True, null=True)),
                ("bin_reason", models.CharField(blank=True, max_length=200)),
                ("sealed_at", models.DateTimeField(blank=True, null=True)),
                ("seal_reason", models.CharField(blank=True, max_length=200)),
                (
                    "binned_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "filed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="documents",
                        to="pupils.pupil",
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="aylsham.school",
                    ),
                ),
                (
                    "sealed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DocumentEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                (
                    "id",
                    models.UUIDField(
                        default=aylsham.identifiers.uuid7, editable=False, serialize=False
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("ep", "Educational psychology report"),
                            ("slt", "Speech and language therapy report"),
                            ("ot", "Occupational therapy or physiotherapy report"),
                            ("medical", "Medical report or letter"),
                            ("mental", "Mental health (CAMHS) report"),
                            ("sensory", "Hearing or vision report"),
                            ("teacher", "Specialist teacher's report"),
                            ("social", "Social care or early help paper"),
                            ("school", "School's advice or report"),
                            ("parents", "Parents' views"),
                            ("child", "Child's views"),
                            ("test", "Test or assessment result"),
                            ("ehcp", "EHC plan"),
                            ("ehcp_paper", "EHC plan: letter, decision or draft"),
                            ("review", "Annual review paper"),
                            ("pep", "PEP or care paper"),
                            ("plan", "SEN support plan or passport"),
                            ("before", "Record from a previous school or nursery"),
                            ("health_plan", "Healthcare plan or consent"),
                            ("court", "Court order or family paper"),
                            ("meeting", "Notes of a meeting"),
                            ("letter", "Letter or e-mail"),
                            ("work", "Child's work"),
                            ("other", "Something else"),
                        ],
                        max_length=12,
                        verbose_name="type",
                    ),
                ),
                ("title", models.CharField(max_length=150)),
                ("of_on", models.DateField(verbose_name="date")),
                (
                    "is_date_known",
                    models.BooleanField(default=True, verbose_name="date on the paper"),
                ),
                ("author", models.CharField(blank=True, max_length=150)),
                ("profession", models.CharField(blank=True, max_length=100)),
                (
                    "source",
                    models.CharField(blank=True, max_length=150, verbose_name="where it came from"),
                ),
                (
                    "sensitivity",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Everyone who teaches the child"),
                            (2, "Sensitive: only those who may read sensitive text"),
                            (3, "Safeguarding: only those who see child protection flags"),
                        ],
                        default=1,
                        verbose_name="who may read it",
                    ),
                ),
                (
                    "is_advice",
                    models.BooleanField(default=False, verbose_name="advice for Section K"),
                ),
                ("filed_at", models.DateTimeField()),
                (
                    "hold_reason",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="reason to keep it for longer"
                    ),
                ),
                ("binned_at", models.DateTimeField(blank=True, null=True)),
                ("bin_reason", models.CharField(blank=True, max_length=200)),
                ("sealed_at", models.DateTimeField(blank=True, null=True)),
                ("seal_reason", models.CharField(blank=True, max_length=200)),
                (
                    "binned_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "filed_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="pupils.document",
                    ),
                ),
                (
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pupils.pupil",
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="aylsham.school",
                    ),
                ),
                (
                    "sealed_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DocumentVersion",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=aylsham.identifiers.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("digest", models.CharField(max_length=64)),
                ("sent_digest", models.CharField(max_length=64)),
                ("size", models.PositiveIntegerField(help_text="bytes")),
                ("media_type", models.CharField(max_length=100)),
                ("extension", models.CharField(max_length=5)),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="what is new")),
                ("added_at", models.DateTimeField()),
                (
                    "words_state",
                    models.CharField(
                        choices=[
                            ("waiting", "Being read for the search"),
                            ("read", "Found by the search"),
                            ("none", "No words in it: a picture or a scan"),
                            ("failed", "Could not be read for the search"),
                        ],
                        default="waiting",
                        max_length=7,
                    ),
                ),
                (
                    "added_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="versions",
                        to="pupils.document",
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="aylsham.school",
                    ),
                ),
            ],
            options={
                "ordering": ["-number"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DocumentWords",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=aylsham.identifiers.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("heading", models.TextField()),
                ("text", models.TextField(blank=True)),
                (
                    "search",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.contrib.postgres.search.SearchVector(
                            "heading", "text", config="english"
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="words",
                        to="pupils.document",
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="aylsham.school",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PupilPhoto",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=aylsham.identifiers.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("digest", models.CharField(max_length=64)),
                ("size", models.PositiveIntegerField(help_text="bytes")),
                ("added_at", models.DateTimeField()),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="photos",
                        to="pupils.pupil",
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="aylsham.school",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddIndex(
            model_name="breach",
            index=models.Index(fields=["school", "-found_at"], name="pupils_breach_found"),
        ),
        migrations.AddConstraint(
            model_name="breach",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="pupils_breach_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="breach",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="pupils_breach_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="breach",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "about", name="pupils_breach_about_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="breach",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("reported_at__isnull", False), ("risk", "reported")),
                    models.Q(models.Q(("risk", "reported"), _negated=True), ("reported_at", None)),
                    _connector="OR",
                ),
                name="pupils_breach_reported_has_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="breach",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("risk", "open"), models.Q(("risk_reason", ""), _negated=True), _connector="OR"
                ),
                name="pupils_breach_decision_has_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="breach",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("reported_at", None),
                    ("reported_at__gte", models.F("found_at")),
                    _connector="OR",
                ),
                name="pupils_breach_times_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="breach",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_at", None), ("closed_by", None)),
                    models.Q(
                        ("closed_at__isnull", False),
                        ("closed_by__isnull", False),
                        models.Q(("risk", "open"), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="pupils_breach_closed_when_decided",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="breach",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_breachevent" ("about_id", "action", "closed_at", "closed_by_id", "document_id", "found_at", "happened", "id", "opened_by", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "recorded_at", "recorded_by_id", "reported_at", "risk", "risk_reason", "school_id") VALUES (NEW."about_id", NEW."action", NEW."closed_at", NEW."closed_by_id", NEW."document_id", NEW."found_at", NEW."happened", NEW."id", NEW."opened_by", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."recorded_at", NEW."recorded_by_id", NEW."reported_at", NEW."risk", NEW."risk_reason", NEW."school_id"); RETURN NULL;',
                    hash="d8c3c22e8c0bd77bdf99c75ce70ea95672bcfa43",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b9f00",
                    table="pupils_breach",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="breach",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "pupils_breachevent" ("about_id", "action", "closed_at", "closed_by_id", "document_id", "found_at", "happened", "id", "opened_by", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "recorded_at", "recorded_by_id", "reported_at", "risk", "risk_reason", "school_id") VALUES (NEW."about_id", NEW."action", NEW."closed_at", NEW."closed_by_id", NEW."document_id", NEW."found_at", NEW."happened", NEW."id", NEW."opened_by", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."recorded_at", NEW."recorded_by_id", NEW."reported_at", NEW."risk", NEW."risk_reason", NEW."school_id"); RETURN NULL;',
                    hash="c9a54164c54106c35c6070f4c1bba6af061832c7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e7b4c",
                    table="pupils_breach",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="breach",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_breachevent" ("about_id", "action", "closed_at", "closed_by_id", "document_id", "found_at", "happened", "id", "opened_by", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "recorded_at", "recorded_by_id", "reported_at", "risk", "risk_reason", "school_id") VALUES (OLD."about_id", OLD."action", OLD."closed_at", OLD."closed_by_id", OLD."document_id", OLD."found_at", OLD."happened", OLD."id", OLD."opened_by", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."recorded_at", OLD."recorded_by_id", OLD."reported_at", OLD."risk", OLD."risk_reason", OLD."school_id"); RETURN NULL;',
                    hash="ca5b8b20783c0373eb3081a45d59d38a61b7fd5e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ab177",
                    table="pupils_breach",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="document",
            index=models.Index(fields=["school", "pupil", "-of_on"], name="pupils_document_pupil"),
        ),
        migrations.AddIndex(
            model_name="document",
            index=models.Index(
                condition=models.Q(("binned_at__isnull", False)),
                fields=["school", "binned_at"],
                name="pupils_document_binned",
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="pupils_document_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="pupils_document_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("bin_reason", ""), ("binned_at", None), ("binned_by", None)),
                    models.Q(
                        ("binned_at__isnull", False), models.Q(("bin_reason", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="pupils_document_bin_has_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("seal_reason", ""), ("sealed_at", None), ("sealed_by", None)),
                    models.Q(
                        ("sealed_at__isnull", False),
                        ("sealed_by__isnull", False),
                        models.Q(("seal_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="pupils_document_seal_has_reason",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_documentevent" ("author", "bin_reason", "binned_at", "binned_by_id", "filed_at", "filed_by_id", "hold_reason", "id", "is_advice", "is_date_known", "kind", "of_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "profession", "pupil_id", "school_id", "seal_reason", "sealed_at", "sealed_by_id", "sensitivity", "source", "title") VALUES (NEW."author", NEW."bin_reason", NEW."binned_at", NEW."binned_by_id", NEW."filed_at", NEW."filed_by_id", NEW."hold_reason", NEW."id", NEW."is_advice", NEW."is_date_known", NEW."kind", NEW."of_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."profession", NEW."pupil_id", NEW."school_id", NEW."seal_reason", NEW."sealed_at", NEW."sealed_by_id", NEW."sensitivity", NEW."source", NEW."title"); RETURN NULL;',
                    hash="8193eba1ce50545fcc2d3c10216d36380d4c0078",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_672d8",
                    table="pupils_document",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "pupils_documentevent" ("author", "bin_reason", "binned_at", "binned_by_id", "filed_at", "filed_by_id", "hold_reason", "id", "is_advice", "is_date_known", "kind", "of_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "profession", "pupil_id", "school_id", "seal_reason", "sealed_at", "sealed_by_id", "sensitivity", "source", "title") VALUES (NEW."author", NEW."bin_reason", NEW."binned_at", NEW."binned_by_id", NEW."filed_at", NEW."filed_by_id", NEW."hold_reason", NEW."id", NEW."is_advice", NEW."is_date_known", NEW."kind", NEW."of_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."profession", NEW."pupil_id", NEW."school_id", NEW."seal_reason", NEW."sealed_at", NEW."sealed_by_id", NEW."sensitivity", NEW."source", NEW."title"); RETURN NULL;',
                    hash="97dcb220fb707805e2c0e43fee99bb5848e41f27",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_38d82",
                    table="pupils_document",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_documentevent" ("author", "bin_reason", "binned_at", "binned_by_id", "filed_at", "filed_by_id", "hold_reason", "id", "is_advice", "is_date_known", "kind", "of_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "profession", "pupil_id", "school_id", "seal_reason", "sealed_at", "sealed_by_id", "sensitivity", "source", "title") VALUES (OLD."author", OLD."bin_reason", OLD."binned_at", OLD."binned_by_id", OLD."filed_at", OLD."filed_by_id", OLD."hold_reason", OLD."id", OLD."is_advice", OLD."is_date_known", OLD."kind", OLD."of_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."profession", OLD."pupil_id", OLD."school_id", OLD."seal_reason", OLD."sealed_at", OLD."sealed_by_id", OLD."sensitivity", OLD."source", OLD."title"); RETURN NULL;',
                    hash="f6bd6a3701d5c33113b01c9d90744053749d97a7",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e1d19",
                    table="pupils_document",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="documentversion",
            index=models.Index(fields=["school", "digest"], name="pupils_docversion_digest"),
        ),
        migrations.AddConstraint(
            model_name="documentversion",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="pupils_documentversion_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="documentversion",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "document", name="pupils_documentversion_document_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="documentversion",
            constraint=models.UniqueConstraint(
                fields=("school", "document", "number"), name="pupils_documentversion_number_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="documentversion",
            constraint=models.CheckConstraint(
                condition=models.Q(("number__gte", 1)), name="pupils_documentversion_number_from_1"
            ),
        ),
        migrations.AddIndex(
            model_name="documentwords",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["school", "search"],
                name="pupils_documentwords_search",
                opclasses=["uuid_ops", "tsvector_ops"],
            ),
        ),
        migrations.AddConstraint(
            model_name="documentwords",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="pupils_documentwords_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="documentwords",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "document", name="pupils_documentwords_document_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="documentwords",
            constraint=models.UniqueConstraint(
                fields=("school", "document"), name="pupils_documentwords_document_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="pupilphoto",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="pupils_pupilphoto_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="pupilphoto",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="pupils_pupilphoto_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="pupilphoto",
            constraint=models.UniqueConstraint(
                fields=("school", "pupil"), name="pupils_pupilphoto_one_of_a_child"
            ),
        ),
        migrations.RunSQL(FIND_DOCUMENTS, "DROP FUNCTION find_documents(text, integer)"),
        migrations.RunPython(allow, disallow),
    ]

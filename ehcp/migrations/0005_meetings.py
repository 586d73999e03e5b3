"""The meeting of a review: invited people, notes of the meeting, tasks of colleagues."""

import aylsham.identifiers
import aylsham.tenancy.constraints
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    dependencies = [
        ("aylsham", "0004_layers"),
        ("ehcp", "0004_assessment"),
        ("provision", "0010_base"),
        ("pupils", "0012_bases"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ReviewInvitee",
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
                    "role",
                    models.CharField(
                        choices=[
                            ("parent", "Parent"),
                            ("school", "Head teacher, or who comes for them"),
                            ("council", "Council’s SEND officer"),
                            ("health", "Health professional"),
                            ("care", "Council’s social care officer"),
                            ("other", "Somebody else who helps"),
                        ],
                        max_length=7,
                        verbose_name="as whom the law names them",
                    ),
                ),
                (
                    "route",
                    models.CharField(
                        choices=[
                            ("email", "E-mail with a link"),
                            ("letter", "Letter"),
                            ("phone", "Phone"),
                            ("person", "In person"),
                            ("portal", "The council’s own system"),
                        ],
                        max_length=6,
                        verbose_name="how they were invited",
                    ),
                ),
                ("invited_on", models.DateField(blank=True, null=True)),
                (
                    "advice_asked_on",
                    models.DateField(blank=True, null=True, verbose_name="asked for advice on"),
                ),
                (
                    "sends_report",
                    models.BooleanField(
                        default=False, verbose_name="sends a report instead of coming"
                    ),
                ),
                (
                    "advice_received_on",
                    models.DateField(blank=True, null=True, verbose_name="advice received on"),
                ),
                (
                    "guest",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="pupils.meetinginvitee",
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
                "ordering": ["id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReviewMeeting",
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
                    "recommendation",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("keep", "Keep the plan as it is"),
                            ("amend", "Amend the plan"),
                            ("cease", "Cease the plan"),
                        ],
                        max_length=5,
                        verbose_name="what the meeting recommends",
                    ),
                ),
                (
                    "finished_on",
                    models.DateField(blank=True, null=True, verbose_name="record finished on"),
                ),
                (
                    "finished_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="pupils.meeting",
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="meetings",
                        to="ehcp.annualreview",
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
            name="ReviewInviteeEvent",
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
                    "role",
                    models.CharField(
                        choices=[
                            ("parent", "Parent"),
                            ("school", "Head teacher, or who comes for them"),
                            ("council", "Council’s SEND officer"),
                            ("health", "Health professional"),
                            ("care", "Council’s social care officer"),
                            ("other", "Somebody else who helps"),
                        ],
                        max_length=7,
                        verbose_name="as whom the law names them",
                    ),
                ),
                (
                    "route",
                    models.CharField(
                        choices=[
                            ("email", "E-mail with a link"),
                            ("letter", "Letter"),
                            ("phone", "Phone"),
                            ("person", "In person"),
                            ("portal", "The council’s own system"),
                        ],
                        max_length=6,
                        verbose_name="how they were invited",
                    ),
                ),
                ("invited_on", models.DateField(blank=True, null=True)),
                (
                    "advice_asked_on",
                    models.DateField(blank=True, null=True, verbose_name="asked for advice on"),
                ),
                (
                    "sends_report",
                    models.BooleanField(
                        default=False, verbose_name="sends a report instead of coming"
                    ),
                ),
                (
                    "advice_received_on",
                    models.DateField(blank=True, null=True, verbose_name="advice received on"),
                ),
                (
                    "guest",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pupils.meetinginvitee",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="ehcp.reviewinvitee",
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
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="ehcp.reviewmeeting",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="reviewinvitee",
            name="meeting",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="invitees",
                to="ehcp.reviewmeeting",
            ),
        ),
        migrations.CreateModel(
            name="ReviewMeetingEvent",
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
                    "recommendation",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("keep", "Keep the plan as it is"),
                            ("amend", "Amend the plan"),
                            ("cease", "Cease the plan"),
                        ],
                        max_length=5,
                        verbose_name="what the meeting recommends",
                    ),
                ),
                (
                    "finished_on",
                    models.DateField(blank=True, null=True, verbose_name="record finished on"),
                ),
                (
                    "finished_by",
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
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pupils.meeting",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="ehcp.reviewmeeting",
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="ehcp.annualreview",
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
            name="ReviewNote",
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
                            ("outcome", "An outcome"),
                            ("change", "A change that was agreed"),
                            ("difference", "A difference of opinion"),
                        ],
                        max_length=10,
                    ),
                ),
                ("title", models.TextField(blank=True, verbose_name="the outcome")),
                (
                    "progress",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("reached", "Reached"),
                            ("on_way", "Well on the way"),
                            ("some", "A little"),
                            ("none", "Not yet"),
                        ],
                        max_length=7,
                    ),
                ),
                (
                    "onward",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("keep", "Keep it"),
                            ("change", "Change it"),
                            ("end", "It has done its work"),
                        ],
                        max_length=6,
                        verbose_name="what becomes of it",
                    ),
                ),
                (
                    "section",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("A", "Views, interests and aspirations"),
                            ("B", "Special educational needs"),
                            ("C", "Health needs"),
                            ("D", "Social care needs"),
                            ("E", "Outcomes"),
                            ("F", "Special educational provision"),
                            ("G", "Health provision"),
                            ("H1", "Social care provision under section 2 of the 1970 Act"),
                            ("H2", "Other social care provision"),
                            ("I", "Placement"),
                            ("J", "Personal budget"),
                            ("K", "Advice and information"),
                        ],
                        max_length=2,
                    ),
                ),
                (
                    "whose",
                    models.CharField(blank=True, max_length=150, verbose_name="whose opinion"),
                ),
                ("text", models.TextField(blank=True, verbose_name="what was said")),
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
                ("sitting", models.UUIDField(blank=True, null=True)),
                (
                    "line",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="ehcp.planline",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notes",
                        to="ehcp.reviewmeeting",
                    ),
                ),
                (
                    "outcome",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="provision.outcome",
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
                    "written_by",
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
                "ordering": ["id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReviewNoteEvent",
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
                            ("outcome", "An outcome"),
                            ("change", "A change that was agreed"),
                            ("difference", "A difference of opinion"),
                        ],
                        max_length=10,
                    ),
                ),
                ("title", models.TextField(blank=True, verbose_name="the outcome")),
                (
                    "progress",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("reached", "Reached"),
                            ("on_way", "Well on the way"),
                            ("some", "A little"),
                            ("none", "Not yet"),
                        ],
                        max_length=7,
                    ),
                ),
                (
                    "onward",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("keep", "Keep it"),
                            ("change", "Change it"),
                            ("end", "It has done its work"),
                        ],
                        max_length=6,
                        verbose_name="what becomes of it",
                    ),
                ),
                (
                    "section",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("A", "Views, interests and aspirations"),
                            ("B", "Special educational needs"),
                            ("C", "Health needs"),
                            ("D", "Social care needs"),
                            ("E", "Outcomes"),
                            ("F", "Special educational provision"),
                            ("G", "Health provision"),
                            ("H1", "Social care provision under section 2 of the 1970 Act"),
                            ("H2", "Other social care provision"),
                            ("I", "Placement"),
                            ("J", "Personal budget"),
                            ("K", "Advice and information"),
                        ],
                        max_length=2,
                    ),
                ),
                (
                    "whose",
                    models.CharField(blank=True, max_length=150, verbose_name="whose opinion"),
                ),
                ("text", models.TextField(blank=True, verbose_name="what was said")),
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
                    "line",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="ehcp.planline",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="ehcp.reviewmeeting",
                    ),
                ),
                (
                    "outcome",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="provision.outcome",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="ehcp.reviewnote",
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
                    "written_by",
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
            name="ReviewTask",
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
                            ("set_up", "Set time and place, and who leads the meeting"),
                            ("ask", "Ask everybody for their advice and views"),
                            ("child", "Hear what the child thinks"),
                            ("chase", "Have everybody’s advice in"),
                            ("invite", "Invite everybody whom the law names"),
                            ("circulate", "Send everybody’s advice round"),
                            ("meet", "Hold the meeting"),
                            ("report", "Send the report"),
                            ("decide", "Decide, and send any proposed amendments"),
                            ("comment", "Comment on the proposed amendments"),
                            ("final", "Send the final amended plan"),
                        ],
                        max_length=9,
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tasks",
                        to="ehcp.annualreview",
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
            name="ReviewTaskEvent",
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
                            ("set_up", "Set time and place, and who leads the meeting"),
                            ("ask", "Ask everybody for their advice and views"),
                            ("child", "Hear what the child thinks"),
                            ("chase", "Have everybody’s advice in"),
                            ("invite", "Invite everybody whom the law names"),
                            ("circulate", "Send everybody’s advice round"),
                            ("meet", "Hold the meeting"),
                            ("report", "Send the report"),
                            ("decide", "Decide, and send any proposed amendments"),
                            ("comment", "Comment on the proposed amendments"),
                            ("final", "Send the final amended plan"),
                        ],
                        max_length=9,
                    ),
                ),
                (
                    "owner",
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
                        to="ehcp.reviewtask",
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="ehcp.annualreview",
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
        migrations.AddConstraint(
            model_name="reviewmeeting",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="ehcp_reviewmeeting_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewmeeting",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "review", name="ehcp_reviewmeeting_review_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewmeeting",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "meeting", name="ehcp_reviewmeeting_meeting_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewmeeting",
            constraint=models.UniqueConstraint(
                fields=("school", "review"), name="ehcp_reviewmeeting_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewmeeting",
            constraint=models.UniqueConstraint(
                fields=("school", "meeting"), name="ehcp_reviewmeeting_meeting_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewmeeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("finished_by", None), ("finished_on__isnull", False), _connector="OR"
                ),
                name="ehcp_reviewmeeting_finished_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewmeeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("finished_on", None),
                    models.Q(("recommendation", ""), _negated=True),
                    _connector="OR",
                ),
                name="ehcp_reviewmeeting_finished_recommends",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewmeeting",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_reviewmeetingevent" ("finished_by_id", "finished_on", "id", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation", "review_id", "school_id") VALUES (NEW."finished_by_id", NEW."finished_on", NEW."id", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."recommendation", NEW."review_id", NEW."school_id"); RETURN NULL;',
                    hash="7fc5742493ce1448eaa91074cb8c94756d77a4a3",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_25479",
                    table="ehcp_reviewmeeting",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewmeeting",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "ehcp_reviewmeetingevent" ("finished_by_id", "finished_on", "id", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation", "review_id", "school_id") VALUES (NEW."finished_by_id", NEW."finished_on", NEW."id", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."recommendation", NEW."review_id", NEW."school_id"); RETURN NULL;',
                    hash="f0feeb8d9912197caa4d59100f8cafbf0a9ad36c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4dd84",
                    table="ehcp_reviewmeeting",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewmeeting",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_reviewmeetingevent" ("finished_by_id", "finished_on", "id", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation", "review_id", "school_id") VALUES (OLD."finished_by_id", OLD."finished_on", OLD."id", OLD."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."recommendation", OLD."review_id", OLD."school_id"); RETURN NULL;',
                    hash="12a782a313d83209a547e9643f2cb7c3d7193705",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_60d99",
                    table="ehcp_reviewmeeting",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="reviewinvitee",
            index=models.Index(fields=["school", "meeting"], name="ehcp_reviewinvitee_of"),
        ),
        migrations.AddConstraint(
            model_name="reviewinvitee",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="ehcp_reviewinvitee_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewinvitee",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "meeting", name="ehcp_reviewinvitee_meeting_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewinvitee",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "guest", name="ehcp_reviewinvitee_guest_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewinvitee",
            constraint=models.UniqueConstraint(
                fields=("school", "guest"), name="ehcp_reviewinvitee_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewinvitee",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("advice_received_on", None),
                    ("advice_asked_on", None),
                    ("advice_received_on__gte", models.F("advice_asked_on")),
                    _connector="OR",
                ),
                name="ehcp_reviewinvitee_asked_first",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewinvitee",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_reviewinviteeevent" ("advice_asked_on", "advice_received_on", "guest_id", "id", "invited_on", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "route", "school_id", "sends_report") VALUES (NEW."advice_asked_on", NEW."advice_received_on", NEW."guest_id", NEW."id", NEW."invited_on", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."role", NEW."route", NEW."school_id", NEW."sends_report"); RETURN NULL;',
                    hash="7fc0f6040d828db27bcd9db08048c778ce577432",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_11e3c",
                    table="ehcp_reviewinvitee",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewinvitee",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "ehcp_reviewinviteeevent" ("advice_asked_on", "advice_received_on", "guest_id", "id", "invited_on", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "route", "school_id", "sends_report") VALUES (NEW."advice_asked_on", NEW."advice_received_on", NEW."guest_id", NEW."id", NEW."invited_on", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."role", NEW."route", NEW."school_id", NEW."sends_report"); RETURN NULL;',
                    hash="ed6b8a93661abe1e921da66245780a198034ca7d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_159a8",
                    table="ehcp_reviewinvitee",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewinvitee",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_reviewinviteeevent" ("advice_asked_on", "advice_received_on", "guest_id", "id", "invited_on", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "route", "school_id", "sends_report") VALUES (OLD."advice_asked_on", OLD."advice_received_on", OLD."guest_id", OLD."id", OLD."invited_on", OLD."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."role", OLD."route", OLD."school_id", OLD."sends_report"); RETURN NULL;',
                    hash="d83ec6399eb640cfe9f5f2a5095110044d672136",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a1180",
                    table="ehcp_reviewinvitee",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="reviewnote",
            index=models.Index(fields=["school", "meeting"], name="ehcp_reviewnote_of"),
        ),
        migrations.AddConstraint(
            model_name="reviewnote",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="ehcp_reviewnote_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewnote",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "meeting", name="ehcp_reviewnote_meeting_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewnote",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "line", name="ehcp_reviewnote_line_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewnote",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "outcome", name="ehcp_reviewnote_outcome_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewnote",
            constraint=models.UniqueConstraint(
                condition=models.Q(("line__isnull", False)),
                fields=("school", "meeting", "line"),
                name="ehcp_reviewnote_line_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewnote",
            constraint=models.UniqueConstraint(
                condition=models.Q(("line", None), ("outcome__isnull", False)),
                fields=("school", "meeting", "outcome"),
                name="ehcp_reviewnote_outcome_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewnote",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kind", "change")),
                fields=("school", "meeting", "section"),
                name="ehcp_reviewnote_section_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewnote",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("kind", "outcome"),
                        ("section", ""),
                        ("whose", ""),
                        models.Q(("title", ""), _negated=True),
                    ),
                    models.Q(
                        ("kind", "change"),
                        ("onward", ""),
                        ("progress", ""),
                        ("title", ""),
                        ("whose", ""),
                        models.Q(("section", ""), _negated=True),
                    ),
                    models.Q(
                        ("kind", "difference"),
                        ("onward", ""),
                        ("progress", ""),
                        ("section", ""),
                        ("title", ""),
                        models.Q(("whose", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="ehcp_reviewnote_of_its_kind",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewnote",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_reviewnoteevent" ("id", "kind", "line_id", "meeting_id", "onward", "outcome_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "progress", "school_id", "section", "sensitivity", "text", "title", "whose", "written_by_id") VALUES (NEW."id", NEW."kind", NEW."line_id", NEW."meeting_id", NEW."onward", NEW."outcome_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."progress", NEW."school_id", NEW."section", NEW."sensitivity", NEW."text", NEW."title", NEW."whose", NEW."written_by_id"); RETURN NULL;',
                    hash="8411a32fc0743e6d2bf3edf769b9e16163fa8e7f",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_96995",
                    table="ehcp_reviewnote",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewnote",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."line_id" IS DISTINCT FROM (NEW."line_id") OR OLD."meeting_id" IS DISTINCT FROM (NEW."meeting_id") OR OLD."onward" IS DISTINCT FROM (NEW."onward") OR OLD."outcome_id" IS DISTINCT FROM (NEW."outcome_id") OR OLD."progress" IS DISTINCT FROM (NEW."progress") OR OLD."school_id" IS DISTINCT FROM (NEW."school_id") OR OLD."section" IS DISTINCT FROM (NEW."section") OR OLD."sensitivity" IS DISTINCT FROM (NEW."sensitivity") OR OLD."text" IS DISTINCT FROM (NEW."text") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."whose" IS DISTINCT FROM (NEW."whose") OR OLD."written_by_id" IS DISTINCT FROM (NEW."written_by_id"))',
                    func='INSERT INTO "ehcp_reviewnoteevent" ("id", "kind", "line_id", "meeting_id", "onward", "outcome_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "progress", "school_id", "section", "sensitivity", "text", "title", "whose", "written_by_id") VALUES (NEW."id", NEW."kind", NEW."line_id", NEW."meeting_id", NEW."onward", NEW."outcome_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."progress", NEW."school_id", NEW."section", NEW."sensitivity", NEW."text", NEW."title", NEW."whose", NEW."written_by_id"); RETURN NULL;',
                    hash="fc18074d73795e5ff5e61a6a6c127c66a5e4694b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_992f1",
                    table="ehcp_reviewnote",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewnote",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_reviewnoteevent" ("id", "kind", "line_id", "meeting_id", "onward", "outcome_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "progress", "school_id", "section", "sensitivity", "text", "title", "whose", "written_by_id") VALUES (OLD."id", OLD."kind", OLD."line_id", OLD."meeting_id", OLD."onward", OLD."outcome_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."progress", OLD."school_id", OLD."section", OLD."sensitivity", OLD."text", OLD."title", OLD."whose", OLD."written_by_id"); RETURN NULL;',
                    hash="6399c177a44ca66d95c12ec2970e6cb48ee36072",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_164e1",
                    table="ehcp_reviewnote",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewtask",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="ehcp_reviewtask_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewtask",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "review", name="ehcp_reviewtask_review_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewtask",
            constraint=models.UniqueConstraint(
                fields=("school", "review", "kind"), name="ehcp_reviewtask_once"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewtask",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_reviewtaskevent" ("id", "kind", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "school_id") VALUES (NEW."id", NEW."kind", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."review_id", NEW."school_id"); RETURN NULL;',
                    hash="bfae57cd12f9c7d6d9f8e09e265da64abcf24d1f",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b6df9",
                    table="ehcp_reviewtask",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewtask",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "ehcp_reviewtaskevent" ("id", "kind", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "school_id") VALUES (NEW."id", NEW."kind", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."review_id", NEW."school_id"); RETURN NULL;',
                    hash="089c16080f837fe36436682d186acb3df3d32572",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8964a",
                    table="ehcp_reviewtask",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewtask",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_reviewtaskevent" ("id", "kind", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "school_id") VALUES (OLD."id", OLD."kind", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."review_id", OLD."school_id"); RETURN NULL;',
                    hash="6e602f05cdfccb07c41e00f2775c1146e83d36d3",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_be927",
                    table="ehcp_reviewtask",
                    when="AFTER",
                ),
            ),
        ),
    ]

"""The calendar of annual reviews: its rules, who comes when, what is proposed."""

import aylsham.identifiers
import aylsham.tenancy.constraints
import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import ehcp.models.calendar
from django.db import migrations, models

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    dependencies = [
        ("aylsham", "0004_layers"),
        ("ehcp", "0002_sections"),
    ]

    operations = [
        migrations.CreateModel(
            name="CalendarPerson",
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
                ("name", models.CharField(max_length=150)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("sendco", "SENDCo"),
                            ("council", "Council’s officer"),
                            ("professional", "Visiting professional"),
                            ("staff", "Other member of staff"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "comes_to",
                    models.CharField(
                        choices=[
                            ("all", "Every review here"),
                            ("coordinated", "Reviews of the plans that they co-ordinate"),
                            ("named", "Reviews of named children"),
                        ],
                        default="all",
                        max_length=11,
                    ),
                ),
                ("is_needed", models.BooleanField(default=False)),
                (
                    "half_days",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("0am", "Mon morning"),
                                ("0pm", "Mon afternoon"),
                                ("1am", "Tue morning"),
                                ("1pm", "Tue afternoon"),
                                ("2am", "Wed morning"),
                                ("2pm", "Wed afternoon"),
                                ("3am", "Thu morning"),
                                ("3pm", "Thu afternoon"),
                                ("4am", "Fri morning"),
                                ("4pm", "Fri afternoon"),
                            ],
                            max_length=3,
                        ),
                        blank=True,
                        default=list,
                    ),
                ),
                (
                    "dates",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.DateField(), blank=True, default=list
                    ),
                ),
                (
                    "away",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.DateField(), blank=True, default=list
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
                "ordering": ["name"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CalendarAttendance",
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
                    "plan",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attendances",
                        to="ehcp.ehcplan",
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
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attendances",
                        to="ehcp.calendarperson",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ProposedReview",
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
                            ("annual", "Annual review"),
                            ("phase_transfer", "Phase-transfer review"),
                            ("early", "Early review"),
                            ("interim", "Interim meeting (does not count as a review)"),
                        ],
                        default="annual",
                        max_length=14,
                    ),
                ),
                ("earliest_on", models.DateField()),
                ("latest_on", models.DateField()),
                ("legal_on", models.DateField()),
                (
                    "meeting_on",
                    models.DateField(blank=True, null=True, verbose_name="day of the meeting"),
                ),
                (
                    "starts_at",
                    models.TimeField(blank=True, null=True, verbose_name="time of the meeting"),
                ),
                ("is_locked", models.BooleanField(default=False, verbose_name="locked")),
                (
                    "wish_weekdays",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(
                            choices=[
                                (0, "Mondays"),
                                (1, "Tuesdays"),
                                (2, "Wednesdays"),
                                (3, "Thursdays"),
                                (4, "Fridays"),
                            ]
                        ),
                        blank=True,
                        default=list,
                    ),
                ),
                (
                    "wish_not_on",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.DateField(), blank=True, default=list
                    ),
                ),
                ("conflict", models.JSONField(blank=True, default=dict)),
                (
                    "plan",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="proposals",
                        to="ehcp.ehcplan",
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="proposals",
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
            name="ReviewCalendar",
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
                    "most_a_day",
                    models.PositiveSmallIntegerField(
                        default=2,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(8),
                        ],
                    ),
                ),
                (
                    "most_a_week",
                    models.PositiveSmallIntegerField(
                        default=3,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(30),
                        ],
                    ),
                ),
                (
                    "rooms",
                    models.PositiveSmallIntegerField(
                        default=1,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(10),
                        ],
                    ),
                ),
                (
                    "slots",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=5),
                        default=ehcp.models.calendar.usual_slots,
                    ),
                ),
                (
                    "minutes",
                    models.PositiveSmallIntegerField(
                        default=60,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(180),
                        ],
                    ),
                ),
                (
                    "weeks_ahead",
                    models.PositiveSmallIntegerField(
                        default=10,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(40),
                        ],
                    ),
                ),
                (
                    "weeks_to_prepare",
                    models.PositiveSmallIntegerField(
                        default=2,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(12),
                        ],
                    ),
                ),
                (
                    "slack_weeks",
                    models.PositiveSmallIntegerField(
                        default=3,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(12),
                        ],
                    ),
                ),
                ("papers_in_term", models.BooleanField(default=True)),
                (
                    "even",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "Not at all"),
                            (5, "A little"),
                            (15, "Some"),
                            (30, "Much"),
                            (60, "Very much"),
                        ],
                        default=15,
                    ),
                ),
                (
                    "slack",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "Not at all"),
                            (5, "A little"),
                            (15, "Some"),
                            (30, "Much"),
                            (60, "Very much"),
                        ],
                        default=15,
                    ),
                ),
                (
                    "siblings",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "Not at all"),
                            (5, "A little"),
                            (15, "Some"),
                            (30, "Much"),
                            (60, "Very much"),
                        ],
                        default=30,
                    ),
                ),
                (
                    "wishes",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "Not at all"),
                            (5, "A little"),
                            (15, "Some"),
                            (30, "Much"),
                            (60, "Very much"),
                        ],
                        default=30,
                    ),
                ),
                (
                    "hoped",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "Not at all"),
                            (5, "A little"),
                            (15, "Some"),
                            (30, "Much"),
                            (60, "Very much"),
                        ],
                        default=15,
                    ),
                ),
                (
                    "travel",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "Not at all"),
                            (5, "A little"),
                            (15, "Some"),
                            (30, "Much"),
                            (60, "Very much"),
                        ],
                        default=15,
                    ),
                ),
                (
                    "stable",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "Not at all"),
                            (5, "A little"),
                            (15, "Some"),
                            (30, "Much"),
                            (60, "Very much"),
                        ],
                        default=30,
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0)),
                ("planned_at", models.DateTimeField(blank=True, null=True)),
                ("figures", models.JSONField(blank=True, default=dict)),
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
        migrations.AddConstraint(
            model_name="calendarperson",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="ehcp_calendarperson_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="calendarperson",
            constraint=models.UniqueConstraint(
                fields=("school", "kind", "name"), name="ehcp_calendar_person_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="calendarattendance",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="ehcp_calendarattendance_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="calendarattendance",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "person", name="ehcp_attendance_person_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="calendarattendance",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "plan", name="ehcp_attendance_plan_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="calendarattendance",
            constraint=models.UniqueConstraint(
                fields=("school", "person", "plan"), name="ehcp_attendance_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="proposedreview",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="ehcp_proposedreview_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="proposedreview",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "plan", name="ehcp_proposed_plan_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="proposedreview",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "review", name="ehcp_proposed_review_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="proposedreview",
            constraint=models.UniqueConstraint(
                fields=("school", "plan"), name="ehcp_proposed_one_a_plan"
            ),
        ),
        migrations.AddConstraint(
            model_name="proposedreview",
            constraint=models.CheckConstraint(
                condition=models.Q(("earliest_on__lte", models.F("latest_on"))),
                name="ehcp_proposed_window",
            ),
        ),
        migrations.AddConstraint(
            model_name="proposedreview",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("starts_at", None), ("meeting_on__isnull", False), _connector="OR"
                ),
                name="ehcp_proposed_time_has_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="proposedreview",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("is_locked", False), ("meeting_on__isnull", False), _connector="OR"
                ),
                name="ehcp_proposed_lock_has_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewcalendar",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="ehcp_reviewcalendar_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewcalendar",
            constraint=models.UniqueConstraint(
                fields=("school",), name="ehcp_calendar_one_a_school"
            ),
        ),
    ]

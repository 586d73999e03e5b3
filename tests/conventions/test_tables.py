"""The tables that the migrations make are those of the models, to the last trigger."""

import pgtrigger
import pytest
from django.apps import apps
from django.db import connection, migrations, models
from django.db.migrations.exceptions import IrreversibleError
from django.db.migrations.state import ProjectState

from aylsham.tables_migration import TablesMigration

OURS = ("aylsham", "pupils", "provision", "ehcp", "lac", "staff", "reports")
MODELS = [model for app in OURS for model in apps.get_app_config(app).get_models()]


def names(sql: str, table: str) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(sql, [table])
        return {name for (name,) in cursor.fetchall()}


def columns(table: str) -> dict[str, bool]:
    """Each column, and whether it may be empty."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT attname, NOT attnotnull FROM pg_attribute"
            " WHERE attrelid = to_regclass(%s) AND attnum > 0 AND NOT attisdropped",
            [table],
        )
        return dict(cursor.fetchall())


@pytest.mark.django_db
@pytest.mark.parametrize("model", MODELS, ids=lambda m: m._meta.label)
class TestEachTable:
    def test_columns(self, model):
        fields = model._meta.local_concrete_fields
        assert columns(model._meta.db_table) == {
            f.column: f.null or isinstance(f, models.GeneratedField) for f in fields
        }

    def test_constraints_and_indexes(self, model):
        table = model._meta.db_table
        made = names("SELECT conname FROM pg_constraint WHERE conrelid = to_regclass(%s)", table)
        made |= names(
            "SELECT relname FROM pg_index JOIN pg_class ON oid = indexrelid"
            " WHERE indrelid = to_regclass(%s)",
            table,
        )
        named = [*model._meta.constraints, *model._meta.indexes]
        assert {part.name for part in named} - made == set()

    def test_keys_to_other_tables(self, model):
        held = {
            f.column
            for f in model._meta.local_concrete_fields
            if isinstance(f, models.ForeignKey) and f.db_constraint
        }
        made = names(
            "SELECT attname FROM pg_constraint JOIN pg_attribute"
            " ON attrelid = conrelid AND attnum = conkey[1]"
            " WHERE contype = 'f' AND cardinality(conkey) = 1 AND conrelid = to_regclass(%s)",
            model._meta.db_table,
        )
        assert made == held


@pytest.mark.django_db
def test_triggers_are_installed_and_current():
    loose = [
        trigger.get_pgid(model)
        for model, trigger in pgtrigger.registered()
        if trigger.get_installation_status(model) != ("INSTALLED", True)
    ]
    assert loose == []


class TestTablesMigration:
    @pytest.fixture
    def migration(self):
        parent = migrations.CreateModel("Boat", [("id", models.BigAutoField(primary_key=True))])
        child = migrations.CreateModel("Oar", [("id", models.BigAutoField(primary_key=True))])
        key = models.ForeignKey("river.boat", models.CASCADE, related_name="oars")
        unique = models.UniqueConstraint(models.F("boat"), name="river_oar_boat")
        made = TablesMigration("0001_tables", "river")
        made.operations = [
            child,
            parent,
            migrations.AddField("oar", "boat", key),
            migrations.AddConstraint("oar", unique),
        ]
        return made

    @pytest.mark.django_db
    def test_what_belongs_to_a_new_table_is_made_once(self, migration):
        with connection.schema_editor(collect_sql=True) as editor:
            migration.apply(ProjectState(), editor, collect_sql=True)
        sql = "\n".join(map(str, editor.collected_sql))
        assert sql.count('"boat_id" bigint NOT NULL') == 1
        assert sql.count('INDEX "river_oar_boat"') == 1
        assert sql.count("FOREIGN KEY") == 1
        assert sql.index("FOREIGN KEY") > sql.index('CREATE TABLE "river_boat"')

    @pytest.mark.django_db
    def test_a_table_that_was_there_is_added_to(self, migration):
        state = ProjectState()
        migration.mutate_state(state, preserve=False)
        later = TablesMigration("0002_name", "river")
        later.operations = [migrations.AddField("oar", "length", models.IntegerField(null=True))]
        with connection.schema_editor(collect_sql=True) as editor:
            after = later.apply(state, editor, collect_sql=True)
        assert 'ALTER TABLE "river_oar" ADD COLUMN "length" integer NULL' in "\n".join(
            map(str, editor.collected_sql)
        )
        assert after.apps.get_model("river", "oar")._meta.get_field("length")

    def test_tables_are_not_taken_away(self, migration):
        with pytest.raises(IrreversibleError):
            migration.unapply(ProjectState(), None)

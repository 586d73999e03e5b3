"""Every table is a school's or on the list of global ones; a school's tables stand behind the wall."""

import ast
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection, models

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.global_tables import GLOBAL_TABLES
from aylsham.tenancy.models import SchoolOwned
from aylsham.tenancy.row_security import (
    POLICY,
    append_only_tables,
    federation_tables,
    tenant_tables,
)

#: The search functions run as the owner, who may read these tables past the policy.
OWNERS_POLICY = "owner_searches"
SEARCHED = ["pupils_documentwords", "pupils_notewords", "pupils_pupil", "pupils_schoolword"]
HOUSE = ("aylsham", "pupils", "provision", "staff", "ehcp", "lac", "reports", "demo")


def rows(sql: str, *params) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()


def tables_in_database() -> set[str]:
    return {r[0] for r in rows("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")}


def unprotected(tables) -> list[str]:
    """Of these tables, those without forced row security, the policy or the trigger."""
    found = rows(
        """SELECT c.relname FROM pg_class c WHERE c.relname = ANY(%s)
             AND c.relrowsecurity AND c.relforcerowsecurity
             AND EXISTS (SELECT 1 FROM pg_policies p WHERE p.tablename = c.relname
                         AND p.policyname = %s AND p.cmd = 'ALL' AND p.qual = p.with_check)
             AND 1 = (SELECT count(*) FROM pg_policies p WHERE p.tablename = c.relname
                      AND NOT (p.policyname = %s AND p.tablename = ANY(%s)))
             AND EXISTS (SELECT 1 FROM pg_trigger t WHERE t.tgrelid = c.oid
                         AND t.tgname = 'keep_school')""",
        list(tables),
        POLICY,
        OWNERS_POLICY,
        SEARCHED,
    )
    return sorted(set(tables) - {r[0] for r in found})


@pytest.mark.django_db
class TestTables:
    def test_every_table_is_a_schools_or_listed_with_a_reason(self):
        owned = {*tenant_tables(), *federation_tables()}
        assert tables_in_database() - owned == set(GLOBAL_TABLES)
        assert all(reason.strip() for reason in GLOBAL_TABLES.values())

    def test_every_table_with_a_school_stands_behind_the_wall(self):
        assert unprotected([*tenant_tables(), *federation_tables()]) == []

    def test_a_table_left_open_is_noticed(self):
        assert unprotected(["aylsham_user"]) == ["aylsham_user"]

    def test_policies_are_all_the_same(self):
        found = rows("SELECT tablename, qual FROM pg_policies WHERE policyname = %s", POLICY)
        # One for rows of a school, one for each way in which a federation's rows are seen.
        quals = {(federation_tables().get(table), qual) for table, qual in found}
        assert len(quals) == len({kind for kind, _ in quals})
        assert all("app.school_ids" in qual for _, qual in quals)

    def test_only_the_owner_looks_past_it_and_only_to_search(self):
        others = rows(
            "SELECT tablename, policyname, cmd, roles::text[] FROM pg_policies"
            " WHERE policyname <> %s ORDER BY tablename",
            POLICY,
        )
        owner = rows("SELECT tableowner FROM pg_tables WHERE tablename = 'pupils_pupil'")[0][0]
        assert others == [(table, OWNERS_POLICY, "SELECT", [owner]) for table in SEARCHED]
        assert owner != settings.DATABASE_APP_ROLE

    def test_the_app_role_cannot_go_round_the_wall(self):
        (role,) = rows(
            "SELECT rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname = current_user"
        )
        assert role == (False, False, False)
        owned = rows("SELECT tablename FROM pg_tables WHERE tableowner = current_user")
        assert owned == []

    def test_the_app_role_may_only_add_to_append_only_tables(self):
        for table in append_only_tables():
            (may,) = rows(
                "SELECT has_table_privilege(current_user, %s, 'UPDATE'),"
                " has_table_privilege(current_user, %s, 'DELETE')",
                table,
                table,
            )
            assert may == (False, False), table


def house_models() -> list[type[models.Model]]:
    return [m for m in apps.get_models() if m._meta.app_label in HOUSE]


def loose_keys(model) -> list[str]:
    """Foreign keys to rows of a school that no SameSchool constraint holds."""
    held = {c.field for c in model._meta.constraints if isinstance(c, SameSchool)}
    return [
        f.name
        for f in model._meta.local_fields
        if isinstance(f, models.ForeignKey)
        and issubclass(f.related_model, SchoolOwned)
        and f.name not in held
    ]


class TestModels:
    @pytest.mark.parametrize("model", [m for m in apps.get_models() if issubclass(m, SchoolOwned)])
    def test_keys_inside_a_school_are_held_by_the_database(self, model):
        assert loose_keys(model) == []

    def test_a_loose_key_is_noticed(self):
        class Meta:
            app_label = "pupils"
            managed = False
            constraints = []

        key = models.ForeignKey("pupils.Pupil", models.CASCADE, related_name="+")
        loose = type("Loose", (models.Model,), {"__module__": "t", "Meta": Meta, "pupil": key})
        try:
            assert loose_keys(loose) == ["pupil"]
        finally:
            del apps.all_models["pupils"]["loose"]
            apps.clear_cache()

    def test_no_automatic_join_tables(self):
        assert [f for m in house_models() for f in m._meta.local_many_to_many] == []

    def test_indexes_and_unique_keys_of_a_school_start_with_it(self):
        for model in apps.get_models():
            if not issubclass(model, SchoolOwned):
                continue
            for index in model._meta.indexes:
                fields = index.fields or ["school"]  # expressions are looked at by hand
                assert fields[0].lstrip("-") == "school", (model, index.name)
            for constraint in model._meta.constraints:
                if isinstance(constraint, models.UniqueConstraint) and constraint.fields:
                    assert constraint.fields[0] == "school", (model, constraint.name)


def unscoped_reads(source: str, tenant_models: set[str]) -> list[str]:
    """`Model.objects.all/get/filter/…` of a school's model in a view's syntax tree."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if (
            isinstance(node, ast.Attribute)
            and isinstance(node.value, ast.Attribute)
            and node.value.attr in ("objects", "_default_manager", "_base_manager")
            and isinstance(node.value.value, ast.Name)
            and node.value.value.id in tenant_models
            and node.attr != "visible_to"
        ):
            found.append(f"line {node.lineno}: {node.value.value.id}.objects.{node.attr}")
    return found


class TestViews:
    tenant_models = {m.__name__ for m in apps.get_models() if issubclass(m, SchoolOwned)}

    def test_no_view_reads_past_the_school(self):
        for package in HOUSE:
            folder = Path(settings.BASE_DIR) / package
            for path in [*folder.glob("**/views.py"), *folder.glob("**/views/*.py")]:
                assert unscoped_reads(path.read_text(), self.tenant_models) == [], path

    @pytest.mark.parametrize("call", ["all()", "get(pk=1)", "filter(pk=1)", "values('pk')"])
    def test_an_unscoped_read_is_noticed(self, call):
        assert unscoped_reads(f"x = Pupil.objects.{call}", self.tenant_models)

    def test_a_scoped_read_passes(self):
        assert not unscoped_reads("Pupil.objects.visible_to(a).get(pk=1)", self.tenant_models)

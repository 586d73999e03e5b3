"""The constraint that keeps a child row in its parent's school."""

from django.db import models
from django.db.backends.ddl_references import Statement, Table


class SameSchool(models.BaseConstraint):
    """A deferrable composite foreign key (school_id, <field>_id) → parent (school_id, id).

    Put it beside a `school_key`; the parent must be `SchoolOwned`.
    """

    def __init__(self, field: str, *, name: str):
        super().__init__(name=name)
        self.field = field

    def _statement(self, model, schema_editor) -> Statement:
        field = model._meta.get_field(self.field)
        quote = schema_editor.quote_name
        return Statement(
            "ALTER TABLE %(table)s ADD CONSTRAINT %(name)s FOREIGN KEY (%(school)s, %(column)s)"
            " REFERENCES %(to_table)s (%(school)s, %(to_column)s) DEFERRABLE INITIALLY DEFERRED",
            table=Table(model._meta.db_table, quote),
            name=quote(self.name),
            school=quote("school_id"),
            column=quote(field.column),
            to_table=Table(field.related_model._meta.db_table, quote),
            to_column=quote(field.target_field.column),
        )

    def constraint_sql(self, model, schema_editor):
        # Part of CREATE TABLE: wait until the parent's table and unique key are there.
        schema_editor.deferred_sql.append(self._statement(model, schema_editor))

    def create_sql(self, model, schema_editor):
        # Deferred as well, so that the order of operations in a migration does not matter.
        schema_editor.deferred_sql.append(self._statement(model, schema_editor))

    def remove_sql(self, model, schema_editor):
        return Statement(
            "ALTER TABLE %(table)s DROP CONSTRAINT %(name)s",
            table=Table(model._meta.db_table, schema_editor.quote_name),
            name=schema_editor.quote_name(self.name),
        )

    def validate(self, model, instance, exclude=None, using="default"):
        """Nothing: forms choose from one school's rows, and the database has the last word."""

    def deconstruct(self):
        _, _, kwargs = super().deconstruct()
        return "aylsham.tenancy.constraints.SameSchool", (self.field,), kwargs

    def __eq__(self, other):
        return (
            isinstance(other, SameSchool) and (self.name, self.field) == (other.name, other.field)
        ) or NotImplemented

"""A migration that makes tables, without rendering all models after each of its steps."""

from django.db import migrations
from django.db.migrations.exceptions import IrreversibleError

#: What a table made in the same migration has from the start.
PARTS = (migrations.AddField, migrations.AddIndex, migrations.AddConstraint)


class TablesMigration(migrations.Migration):
    """Makes each new table at once in its final shape (decision 8).

    Django renders every model anew after each operation, since the next may need the state in
    between. Operations that make tables, or add to them, only need the state at the end; one
    rendering makes an empty database ready in seconds. To be used with what `makemigrations`
    writes when it adds, or alters a column once; a new name may do its work by SQL, moving data
    needs an ordinary migration.
    """

    def apply(self, project_state, schema_editor, collect_sql=False):
        """Take all operations into the state, then let each do its work in the database."""
        before = project_state.clone()
        project_state.__dict__.pop("apps", None)
        self.mutate_state(project_state, preserve=False)
        made = {o.name_lower for o in self.operations if isinstance(o, migrations.CreateModel)}
        for operation in self.operations:
            if isinstance(operation, PARTS) and operation.model_name_lower in made:
                continue
            if collect_sql:
                schema_editor.collected_sql.append(f"-- {operation.describe()}")
            operation.database_forwards(self.app_label, schema_editor, before, project_state)
        # A table with a computed column asks for its constraints one by one, also those that
        # have put themselves off already and so have nothing to say.
        schema_editor.deferred_sql = [sql for sql in schema_editor.deferred_sql if sql is not None]
        return project_state

    def unapply(self, project_state, schema_editor, collect_sql=False):
        """Raises `IrreversibleError`: tables with children's records are never taken away."""
        raise IrreversibleError("Tables are not taken away again; restore a back-up instead.")

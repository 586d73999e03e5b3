"""What rows of this floor need at the school to which they came."""

from aylsham.models import School
from pupils.models import FederationField, FieldValue


def extra_field(row: FieldValue, school: School) -> None:
    """The federation's own field again; without it the value keeps its title and no field."""
    if row.shared_field_id is None:
        return
    rows = FederationField.objects.filter(federation_id=school.federation_id)
    field = rows.filter(pk=row.shared_field_id).first()
    if field is None:
        row.shared_field_id = None
        return
    # As the field is now: the pack may be older.
    row.title = field.name
    row.sensitivity = max(row.sensitivity, field.sensitivity)

from django.urls import path

from pupils.views import extra_fields, field_values

_CHILD = "<slug:school>/children/<uuid:pupil>/"
_OWN = "<slug:school>/fields/<uuid:own_field>/"
#: `?field=` its id: no row of a school.
_SHARED = "federation/fields/field/"

urlpatterns = [
    path("federation/fields/", extra_fields.federation_fields, name="federation_fields"),
    path("federation/fields/add/", extra_fields.federation_add, name="federation_field_add"),
    path(_SHARED, extra_fields.federation_change, name="federation_field_change"),
    path(f"{_SHARED}retire/", extra_fields.federation_retire, name="federation_field_retire"),
    path(f"{_SHARED}up/", extra_fields.federation_up, name="federation_field_up"),
    path("<slug:school>/fields/", extra_fields.fields, name="extra_fields"),
    path("<slug:school>/fields/add/", extra_fields.add, name="field_add"),
    path(_OWN, extra_fields.change, name="field_change"),
    path(f"{_OWN}retire/", extra_fields.retire, name="field_retire"),
    path(f"{_OWN}up/", extra_fields.up, name="field_up"),
    path(f"{_CHILD}fields/", field_values.fields_of_child, name="child_fields"),
    path(f"{_CHILD}fields/fill/", field_values.fill, name="fields_fill"),
    path(
        "<slug:school>/classes/<uuid:group>/fields/", field_values.class_table, name="class_fields"
    ),
]

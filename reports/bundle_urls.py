"""Addresses of evidence bundles, and of councils' forms."""

from django.urls import path

from reports.views import bundle_files, bundles, council_forms, council_maps

_ALL = "<slug:school>/children/<uuid:pupil>/bundles/"
_ONE = f"{_ALL}<uuid:bundle>/"
_FORMS = "<slug:school>/children/<uuid:pupil>/council-forms/"
_ANSWER = f"{_FORMS}answers/<slug:question>/"
_MAPS = "<slug:school>/council-maps/"
_MAP = f"{_MAPS}<slug:map_kind>/<slug:council_map>/"

urlpatterns = [
    path(_ALL, bundles.child_bundles, name="child_bundles"),
    path(f"{_ALL}add/", bundles.bundle_add, name="bundle_add"),
    path(_ONE, bundles.bundle, name="bundle"),
    path(f"{_ONE}change/", bundles.bundle_change, name="bundle_change"),
    path(f"{_ONE}decide/", bundles.bundle_decide, name="bundle_decide"),
    path(f"{_ONE}look/", bundles.bundle_look, name="bundle_look"),
    path(f"{_ONE}make/", bundles.bundle_make, name="bundle_make"),
    path(f"{_ONE}file/", bundle_files.bundle_file, name="bundle_file"),
    path(f"{_ONE}sent/", bundles.bundle_sent, name="bundle_sent"),
    path(f"{_ONE}remove/", bundles.bundle_remove, name="bundle_remove"),
    path(_FORMS, council_forms.council_forms, name="council_forms"),
    path(_ANSWER, council_forms.form_answer, name="form_answer"),
    path(f"{_ANSWER}record/", council_forms.form_answer_back, name="form_answer_back"),
    path(f"{_FORMS}<slug:council_form>/", council_forms.council_form, name="council_form"),
    path(
        f"{_FORMS}<slug:council_form>/file/",
        council_forms.council_form_file,
        name="council_form_file",
    ),
    path(_MAPS, council_maps.council_maps, name="council_maps"),
    path(f"{_MAPS}<slug:map_kind>/add/", council_maps.council_map_add, name="council_map_add"),
    path(_MAP, council_maps.council_map, name="council_map"),
    path(f"{_MAP}versions/", council_maps.council_map_versions, name="council_map_versions"),
    path(f"{_MAP}file/", council_maps.council_map_file, name="council_map_file"),
    path(f"{_MAP}back/", council_maps.council_map_back, name="council_map_back"),
]

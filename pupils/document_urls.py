from django.urls import path

from pupils.views import documents, misfiled, photos

_CHILD = "<slug:school>/children/<uuid:pupil>/"
_ONE = f"{_CHILD}documents/<uuid:document>/"

urlpatterns = [
    path(f"{_CHILD}documents/", documents.child_documents, name="child_documents"),
    path(f"{_CHILD}documents/add/", documents.document_add, name="document_add"),
    path(f"{_CHILD}documents/advice/", documents.advice_list, name="advice_list"),
    path(_ONE, documents.document, name="document"),
    path(f"{_ONE}open/", documents.document_open, name="document_open"),
    path(
        f"{_ONE}versions/<uuid:document_version>/open/",
        documents.version_open,
        name="document_version_open",
    ),
    path(f"{_ONE}change/", documents.document_change, name="document_change"),
    path(f"{_ONE}replace/", documents.document_replace, name="document_replace"),
    path(f"{_ONE}bin/", documents.document_bin, name="document_bin"),
    path(f"{_ONE}restore/", documents.document_restore, name="document_restore"),
    path(f"{_ONE}misfiled/", misfiled.document_misfiled, name="document_misfiled"),
    path(f"{_ONE}unseal/", misfiled.document_unseal, name="document_unseal"),
    path(f"{_CHILD}photo/", photos.photo, name="child_photo"),
    path(f"{_CHILD}photo/change/", photos.photo_change, name="photo_change"),
    path(f"{_CHILD}photo/remove/", photos.photo_remove, name="photo_remove"),
    path("<slug:school>/breaches/", misfiled.breaches, name="breaches"),
    path("<slug:school>/breaches/add/", misfiled.breach_add, name="breach_add"),
    path("<slug:school>/breaches/<uuid:breach>/", misfiled.breach, name="breach"),
]

from django.urls import include, path

from pupils.views import classes, details, needs, register, status

_CHILD = "<slug:school>/children/<uuid:pupil>/"

urlpatterns = [
    path(f"{_CHILD}register/", register.child_register, name="child_register"),
    path(f"{_CHILD}register/start/", status.start, name="status_start"),
    path(f"{_CHILD}register/change/", status.change, name="status_change"),
    path(f"{_CHILD}register/end/", status.end, name="status_end"),
    path(f"{_CHILD}register/<uuid:period>/told/", status.told, name="status_told"),
    path(f"{_CHILD}register/<uuid:period>/correct/", status.correct, name="status_correct"),
    path(f"{_CHILD}needs/add/", needs.add, name="need_add"),
    path(f"{_CHILD}needs/order/", needs.rank, name="need_rank"),
    path(f"{_CHILD}needs/<uuid:need>/", needs.change, name="need_change"),
    path(f"{_CHILD}needs/<uuid:need>/end/", needs.end, name="need_end"),
    path(f"{_CHILD}diagnoses/add/", needs.diagnosis_add, name="diagnosis_add"),
    path(f"{_CHILD}diagnoses/<uuid:diagnosis>/", needs.diagnosis_change, name="diagnosis_change"),
    path(f"{_CHILD}diagnoses/<uuid:diagnosis>/end/", needs.diagnosis_end, name="diagnosis_end"),
    path(f"{_CHILD}details/", details.details, name="pupil_details"),
    path(f"{_CHILD}upn/", details.upn, name="pupil_upn"),
    path(f"{_CHILD}family/", details.family, name="child_family"),
    path(f"{_CHILD}family/add/", details.contact_add, name="contact_add"),
    path(f"{_CHILD}family/<uuid:contact>/", details.contact_change, name="contact_change"),
    path(f"{_CHILD}family/<uuid:contact>/remove/", details.contact_remove, name="contact_remove"),
    path(f"{_CHILD}leaving/", details.leaving, name="pupil_leaving"),
    path(f"{_CHILD}returning/", details.returning, name="pupil_returning"),
    path(f"{_CHILD}adults/add/", classes.supporter_add, name="supporter_add"),
    path(f"{_CHILD}adults/<uuid:support>/end/", classes.supporter_end, name="supporter_end"),
    path("<slug:school>/classes/", classes.classes, name="classes"),
    path("<slug:school>/classes/add/", classes.class_add, name="class_add"),
    path("<slug:school>/classes/<uuid:group>/", classes.class_change, name="class_change"),
    path(
        "<slug:school>/classes/<uuid:group>/adults/add/", classes.adult_add, name="class_adult_add"
    ),
    path(
        "<slug:school>/classes/adults/<uuid:adult>/end/", classes.adult_end, name="class_adult_end"
    ),
    path("", include("pupils.import_urls")),
    path("", include("pupils.oversight_urls")),
]

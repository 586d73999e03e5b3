from django.urls import include, path

from pupils.views import classes, details, facts, kept, needs, register, safety, status

_CHILD = "<slug:school>/children/<uuid:pupil>/"
_PLAN = f"{_CHILD}safety/<uuid:safety_plan>/"

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
    path(f"{_CHILD}needs/<uuid:need>/level/", needs.rate, name="need_rate"),
    path(f"{_CHILD}needs/<uuid:need>/end/", needs.end, name="need_end"),
    path(f"{_CHILD}diagnoses/add/", needs.diagnosis_add, name="diagnosis_add"),
    path(f"{_CHILD}diagnoses/<uuid:diagnosis>/", needs.diagnosis_change, name="diagnosis_change"),
    path(f"{_CHILD}diagnoses/<uuid:diagnosis>/end/", needs.diagnosis_end, name="diagnosis_end"),
    path(f"{_CHILD}safety/", safety.child_safety, name="child_safety"),
    path(f"{_CHILD}safety/start/", safety.start, name="safety_plan_start"),
    path(f"{_PLAN}", safety.plan, name="safety_plan"),
    path(f"{_PLAN}read/", safety.read, name="safety_plan_read"),
    path(f"{_PLAN}frame/", safety.frame, name="safety_plan_frame"),
    path(f"{_PLAN}write/", safety.write, name="safety_plan_write"),
    path(f"{_PLAN}agree/", safety.agree, name="safety_plan_agree"),
    path(f"{_PLAN}end/", safety.end, name="safety_plan_end"),
    path(f"{_PLAN}adults/add/", safety.adult_add, name="plan_adult_add"),
    path(f"{_PLAN}adults/<uuid:plan_adult>/", safety.adult_change, name="plan_adult_change"),
    path(f"{_PLAN}adults/<uuid:plan_adult>/remove/", safety.adult_remove, name="plan_adult_remove"),
    path(f"{_CHILD}absence/", safety.child_absence, name="child_absence"),
    path(f"{_CHILD}kept/<slug:kind>/add/", kept.add, name="kept_add"),
    path(f"{_CHILD}kept/<slug:kind>/<uuid:record>/", kept.change, name="kept_change"),
    path(f"{_CHILD}kept/<slug:kind>/<uuid:record>/end/", kept.end, name="kept_end"),
    path("<slug:school>/safety/", safety.school_alerts, name="school_safety"),
    path(f"{_CHILD}details/", details.details, name="pupil_details"),
    path(f"{_CHILD}upn/", details.upn, name="pupil_upn"),
    path(f"{_CHILD}facts/", facts.facts, name="child_facts"),
    path(f"{_CHILD}facts/add/", facts.add, name="fact_add"),
    path(f"{_CHILD}facts/<uuid:fact>/", facts.correct, name="fact_correct"),
    path(f"{_CHILD}facts/<uuid:fact>/end/", facts.end, name="fact_end"),
    path(f"{_CHILD}facts/<uuid:fact>/remove/", facts.remove, name="fact_remove"),
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
        "<slug:school>/classes/adults/<uuid:adult>/",
        classes.adult_change,
        name="class_adult_change",
    ),
    path(
        "<slug:school>/classes/adults/<uuid:adult>/end/", classes.adult_end, name="class_adult_end"
    ),
    path("", include("pupils.family_urls")),
    path("", include("pupils.concern_urls")),
    path("", include("pupils.passport_urls")),
    path("", include("pupils.document_urls")),
    path("", include("pupils.moving_urls")),
    path("", include("pupils.import_urls")),
    path("", include("pupils.oversight_urls")),
]

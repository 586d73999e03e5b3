"""Addresses of needs assessments and of the consultation desk."""

from django.urls import path

from ehcp.views import appeals, consultation_ends, consultations
from ehcp.views.assessments import pages, particulars, removing, steps

_CHILD = "<slug:school>/children/<uuid:pupil>/assessment/"
_ONE = f"{_CHILD}<uuid:needs_assessment>/"
_DESK = "<slug:school>/consultations/"
_CONSULTATION = f"{_DESK}<uuid:consultation>/"

urlpatterns = [
    path("<slug:school>/assessments/", pages.assessments, name="needs_assessments"),
    path(_CHILD, pages.child, name="child_assessment"),
    path(f"{_CHILD}case/", pages.case, name="assessment_case"),
    path(f"{_CHILD}ask/", pages.ask, name="assessment_ask"),
    path(f"{_ONE}record/<slug:assess_step>/", steps.step, name="assessment_step"),
    path(f"{_ONE}advice/add/", particulars.advice_add, name="assessment_advice_add"),
    path(
        f"{_ONE}advice/<uuid:assess_advice>/",
        particulars.advice_change,
        name="assessment_advice",
    ),
    path(f"{_ONE}exceptions/add/", particulars.claim_add, name="assessment_claim_add"),
    path(f"{_ONE}exceptions/<uuid:claimed>/", particulars.claim_change, name="assessment_claim"),
    path(f"{_ONE}days/add/", particulars.stated_add, name="assessment_stated_add"),
    path(f"{_ONE}papers/add/", particulars.paper_add, name="assessment_paper_add"),
    path(f"{_ONE}talks/add/", particulars.talk_add, name="assessment_talk_add"),
    path(f"{_ONE}appeals/add/", appeals.appeal_add, name="assessment_appeal_add"),
    path(f"{_ONE}appeals/<uuid:plan_appeal>/", appeals.appeal_change, name="assessment_appeal"),
    path(
        f"{_ONE}advice/<uuid:assess_advice>/remove/",
        removing.advice_remove,
        name="assessment_advice_remove",
    ),
    path(
        f"{_ONE}exceptions/<uuid:claimed>/remove/",
        removing.claim_remove,
        name="assessment_claim_remove",
    ),
    path(
        f"{_ONE}appeals/<uuid:plan_appeal>/remove/",
        appeals.appeal_remove,
        name="assessment_appeal_remove",
    ),
    path(
        f"{_ONE}papers/<uuid:assess_paper>/remove/",
        removing.paper_remove,
        name="assessment_paper_remove",
    ),
    path(_DESK, consultations.desk, name="consultations"),
    path(f"{_DESK}add/", consultations.add, name="consultation_add"),
    path(f"{_DESK}ended/", consultation_ends.ends, name="consultation_ends"),
    path(
        f"{_DESK}ended/confirm/", consultation_ends.ends_confirm, name="consultation_ends_confirm"
    ),
    path(
        f"{_DESK}ended/<uuid:consultation_end>/undo/",
        consultation_ends.ends_undo,
        name="consultation_ends_undo",
    ),
    path(_CONSULTATION, consultations.consultation, name="consultation"),
    path(f"{_CONSULTATION}received/", consultations.correct, name="consultation_correct"),
    path(f"{_CONSULTATION}reply/", consultations.reply, name="consultation_reply"),
    path(f"{_CONSULTATION}figures/", consultations.figures, name="consultation_figures"),
    path(f"{_CONSULTATION}sign/", consultations.sign, name="consultation_sign"),
    path(f"{_CONSULTATION}send/", consultations.send, name="consultation_send"),
    path(f"{_CONSULTATION}close/", consultations.close, name="consultation_close"),
    path(f"{_CONSULTATION}reply.pdf", consultations.pages, name="consultation_pages"),
    path(f"{_CONSULTATION}reply.docx", consultations.word, name="consultation_word"),
]

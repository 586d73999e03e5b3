from django.urls import path

from ehcp import assessment_urls, calendar_urls, paper_urls, review_urls, section_urls
from ehcp.views import plans, reviews

urlpatterns = [
    *assessment_urls.urlpatterns,
    *calendar_urls.urlpatterns,
    *paper_urls.urlpatterns,
    *section_urls.urlpatterns,
    *review_urls.urlpatterns,
    path("federation/plans/", plans.federation_plans, name="federation_plans"),
    path("<slug:school>/plans/", plans.plans, name="plans"),
    path("<slug:school>/children/<uuid:pupil>/plan/", plans.child_plan, name="child_plan"),
    path("<slug:school>/children/<uuid:pupil>/plan/record/", plans.record, name="plan_record"),
    path("<slug:school>/plans/<uuid:plan>/", plans.plan, name="plan"),
    path("<slug:school>/plans/<uuid:plan>/correct/", plans.correct, name="plan_correct"),
    path("<slug:school>/plans/<uuid:plan>/end/", plans.end, name="plan_end"),
    path("<slug:school>/plans/<uuid:plan>/meeting/", reviews.plan_meeting, name="review_plan"),
    path("<slug:school>/plans/<uuid:plan>/held/", reviews.record_meeting, name="review_record"),
    path("<slug:school>/reviews/<uuid:review>/held/", reviews.held, name="review_held"),
    path("<slug:school>/reviews/<uuid:review>/move/", reviews.move, name="review_move"),
    path("<slug:school>/reviews/<uuid:review>/call-off/", reviews.call_off, name="review_call_off"),
    path("<slug:school>/reviews/<uuid:review>/papers/", reviews.papers, name="review_papers"),
    path("<slug:school>/reviews/<uuid:review>/report/", reviews.report, name="review_report"),
    path("<slug:school>/reviews/<uuid:review>/decision/", reviews.decision, name="review_decision"),
    path("<slug:school>/reviews/<uuid:review>/notice/", reviews.notice, name="review_notice"),
    path("<slug:school>/reviews/<uuid:review>/final/", reviews.final, name="review_final"),
    path("<slug:school>/reviews/<uuid:review>/confirm/", reviews.confirm, name="review_confirm"),
    path("<slug:school>/reviews/<uuid:review>/correct/", reviews.correct, name="review_correct"),
]

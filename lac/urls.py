from django.urls import path

from lac import pep_urls, premium_urls
from lac.views import care, care_views, carried, people, periods, social_work

CARE = "<slug:school>/children/<uuid:pupil>/care/"
PERIOD = f"{CARE}times/<uuid:care_period>/"
PERSON = f"{CARE}people/<uuid:care_person>/"
PLACEMENT = f"{CARE}placements/<uuid:care_placement>/"
WORK = f"{CARE}social-work/<uuid:social_work>/"
REVIEW = f"{CARE}reviews/<uuid:care_review>/"

urlpatterns = [
    *pep_urls.urlpatterns,
    *premium_urls.urlpatterns,
    path("federation/care/", care.federation_care, name="federation_care"),
    path("federation/care/list/", care.federation_care_download, name="federation_care_download"),
    path("<slug:school>/care/", care.care, name="care"),
    path("<slug:school>/care/list/", care.care_download, name="care_download"),
    path(CARE, care.child_care, name="child_care"),
    path(f"{CARE}came/", periods.enter, name="care_enter"),
    path(f"{CARE}before/", periods.previous, name="care_before"),
    path(f"{PERIOD}change/", periods.correct, name="care_correct"),
    path(f"{PERIOD}left/", periods.leave, name="care_leave"),
    path(f"{PERIOD}end/", periods.end, name="care_end"),
    path(f"{PERIOD}remove/", periods.remove, name="care_remove"),
    path(f"{PERIOD}first-pep/", periods.first_pep, name="care_first_pep"),
    path(f"{PERIOD}declared/", periods.declaration, name="care_declared"),
    path(f"{CARE}people/add/", people.person_add, name="care_person_add"),
    path(f"{PERSON}change/", people.person_change, name="care_person_change"),
    path(f"{PERSON}remove/", people.person_remove, name="care_person_remove"),
    path(f"{CARE}placements/add/", people.placement_add, name="care_placement_add"),
    path(f"{PLACEMENT}change/", people.placement_change, name="care_placement_change"),
    path(f"{PLACEMENT}remove/", people.placement_remove, name="care_placement_remove"),
    path(f"{CARE}who-decides/", people.delegations, name="care_delegations"),
    path(f"{CARE}social-work/add/", social_work.social_work_add, name="care_social_work_add"),
    path(f"{WORK}change/", social_work.social_work_change, name="care_social_work_change"),
    path(f"{WORK}remove/", social_work.social_work_remove, name="care_social_work_remove"),
    path(f"{CARE}reviews/add/", social_work.review_add, name="care_review_add"),
    path(f"{REVIEW}change/", social_work.review_change, name="care_review_change"),
    path(f"{REVIEW}remove/", social_work.review_remove, name="care_review_remove"),
    path(f"{CARE}new-record/", carried.new_record, name="care_new_record"),
    path(f"{CARE}apart/", carried.apart, name="care_apart"),
    path(f"{CARE}apart/back/", carried.put_back_page, name="care_put_back"),
    path(f"{CARE}print/", care.care_print, name="care_print"),
    path(f"{CARE}known-to/add/", care_views.view_give, name="care_view_give"),
    path(f"{CARE}known-to/<uuid:care_view>/end/", care_views.view_end, name="care_view_end"),
]

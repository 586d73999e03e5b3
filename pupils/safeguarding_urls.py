"""Addresses of what is handed over to the safeguarding lead."""

from django.urls import path

from pupils.views import safeguarding

_TELL = "<slug:school>/children/<uuid:pupil>/tell/"
_LEAD = "<slug:school>/safeguarding/"
_ONE = f"{_LEAD}<uuid:hand_over>/"

urlpatterns = [
    path(_TELL, safeguarding.tell, name="safeguarding_tell"),
    path(
        f"{_TELL}<slug:text_kind>/<uuid:written>/",
        safeguarding.tell_text,
        name="safeguarding_tell_text",
    ),
    path(_LEAD, safeguarding.hand_over_list, name="hand_overs"),
    path(f"{_LEAD}lead/", safeguarding.lead, name="safeguarding_lead"),
    path(_ONE, safeguarding.hand_over_page, name="hand_over"),
    path(f"{_ONE}seen/", safeguarding.hand_over_seen, name="hand_over_seen"),
    path(f"{_ONE}back/", safeguarding.hand_over_back, name="hand_over_back"),
]

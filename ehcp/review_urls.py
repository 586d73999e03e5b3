"""Addresses of one review: its desk, the people, meeting mode."""

from django.urls import path

from ehcp.views import meeting_mode, review_advice, review_chasing, review_desk, review_people

_REVIEW = "<slug:school>/reviews/<uuid:review>/"
_INVITEE = "<slug:school>/reviews/invited/<uuid:review_invitee>/"

urlpatterns = [
    path(_REVIEW, review_desk.review, name="review"),
    path(f"{_REVIEW}set-up/", review_desk.set_up, name="review_set_up"),
    path(f"{_REVIEW}task/<slug:review_task>/", review_desk.task, name="review_task"),
    path(f"{_REVIEW}invite/", review_people.invite, name="review_invite"),
    path(f"{_REVIEW}letters/", review_people.letters, name="review_letters"),
    path(f"{_REVIEW}spoke/", review_chasing.spoke, name="review_spoke"),
    path(f"{_REVIEW}came/", review_people.came, name="review_came"),
    path(f"{_REVIEW}meeting/", meeting_mode.meeting, name="review_meeting"),
    path(f"{_REVIEW}meeting/draft/", meeting_mode.draft, name="review_meeting_draft"),
    path(f"{_REVIEW}meeting/finish/", meeting_mode.finish, name="review_meeting_finish"),
    path(f"{_INVITEE}answer/", review_people.answer, name="review_answer"),
    path(f"{_INVITEE}told/", review_people.told, name="review_told"),
    path(f"{_INVITEE}received/", review_people.received, name="review_received"),
    path(f"{_INVITEE}again/", review_people.again, name="review_again"),
    path(f"{_INVITEE}remove/", review_people.remove, name="review_remove"),
    path(f"{_INVITEE}advice/", review_advice.write, name="review_advice"),
]

"""Addresses of parents' pages and of the times that parents can book."""

from django.urls import path

from pupils.views import bookings, parent_page, parents

_CHILD = "<slug:school>/children/<uuid:pupil>/"
_PARENTS = f"{_CHILD}parents/"
_PERSON = f"{_PARENTS}<uuid:contact>/"
_ROUNDS = "<slug:school>/parents-meetings/"
_ROUND = f"{_ROUNDS}<uuid:meeting_round>/"
_PAGE = "contribute/page/<str:secret>/"

urlpatterns = [
    path(_PARENTS, parents.child_parents, name="child_parents"),
    path(f"{_PARENTS}news/", parents.parents_news, name="parents_news"),
    path(f"{_PARENTS}papers/<uuid:shared_paper>/end/", parents.paper_end, name="paper_end"),
    path(f"{_PERSON}send/", parents.parent_send, name="parent_send"),
    path(f"{_PERSON}stop/", parents.parent_stop, name="parent_stop"),
    path(f"{_PERSON}told/", parents.parent_told, name="parent_told"),
    path(f"{_PERSON}preview/", parents.parent_preview, name="parent_preview"),
    path(f"{_PERSON}share/", parents.paper_share, name="paper_share"),
    path("<slug:school>/parents-pages/", parents.parents_pages, name="parents_pages"),
    path(_ROUNDS, bookings.rounds, name="rounds"),
    path(f"{_ROUNDS}add/", bookings.round_add, name="round_add"),
    path(_ROUND, bookings.round_page, name="round"),
    path(f"{_ROUND}ask/", bookings.round_ask, name="round_ask"),
    path(f"{_ROUND}close/", bookings.round_close, name="round_close"),
    path(f"{_CHILD}times/<uuid:meeting_round>/", bookings.round_book, name="round_book"),
    path(
        f"{_CHILD}bookings/<uuid:booking>/cancel/", bookings.booking_cancel, name="booking_cancel"
    ),
    path(_PAGE, parent_page.parent_page, name="parent_page"),
    path(f"{_PAGE}code/", parent_page.parent_page_code, name="parent_page_code"),
    path(f"{_PAGE}home/", parent_page.parent_page_home, name="parent_page_home"),
    path(f"{_PAGE}times/", parent_page.parent_page_times, name="parent_page_times"),
    path(f"{_PAGE}paper/", parent_page.parent_page_paper, name="parent_page_paper"),
]

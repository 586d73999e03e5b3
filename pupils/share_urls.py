"""Addresses of papers shared outside: the child's, the school's, and the professional's link."""

from django.urls import path

from pupils.views import papers_link, shares

_CHILD = "<slug:school>/children/<uuid:pupil>/shared/"
_SHARE = f"{_CHILD}<uuid:outside_share>/"
_LINK = "contribute/papers/<str:secret>/"

urlpatterns = [
    path("<slug:school>/shared/", shares.shares, name="shares"),
    path("<slug:school>/shared/stop/", shares.shares_stop, name="shares_stop"),
    path(_CHILD, shares.child_shares, name="child_shares"),
    path(f"{_CHILD}add/", shares.share_add, name="share_add"),
    path(_SHARE, shares.share, name="share"),
    path(f"{_SHARE}again/", shares.share_again, name="share_again"),
    path(f"{_SHARE}stop/", shares.share_stop, name="share_stop"),
    path(
        f"{_SHARE}papers/<uuid:shared_item>/stop/", shares.share_paper_stop, name="share_paper_stop"
    ),
    path(_LINK, papers_link.papers, name="papers"),
    path(f"{_LINK}code/", papers_link.papers_code, name="papers_code"),
    path(f"{_LINK}write/", papers_link.papers_write, name="papers_write"),
    path(f"{_LINK}paper/", papers_link.papers_open, name="papers_open"),
    path(f"{_LINK}copy/", papers_link.papers_copy, name="papers_copy"),
]

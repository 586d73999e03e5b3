"""Addresses of the papers of annual reviews."""

from django.urls import path

from ehcp.views.papers import pages, parts

_PAPER = "<slug:school>/reviews/<uuid:review>/paper/<slug:paper_kind>/"
_PART = "<slug:school>/reviews/parts/<uuid:review_part>/"

urlpatterns = [
    path(_PAPER, pages.paper, name="review_paper"),
    path(f"{_PAPER}start/", pages.start, name="review_paper_start"),
    path(f"{_PAPER}record/", pages.fill, name="review_paper_fill"),
    path(f"{_PAPER}order/", pages.order, name="review_paper_order"),
    path(f"{_PAPER}check/", pages.check, name="review_paper_check"),
    path(f"{_PAPER}send/", pages.send, name="review_paper_send"),
    path(f"{_PAPER}new-version/", pages.reopen, name="review_paper_reopen"),
    path(f"{_PAPER}paper.pdf", pages.pdf, name="review_paper_pdf"),
    path(f"{_PAPER}paper.docx", pages.word, name="review_paper_word"),
    path(_PART, parts.part, name="review_paper_part"),
    path(f"{_PART}keep/", parts.keep, name="review_paper_part_keep"),
    path(f"{_PART}here/", parts.here, name="review_paper_part_here"),
    path(f"{_PART}hand/", parts.hand, name="review_paper_part_hand"),
]

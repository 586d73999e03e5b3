"""Addresses of letters, and of the second look at what leaves the school."""

from django.urls import path

from pupils.views import approvals
from pupils.views.letters import library, lists, sending, translating, writing

_ALL = "<slug:school>/letters/"
_CHILD = "<slug:school>/children/<uuid:pupil>/letters/"
_ONE = f"{_CHILD}<uuid:letter>/"
_APPROVALS = "<slug:school>/approvals/"
_APPROVAL = f"{_APPROVALS}<uuid:approval>/"
_TEMPLATE = f"{_ALL}templates/<slug:letter_code>/"

urlpatterns = [
    path(_ALL, lists.letter_register, name="letters"),
    path(f"{_ALL}write/", lists.letters_choose, name="letters_choose"),
    path(f"{_ALL}write/<slug:letter_code>/", lists.letters_write, name="letters_write"),
    path(f"{_ALL}together/<uuid:letter_batch>/", lists.letter_batch, name="letter_batch"),
    path(
        f"{_ALL}together/<uuid:letter_batch>/pages.pdf",
        lists.letter_batch_pages,
        name="letter_batch_pages",
    ),
    path(f"{_ALL}head/", library.letterhead, name="letterhead"),
    path(f"{_ALL}templates/", library.template_list, name="letter_templates"),
    path(f"{_ALL}templates/add/", library.template_add, name="letter_template_add"),
    path(_TEMPLATE, library.template_change, name="letter_template"),
    path(f"{_TEMPLATE}versions/", library.template_versions, name="letter_template_versions"),
    path(f"{_TEMPLATE}withdraw/", library.template_withdraw, name="letter_template_withdraw"),
    path(_CHILD, writing.child_letters, name="child_letters"),
    path(f"{_CHILD}write/<slug:letter_code>/", writing.letter_begin, name="letter_begin"),
    path(_ONE, sending.letter, name="letter"),
    path(f"{_ONE}words/", writing.letter_words, name="letter_words"),
    path(f"{_ONE}language/", translating.letter_language, name="letter_language"),
    path(f"{_ONE}checked/", translating.letter_checked, name="letter_checked"),
    path(f"{_ONE}drop/", writing.letter_drop, name="letter_drop"),
    path(f"{_ONE}pages.pdf", sending.letter_pdf_now, name="letter_pages"),
    path(f"{_ONE}sent/<uuid:sending>.pdf", sending.letter_as_sent, name="letter_as_sent"),
    path(_APPROVALS, approvals.approval_list, name="approvals"),
    path(f"{_APPROVALS}rules/", approvals.approval_rules, name="approval_rules"),
    path(_APPROVAL, approvals.approval, name="approval"),
    path(f"{_APPROVAL}pages.pdf", approvals.approval_pages, name="approval_pages"),
    path(f"{_APPROVAL}part/", approvals.approval_part, name="approval_part"),
    path(
        "<slug:school>/children/<uuid:pupil>/approve/<slug:share_kind>/<uuid:leaving>/",
        approvals.approval_ask,
        name="approval_ask",
    ),
]

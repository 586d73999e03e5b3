"""Addresses of agreements: who is asked, who answered, and the link of the person who is asked."""

from django.urls import path

from pupils.views import agree_link
from pupils.views.agreements import answers, plans, sending

_CHILD = "<slug:school>/children/<uuid:pupil>/agreements/"
_PLAN = f"{_CHILD}<slug:agreed_kind>/<uuid:agreed_subject>/"
_ASK = f"{_CHILD}asks/<uuid:agreement_ask>/"
_LINK = "contribute/agree/<str:secret>/"

urlpatterns = [
    path(_CHILD, plans.child_agreements, name="child_agreements"),
    path(f"{_CHILD}choose/", plans.agreement_choose, name="agreement_choose"),
    path(_ASK, answers.agreement_ask, name="agreement_ask"),
    path(f"{_ASK}record/", answers.agreement_record, name="agreement_record"),
    path(f"{_ASK}mine/", answers.agreement_mine, name="agreement_mine"),
    path(f"{_ASK}tablet/", answers.agreement_tablet, name="agreement_tablet"),
    path(f"{_ASK}sheet/", sending.agreement_sheet, name="agreement_sheet"),
    path(f"{_ASK}again/", sending.agreement_again, name="agreement_again"),
    path(f"{_ASK}remind/", sending.agreement_remind, name="agreement_remind"),
    path(f"{_ASK}cancel/", sending.agreement_cancel, name="agreement_cancel"),
    path(_PLAN, plans.agreement, name="agreement"),
    path(f"{_PLAN}ask/", plans.agreement_ask_add, name="agreement_ask_add"),
    path(f"{_PLAN}tidied/", plans.agreement_tidied, name="agreement_tidied"),
    path(_LINK, agree_link.agree, name="agree"),
    path(f"{_LINK}code/", agree_link.agree_code, name="agree_code"),
    path(f"{_LINK}answer/", agree_link.agree_answer, name="agree_answer"),
    path(f"{_LINK}draft/", agree_link.agree_draft, name="agree_draft"),
]

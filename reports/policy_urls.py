"""Addresses of the register of policies, and of what is sent round."""

from django.urls import path

from reports.views import circulars, policies

_ALL = "<slug:school>/policies/"
_ONE = f"{_ALL}<uuid:policy>/"
_ROUND = f"{_ALL}sent-round/"
_CIRCULAR = f"{_ROUND}<uuid:circular>/"

urlpatterns = [
    path(_ALL, policies.policies, name="policies"),
    path(f"{_ALL}add/", policies.policy_add, name="policy_add"),
    path(_ONE, policies.policy, name="policy"),
    path(f"{_ONE}change/", policies.policy_change, name="policy_change"),
    path(f"{_ONE}check/", policies.policy_check, name="policy_check"),
    path(f"{_ONE}end/", policies.policy_end, name="policy_end"),
    path(f"{_ROUND}send/", circulars.circular_send, name="circular_send"),
    path(_CIRCULAR, circulars.circular, name="circular"),
    path(f"{_CIRCULAR}readers/", circulars.circular_readers, name="circular_readers"),
    path(f"{_CIRCULAR}send-on/", circulars.circular_send_on, name="circular_send_on"),
    path(f"{_CIRCULAR}close/", circulars.circular_close, name="circular_close"),
]

from django.urls import path

from lac.views import premium, premium_edit

_CHILD = "<slug:school>/children/<uuid:pupil>/premium/"
_REQUEST = "<slug:school>/premium/requests/<uuid:premium_request>/"
_SUM = "<slug:school>/premium/sums/<uuid:premium_funding>/"
_COST = "<slug:school>/premium/costs/<uuid:premium_cost>/"

urlpatterns = [
    path("federation/premium/", premium.federation_premium, name="federation_premium"),
    path("<slug:school>/premium/", premium.premium, name="premium"),
    path("<slug:school>/premium/return/", premium.premium_return, name="premium_return"),
    path("<slug:school>/premium/rate/", premium.premium_rate, name="premium_rate"),
    path(_CHILD, premium.child_premium, name="child_premium"),
    path(f"{_CHILD}print/", premium.child_premium_print, name="child_premium_print"),
    path(f"{_CHILD}sum/", premium_edit.funding_add, name="premium_funding_add"),
    path(f"{_CHILD}request/", premium_edit.request_add, name="premium_request_add"),
    path(f"{_SUM}change/", premium_edit.funding_change, name="premium_funding_change"),
    path(f"{_SUM}remove/", premium_edit.funding_remove, name="premium_funding_remove"),
    path(f"{_REQUEST}change/", premium_edit.request_change, name="premium_request_change"),
    path(f"{_REQUEST}step/", premium_edit.request_step, name="premium_request_step"),
    path(f"{_REQUEST}impact/", premium_edit.request_impact, name="premium_request_impact"),
    path(f"{_REQUEST}cost/", premium_edit.cost_add, name="premium_cost_add"),
    path(f"{_COST}change/", premium_edit.cost_change, name="premium_cost_change"),
    path(f"{_COST}remove/", premium_edit.cost_remove, name="premium_cost_remove"),
]

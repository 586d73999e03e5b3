"""Addresses of what the council asks for: graduated map, INDES, element 3, self-evaluation."""

from django.urls import path

from provision.views import (
    child_graduated,
    council_papers,
    element_3,
    evaluations,
    federation_map,
    graduated,
    indes,
)

_MAP = "<slug:school>/provision/graduated/"
_IPSEF = "<slug:school>/provision/self-evaluation/"
_ONE = f"{_IPSEF}<uuid:evaluation>/"
_LINE = f"{_ONE}<uuid:statement>/"
_CHILD = "<slug:school>/children/<uuid:pupil>/indes/"
_KEPT = f"{_MAP}versions/<uuid:kept_map>/"

urlpatterns = [
    path("federation/provision/", federation_map.federation_provision, name="federation_provision"),
    path(
        "federation/provision/sheet/",
        federation_map.federation_provision_sheet,
        name="federation_provision_sheet",
    ),
    path(_MAP, graduated.whole, name="graduated_map"),
    path(f"{_MAP}sheet/", graduated.sheet, name="graduated_sheet"),
    path(f"{_MAP}print/", graduated.print_it, name="graduated_print"),
    path(f"{_MAP}keep/", graduated.keep, name="graduated_keep"),
    path(f"{_MAP}lines/add/", graduated.line_add, name="map_line_add"),
    path(f"{_MAP}lines/<slug:map_line>/", graduated.line_change, name="map_line"),
    path(_KEPT, graduated.kept, name="kept_map"),
    path(f"{_KEPT}moderations/add/", graduated.moderation_add, name="moderation_add"),
    path(
        f"{_KEPT}moderations/<uuid:moderation>/",
        graduated.moderation_change,
        name="moderation_change",
    ),
    path("<slug:school>/provision/element-3/", element_3.element_3, name="element_3"),
    path("federation/element-3/", element_3.element_3_of_all, name="federation_element_3"),
    path(
        "<slug:school>/provision/element-3/letters/add/",
        element_3.letter_add,
        name="funding_letter_add",
    ),
    path(
        "<slug:school>/provision/element-3/letters/<uuid:funding_letter>/",
        element_3.letter_change,
        name="funding_letter_change",
    ),
    path(_IPSEF, evaluations.evaluations, name="evaluations"),
    path(f"{_IPSEF}begin/", evaluations.begin, name="evaluation_begin"),
    path(_ONE, evaluations.evaluation, name="evaluation"),
    path(f"{_ONE}finish/", evaluations.finish, name="evaluation_finish"),
    path(f"{_ONE}print/", evaluations.print_it, name="evaluation_print"),
    path(_LINE, evaluations.statement, name="evaluation_statement"),
    path(f"{_LINE}actions/add/", evaluations.action_add, name="evaluation_action_add"),
    path(
        f"{_LINE}actions/<uuid:evaluation_action>/",
        evaluations.action_change,
        name="evaluation_action",
    ),
    path("<slug:school>/indes/", indes.school, name="indes"),
    path(
        "<slug:school>/children/<uuid:pupil>/graduated/",
        child_graduated.child_map,
        name="child_graduated",
    ),
    path(
        "<slug:school>/children/<uuid:pupil>/graduated/print/",
        child_graduated.child_map_print,
        name="child_graduated_print",
    ),
    path(_CHILD, indes.child, name="child_indes"),
    path(f"{_CHILD}add/", indes.add, name="indes_add"),
    path(f"{_CHILD}<uuid:indes_record>/", indes.change, name="indes_change"),
    path(f"{_CHILD}<uuid:indes_record>/answer/", indes.answer, name="indes_answer"),
    path(f"{_CHILD}<uuid:indes_record>/take-back/", indes.take_back, name="indes_take_back"),
    path(f"{_CHILD}<uuid:indes_record>/put-back/", indes.put_back, name="indes_put_back"),
    path(
        "<slug:school>/provision/papers/<uuid:council_paper>/",
        council_papers.council_paper,
        name="council_paper",
    ),
]

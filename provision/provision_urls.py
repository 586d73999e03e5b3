"""Addresses of the catalogue, of provision, its sessions, and of what is owed."""

from django.urls import path

from provision.views import (
    catalogue,
    costs,
    impact,
    measures,
    owed,
    pasting,
    promises,
    provision_map,
    provisions,
    quality,
    rates,
    sessions,
    tick_sheets,
    top_up,
)

_CHILD = "<slug:school>/children/<uuid:pupil>/"
_ITEM = "<slug:school>/interventions/<uuid:intervention>/"
_TEST = "<slug:school>/provision/tests/<uuid:school_test>/"
_ONE = "<slug:school>/provision/<uuid:provision>/"

urlpatterns = [
    path("<slug:school>/interventions/", catalogue.interventions, name="interventions"),
    path("<slug:school>/interventions/add/", catalogue.intervention_add, name="intervention_add"),
    path(
        "<slug:school>/interventions/start/",
        catalogue.starting_catalogue,
        name="starting_catalogue",
    ),
    path(
        "<slug:school>/interventions/known/",
        catalogue.intervention_known,
        name="intervention_known",
    ),
    path(_ITEM, catalogue.intervention, name="intervention"),
    path(f"{_ITEM}change/", catalogue.intervention_change, name="intervention_change"),
    path(f"{_ITEM}own/", catalogue.intervention_own, name="intervention_own"),
    path(f"{_ITEM}retire/", catalogue.intervention_retire, name="intervention_retire"),
    path("<slug:school>/provision/", provisions.provisions, name="provisions"),
    path("<slug:school>/provision/add/", provisions.provision_add, name="provision_add"),
    path("<slug:school>/provision/paste/", pasting.provision_paste, name="provision_paste"),
    path("<slug:school>/provision/paste/<uuid:paste>/undo/", pasting.paste_undo, name="paste_undo"),
    path("<slug:school>/provision/begin/", provisions.drafts_begin, name="drafts_begin"),
    path("<slug:school>/provision/map/", provision_map.whole_map, name="provision_map"),
    path("<slug:school>/provision/map/sheet/", provision_map.map_sheet, name="map_sheet"),
    path("<slug:school>/provision/map/print/", provision_map.map_print, name="map_print"),
    path("<slug:school>/provision/costs/", costs.provision_costs, name="costs"),
    path("<slug:school>/provision/costs/sheet/", costs.costs_sheet, name="costs_sheet"),
    path("federation/costs/", costs.federation_costs, name="federation_costs"),
    path("federation/costs/now/", costs.federation_costs_now, name="federation_costs_now"),
    path("federation/costs/sheet/", costs.federation_costs_sheet, name="federation_costs_sheet"),
    path("<slug:school>/provision/costs/rates/", rates.rates, name="rates"),
    path("<slug:school>/provision/costs/rates/add/", rates.rate_card_add, name="rate_card_add"),
    path(
        "<slug:school>/provision/costs/rates/<uuid:rate_card>/",
        rates.rate_card_change,
        name="rate_card_change",
    ),
    path("<slug:school>/provision/owed/", owed.owed_list, name="owed"),
    path("<slug:school>/provision/owed/times/", owed.spare_times, name="spare_times"),
    path(
        "<slug:school>/provision/owed/<uuid:make_up>/cancel/",
        owed.make_up_cancel,
        name="make_up_cancel",
    ),
    path(f"{_ONE}make-up/", owed.make_up_plan, name="make_up_plan"),
    path(f"{_CHILD}provision/release/", owed.delivery_release, name="delivery_release"),
    path(
        f"{_CHILD}provision/release/take-back/",
        owed.delivery_take_back,
        name="delivery_take_back",
    ),
    path("<slug:school>/quality/", quality.quality, name="quality"),
    path("<slug:school>/quality/draw/", quality.quality_draw, name="quality_draw"),
    path(f"{_CHILD}quality/<uuid:sampled_paper>/", quality.quality_look, name="quality_look"),
    path(
        f"{_CHILD}quality/<uuid:sampled_paper>/leave-out/",
        quality.quality_leave_out,
        name="quality_leave_out",
    ),
    path(
        f"{_CHILD}quality/<uuid:sampled_paper>/close/",
        quality.quality_close,
        name="quality_close",
    ),
    path("<slug:school>/sessions/", sessions.sessions, name="sessions"),
    path("<slug:school>/sessions/week/", tick_sheets.week_log, name="week_log"),
    path("<slug:school>/sessions/week/print/", tick_sheets.week_print, name="week_print"),
    path("<slug:school>/sessions/<uuid:given>/", sessions.session_one, name="session_log"),
    path("<slug:school>/provision/impact/", impact.impact, name="impact"),
    path(
        "<slug:school>/provision/impact/children/", impact.impact_children, name="impact_children"
    ),
    path("federation/impact/", impact.federation_impact, name="federation_impact"),
    path("<slug:school>/provision/tests/", measures.measure_tests, name="measure_tests"),
    path("<slug:school>/provision/tests/add/", measures.measure_test_add, name="measure_test_add"),
    path(f"{_TEST}change/", measures.measure_test_change, name="measure_test_change"),
    path(f"{_TEST}retire/", measures.measure_test_retire, name="measure_test_retire"),
    path(f"{_ONE}measures/", measures.measures, name="measures"),
    path(_ONE, provisions.provision, name="provision"),
    path(f"{_ONE}change/", provisions.provision_change, name="provision_change"),
    path(f"{_ONE}begin/", provisions.provision_begin, name="provision_begin"),
    path(f"{_ONE}delete/", provisions.provision_delete, name="provision_delete"),
    path(f"{_ONE}end/", provisions.provision_end, name="provision_end"),
    path(f"{_ONE}resume/", provisions.provision_resume, name="provision_resume"),
    path(f"{_ONE}places/<uuid:place>/", provisions.place_change, name="place_change"),
    path(f"{_CHILD}costs/", top_up.child_costs, name="child_costs"),
    path(f"{_CHILD}costs/print/", top_up.top_up_print, name="top_up_print"),
    path(f"{_CHILD}costs/word/", top_up.top_up_word_file, name="top_up_word"),
    path(f"{_CHILD}provision/", promises.child_provision, name="child_provision"),
    path(f"{_CHILD}promises/add/", promises.promise_add, name="promise_add"),
    path(f"{_CHILD}promises/<uuid:promise>/", promises.promise_change, name="promise_change"),
    path(f"{_CHILD}promises/<uuid:promise>/end/", promises.promise_end, name="promise_end"),
]

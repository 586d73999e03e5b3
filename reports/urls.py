from django.urls import path

from aylsham.access.permissions import Permission
from reports import (
    access_urls,
    api_urls,
    brief_urls,
    bundle_urls,
    case_study_urls,
    compared_urls,
    funding_urls,
    objective_urls,
    policy_urls,
    publication_urls,
    strategy_urls,
    subject_urls,
    survey_urls,
)
from reports.views import (
    asks,
    census,
    child,
    coaching,
    delivered,
    due,
    due_export,
    duties,
    exports,
    fairness,
    feed,
    field_counts,
    governor,
    handover,
    home,
    inspection,
    lists,
    saved_lists,
    search,
    team,
    training_plan,
    week_feed,
)

_CHILD = "<slug:school>/children/<uuid:pupil>/"
_LIST = "<slug:school>/lists/<uuid:saved_list>/"

#: Pages of one report: end of the address, permission, page.
_REPORT = (
    ("", Permission.READ_REPORTS, governor.report),
    ("pdf", Permission.READ_REPORTS, governor.pdf),
    ("word", Permission.READ_REPORTS, governor.word),
    ("html", Permission.READ_REPORTS, governor.html),
    ("words", Permission.PREPARE_REPORTS, governor.words),
    ("again", Permission.PREPARE_REPORTS, governor.again),
    ("publish", Permission.PUBLISH_REPORTS, governor.publish),
    ("withdraw", Permission.PUBLISH_REPORTS, governor.withdraw),
    ("discard", Permission.PREPARE_REPORTS, governor.discard),
)


def _pages_of_reports():
    """Each page for a school's report, and for a federation's, whose id is no row of a school."""
    yield path("federation/reports/", governor.federation_reports, name="federation_reports")
    yield path("<slug:school>/reports/", governor.reports, name="reports")
    for part, permission, page in _REPORT:
        end, name = (f"{part}/", f"report_{part}") if part else ("", "report")
        whole = governor.of_federation(permission, page)
        one = governor.of_school(permission, page)
        yield path(f"federation/reports/report/{end}", whole, name=f"federation_{name}")
        yield path(f"<slug:school>/reports/<uuid:report>/{end}", one, name=name)


urlpatterns = [
    *survey_urls.public_urlpatterns,
    path("calendar/<str:secret>.ics", feed.calendar_feed, name="calendar_feed"),
    path(
        "<slug:school>/training/plan/print/",
        training_plan.training_plan_print,
        name="training_plan_print",
    ),
    path("calendar/<str:secret>/week.ics", week_feed.week_feed, name="week_feed"),
    # All schools first: "federation" is no school's name.
    path("federation/", home.federation_home, name="federation_home"),
    *compared_urls.urlpatterns,
    path("federation/due/", due.federation_due, name="federation_due"),
    path("federation/due/export/", due_export.federation_due_export, name="federation_due_export"),
    path("federation/children/", lists.federation_children, name="federation_children"),
    path("federation/register/", lists.federation_register, name="federation_register"),
    path(
        "federation/children/export/",
        exports.federation_children,
        name="federation_children_export",
    ),
    path(
        "federation/register/export/",
        exports.federation_register,
        name="federation_register_export",
    ),
    path("federation/fields/totals/", field_counts.counts, name="field_counts"),
    path("federation/search/", search.federation_search, name="federation_search"),
    path("federation/register/census/", census.federation, name="federation_census"),
    path("<slug:school>/", home.school_home, name="school_home"),
    path("<slug:school>/my-class/", home.own_class, name="my_class"),
    path("<slug:school>/due/", due.due, name="due"),
    path("<slug:school>/due/export/", due_export.due_export, name="due_export"),
    path("<slug:school>/asks/", asks.my_asks, name="my_asks"),
    path("<slug:school>/asks/everybody/", asks.owed_by_whom, name="who_owes"),
    path("<slug:school>/handover-pack/", handover.pack, name="handover_pack"),
    path("<slug:school>/handover-pack/note/", handover.note, name="handover_note"),
    path("<slug:school>/handover-pack/print/", handover.pack_print, name="handover_print"),
    path(
        "<slug:school>/handover-pack/papers/<uuid:handover_paper>/",
        handover.paper,
        name="handover_paper",
    ),
    path("<slug:school>/teaching/figures/", coaching.coaching_figures, name="coaching_figures"),
    path("<slug:school>/who-holds-what/team/", team.team, name="team_load"),
    path("<slug:school>/who-holds-what/team/<uuid:colleague>/", team.in_hand_of, name="in_hand"),
    path("<slug:school>/inspection/", inspection.inspection, name="inspection"),
    path("<slug:school>/inspection/print/", inspection.inspection_print, name="inspection_print"),
    path("<slug:school>/duties/", duties.duties, name="duties"),
    path("<slug:school>/duties/<slug:duty>/record/", duties.duty_record, name="duty_record"),
    path(
        "<slug:school>/duties/records/<uuid:duty_record>/", duties.duty_change, name="duty_change"
    ),
    path(
        "<slug:school>/duties/records/<uuid:duty_record>/remove/",
        duties.duty_remove,
        name="duty_remove",
    ),
    path("<slug:school>/children/", lists.children, name="children"),
    path(_CHILD, child.child, name="child"),
    path(f"{_CHILD}timeline/", child.child_timeline, name="child_timeline"),
    path(f"{_CHILD}timeline/print/", child.child_timeline_print, name="child_timeline_print"),
    path("<slug:school>/register/", lists.register, name="register"),
    path("<slug:school>/children/export/", exports.children, name="children_export"),
    path("<slug:school>/register/export/", exports.register, name="register_export"),
    path("<slug:school>/provision/impact/trends/", fairness.trends, name="trends"),
    path("<slug:school>/provision/impact/equity/", fairness.equity_view, name="equity"),
    path("<slug:school>/register/census/", census.census, name="census_check"),
    path("federation/lists/", saved_lists.federation_lists, name="federation_saved_lists"),
    path("federation/lists/save/", saved_lists.federation_save, name="federation_save_list"),
    path("federation/lists/list/", saved_lists.federation_open, name="federation_list"),
    path(
        "federation/lists/list/change/",
        saved_lists.federation_change,
        name="federation_list_change",
    ),
    path(
        "federation/lists/list/delete/",
        saved_lists.federation_delete,
        name="federation_list_delete",
    ),
    path("<slug:school>/lists/", saved_lists.lists, name="saved_lists"),
    path("<slug:school>/lists/save/", saved_lists.save, name="save_list"),
    path(_LIST, saved_lists.open_list, name="saved_list"),
    path(f"{_LIST}change/", saved_lists.change, name="saved_list_change"),
    path(f"{_LIST}delete/", saved_lists.delete, name="saved_list_delete"),
    path(
        "<slug:school>/delivered/governors/",
        delivered.delivered_governors,
        name="delivered_governors",
    ),
    path("<slug:school>/search/", search.search, name="search"),
    *_pages_of_reports(),
    *bundle_urls.urlpatterns,
    *case_study_urls.urlpatterns,
    *api_urls.urlpatterns,
    *access_urls.urlpatterns,
    *strategy_urls.urlpatterns,
    *funding_urls.urlpatterns,
    *objective_urls.urlpatterns,
    *policy_urls.urlpatterns,
    *brief_urls.urlpatterns,
    *survey_urls.urlpatterns,
    *subject_urls.urlpatterns,
    *publication_urls.urlpatterns,
]

from django.urls import include, path

from staff import duty_urls, urls_away, urls_board, urls_times, urls_week
from staff.views import contracts, pairings, people, school_days, senco

_ONE = "<slug:school>/staff/<uuid:staff_member>/"
_DAY = "<slug:school>/school-day/"

urlpatterns = [
    path("<slug:school>/duties/senco/add/", senco.senco_add, name="senco_add"),
    path("<slug:school>/duties/senco/<uuid:senco>/", senco.senco_change, name="senco_change"),
    path("", include("staff.training_urls")),
    path("<slug:school>/staff/", people.staff, name="staff"),
    path("<slug:school>/staff/export/", people.staff_export, name="staff_export"),
    path("<slug:school>/staff/mine/", people.my_contract, name="my_contract"),
    path("<slug:school>/staff/add/", people.staff_add, name="staff_add"),
    path(_ONE, people.staff_member, name="staff_member"),
    path(f"{_ONE}change/", people.staff_change, name="staff_change"),
    path(f"{_ONE}leave/", people.staff_leave, name="staff_leave"),
    path(f"{_ONE}contracts/add/", contracts.contract_add, name="contract_add"),
    path(f"{_ONE}contracts/<uuid:contract>/", contracts.contract_change, name="contract_change"),
    path(f"{_ONE}contracts/<uuid:contract>/tasks/add/", contracts.task_add, name="task_add"),
    path(f"{_ONE}tasks/<uuid:directed_task>/remove/", contracts.task_remove, name="task_remove"),
    path(f"{_ONE}pairings/add/", pairings.pairing_add, name="pairing_add"),
    path(f"{_ONE}pairings/<uuid:pairing>/", pairings.pairing_change, name="pairing_change"),
    path(f"{_ONE}pairings/<uuid:pairing>/remove/", pairings.pairing_remove, name="pairing_remove"),
    path(_DAY, school_days.school_day, name="school_day"),
    path(f"{_DAY}start/", school_days.school_day_start, name="school_day_start"),
    path(f"{_DAY}bells/add/", school_days.bells_add, name="bells_add"),
    path(f"{_DAY}bells/<uuid:staff_day>/", school_days.bells_change, name="bells_change"),
    path(f"{_DAY}bells/<uuid:staff_day>/remove/", school_days.bells_remove, name="bells_remove"),
    path(f"{_DAY}rooms/add/", school_days.room_add, name="staff_room_add"),
    path(f"{_DAY}rooms/<uuid:staff_room>/", school_days.room_change, name="staff_room_change"),
    path(f"{_DAY}rooms/<uuid:staff_room>/remove/", school_days.room_remove, name="room_remove"),
    path(f"{_DAY}lessons/add/", school_days.lesson_add, name="lesson_add"),
    path(
        f"{_DAY}lessons/<uuid:protected_lesson>/remove/",
        school_days.lesson_remove,
        name="lesson_remove",
    ),
    *duty_urls.urlpatterns,
    *urls_times.urlpatterns,
    *urls_away.urlpatterns,
]
urlpatterns += urls_board.urlpatterns
urlpatterns += urls_week.urlpatterns

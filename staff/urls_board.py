"""The board of a plan of the week, plans side by side, and what a draft takes for granted."""

from django.urls import path

from staff.views import board, board_drag, board_room, week_compare, week_what_if

_WEEK = "<slug:school>/week/"
_PLAN = f"{_WEEK}<uuid:week_plan>/"
_BOARD = f"{_PLAN}board/"
_SESSION = f"{_BOARD}<uuid:plan_session>/"
_DEMAND = f"{_BOARD}place/<uuid:plan_demand>/"
_WHAT_IF = f"{_PLAN}what-if/"

urlpatterns = [
    path(_BOARD, board.week_board, name="week_board"),
    path(f"{_BOARD}undo/", board.board_undo, name="board_undo"),
    path(_SESSION, board.board_session, name="board_session"),
    path(f"{_SESSION}out/", board.board_out, name="board_out"),
    path(f"{_SESSION}lock/", board.board_lock, name="board_lock"),
    path(f"{_SESSION}room/", board_room.board_room, name="board_room"),
    path(f"{_SESSION}swap/", board.board_swap, name="board_swap"),
    path(f"{_SESSION}places/", board_drag.session_places, name="session_places"),
    path(_DEMAND, board.board_demand, name="board_demand"),
    path(f"{_DEMAND}places/", board_drag.demand_places, name="demand_places"),
    path(f"{_WEEK}compare/", week_compare.week_compare, name="week_compare"),
    path(f"{_WEEK}compare/export/", week_compare.week_compare_export, name="week_compare_export"),
    path(_WHAT_IF, week_what_if.week_what_if, name="week_what_if"),
    path(f"{_WHAT_IF}<slug:change_kind>/", week_what_if.what_if_add, name="what_if_add"),
    path(f"{_WHAT_IF}remove/<uuid:what_if>/", week_what_if.what_if_remove, name="what_if_remove"),
]

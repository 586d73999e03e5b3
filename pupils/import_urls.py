"""Addresses of importing."""

from django.urls import path

from pupils.views import differences, importing

_IMPORT = "<slug:school>/import/<uuid:file_import>/"

urlpatterns = [
    path("<slug:school>/import/", importing.imports, name="imports"),
    path(_IMPORT, importing.import_page, name="import"),
    path(f"{_IMPORT}columns/", importing.import_columns, name="import_columns"),
    path(f"{_IMPORT}cell/", importing.import_cell, name="import_cell"),
    path(f"{_IMPORT}row/", importing.import_row, name="import_row"),
    path(f"{_IMPORT}decision/", importing.import_decision, name="import_decision"),
    path(f"{_IMPORT}write/", importing.import_write, name="import_write"),
    path(f"{_IMPORT}discard/", importing.import_discard, name="import_discard"),
    path(f"{_IMPORT}undo/", importing.import_undo, name="import_undo"),
    path("<slug:school>/differences/", differences.differences, name="differences"),
    path(
        "<slug:school>/differences/<uuid:difference>/",
        differences.settle,
        name="difference_settle",
    ),
    path("<slug:school>/differences/sheet.xlsx", differences.sheet_xlsx, name="change_sheet_xlsx"),
    path("<slug:school>/differences/sheet.csv", differences.sheet_csv, name="change_sheet_csv"),
]

from django.urls import path

from lac.views import year_reports as views

REPORTS = "<slug:school>/care/reports/"
REPORT = f"{REPORTS}<uuid:year_report>/"
#: As governors find it; they open nothing else of care.
PUBLISHED = "<slug:school>/reports/children-in-care/<uuid:year_report>/"

urlpatterns = [
    path(REPORTS, views.year_reports, name="year_reports"),
    path(f"{REPORTS}start/", views.year_report_start, name="year_report_start"),
    path(REPORT, views.year_report, name="year_report"),
    path(f"{REPORT}words/", views.year_report_words, name="year_report_words"),
    path(f"{REPORT}answer/", views.year_report_answer, name="year_report_answer"),
    path(f"{REPORT}step/", views.year_report_step, name="year_report_step"),
    path(f"{REPORT}publish/", views.year_report_publish, name="year_report_publish"),
    path(f"{REPORT}back/", views.year_report_back, name="year_report_back"),
    path(f"{REPORT}withdraw/", views.year_report_withdraw, name="year_report_withdraw"),
    path(f"{REPORT}print/", views.year_report_print, name="year_report_print"),
    path(f"{REPORT}word/", views.year_report_word, name="year_report_word"),
    path(f"{REPORT}pdf/", views.year_report_pdf, name="year_report_pdf"),
    path(PUBLISHED, views.published_report, name="published_report"),
    path(f"{PUBLISHED}word/", views.published_report_word, name="published_report_word"),
    path(f"{PUBLISHED}pdf/", views.published_report_pdf, name="published_report_pdf"),
]

from django.conf import settings
from django.urls import include, path

from aylsham import health
from aylsham.routing import by_steps
from aylsham.views import components, home, shared_screen

# Every floor writes its addresses in full: /<school>/… and /federation/….
in_order = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("", home.home, name="home"),
    path("class-can-see/", shared_screen.class_can_see, name="class_can_see"),
    path("components/", components.components, name="components"),
    path("components/confirmation/", components.confirmation, name="components_confirmation"),
    path("accounts/", include("allauth.urls")),
    path("", include("aylsham.jobs.urls")),
    path("", include("aylsham.mail.urls")),
    path("", include("aylsham.reminders.urls")),
    path("", include("aylsham.timescales.urls")),
    path("", include("aylsham.signin.urls")),
    path("", include("aylsham.people.urls")),
    path("", include("aylsham.terms.urls")),
    path("", include("aylsham.exits.urls")),
    path("", include("reports.urls")),
    path("", include("pupils.urls")),
    path("", include("provision.urls")),
    path("", include("staff.urls")),
    path("", include("ehcp.urls")),
    path("", include("lac.urls")),
    path("", include("lac.watch_urls")),
    path("", include("lac.report_urls")),
]
if not settings.PRODUCTION:
    in_order.insert(0, path("", include("demo.urls")))
urlpatterns = by_steps(in_order)

handler400 = "aylsham.views.errors.bad_request"
handler403 = "aylsham.views.errors.forbidden"
handler404 = "aylsham.views.errors.not_found"
handler500 = "aylsham.views.errors.server_error"

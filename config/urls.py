"""Where every page lives. Apps own their own addresses."""

from django.conf import settings
from django.urls import include, path

from config import health

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("account/", include("governance.people.urls")),
    path("", include("governance.urls")),
    path("", include("roadmap.urls")),
    path("", include("scrutiny.urls")),
]
if "demo" in settings.INSTALLED_APPS:
    urlpatterns.append(path("demo/", include("demo.urls")))

handler400 = "governance.pages.views.bad_request"
handler403 = "governance.pages.views.forbidden"
handler404 = "governance.pages.views.not_found"
handler500 = "config.outage.server_error"

"""Index of the features' addresses. Nothing else belongs here."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("scrutiny.hub.urls")),
    path("", include("scrutiny.recommendations.urls")),
    path("", include("scrutiny.monitoring.urls")),
    path("", include("scrutiny.reviews.urls")),
    path("", include("scrutiny.cycles.urls")),
    path("", include("scrutiny.call_ins.urls")),
]

"""Index of the features' addresses. Nothing else belongs here."""

from django.urls import include, path

urlpatterns = [
    path("", include("roadmap.partnerships.urls")),
    path("", include("roadmap.strategies.urls")),
    path("", include("roadmap.dashboards.urls")),
    path("", include("roadmap.systems.urls")),
    path("", include("roadmap.contracts.urls")),
    path("", include("roadmap.timelines.urls")),
    path("", include("roadmap.changes.urls")),
    path("", include("roadmap.bulk.urls")),
    path("", include("roadmap.exchange.urls")),
    path("", include("roadmap.saved_views.urls")),
    path("", include("roadmap.items.urls")),
    path("", include("roadmap.transactions.urls")),
    path("", include("roadmap.volumes.urls")),
    path("", include("roadmap.funding.urls")),
    path("", include("roadmap.business_cases.urls")),
]

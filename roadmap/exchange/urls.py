from django.urls import path

from roadmap.exchange import views

app_name = "exchange"

urlpatterns = [
    path("partnerships/<slug:slug>/roadmap/import/", views.choose, name="choose"),
    path("partnerships/<slug:slug>/roadmap/import/preview/", views.preview, name="preview"),
    path("partnerships/<slug:slug>/roadmap/export/<slug:form>/", views.export, name="export"),
]

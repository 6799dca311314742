from django.urls import path

from roadmap.changes import views

app_name = "changes"

urlpatterns = [path("partnerships/<slug:slug>/roadmap/changes/", views.changes, name="changes")]

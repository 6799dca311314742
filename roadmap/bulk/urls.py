from django.urls import path

from roadmap.bulk import views

app_name = "bulk"

urlpatterns = [
    path("partnerships/<slug:slug>/roadmap/several/", views.several, name="several"),
    path("partnerships/<slug:slug>/roadmap/several/<int:number>/", views.done, name="done"),
    path("partnerships/<slug:slug>/roadmap/undo/<int:number>/", views.undo, name="undo"),
]

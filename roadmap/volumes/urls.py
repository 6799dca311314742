from django.urls import path

from roadmap.volumes import views

app_name = "volumes"

IN = "partnerships/<slug:slug>/transactions/volumes"
urlpatterns = [
    path(f"{IN}/", views.choose, name="choose"),
    path(f"{IN}/preview/", views.preview, name="preview"),
]

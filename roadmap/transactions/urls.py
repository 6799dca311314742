from django.urls import path

from roadmap.transactions import service_views, views

app_name = "transactions"

IN = "partnerships/<slug:slug>/transactions"
CELL = f"{IN}/<int:pk>/<slug:council>"
urlpatterns = [
    path(f"{IN}/", views.matrix, name="matrix"),
    path(f"{IN}/new/", service_views.new, name="new"),
    path(f"{IN}/age/", service_views.recheck, name="recheck"),
    path(f"{IN}/<int:pk>/", service_views.edit, name="service"),
    path(f"{CELL}/", views.edit, name="edit"),
    path(f"{CELL}/verify/", views.verify, name="verify"),
]

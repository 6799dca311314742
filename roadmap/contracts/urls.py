from django.urls import path

from roadmap.contracts import part_views, transparency_views, views

app_name = "contracts"

IN = "partnerships/<slug:slug>/systems"
ONE = f"{IN}/contracts/<int:pk>"
urlpatterns = [
    path(f"{IN}/contracts-over-5000.csv", transparency_views.export, name="transparency"),
    path(f"{IN}/<int:pk>/contracts/new/", views.new, name="new"),
    path(f"{ONE}/", views.detail, name="detail"),
    path(f"{ONE}/edit/", views.edit, name="edit"),
    path(f"{ONE}/decide/", views.decide, name="decide"),
    path(f"{ONE}/extensions/", part_views.extensions, name="extensions"),
    path(f"{ONE}/extensions/<int:row>/", part_views.extension, name="extension"),
    path(f"{ONE}/licences/", part_views.licences, name="licences"),
    path(f"{ONE}/licences/<int:row>/", part_views.licence, name="licence"),
]

from django.urls import path

from roadmap.systems import edit_views, views

app_name = "systems"

IN = "partnerships/<slug:slug>/systems"
urlpatterns = [
    path(f"{IN}/", views.register, name="register"),
    path(f"{IN}/new/", edit_views.new, name="new"),
    path(f"{IN}/functions/", edit_views.functions, name="functions"),
    path(f"{IN}/functions/<int:pk>/", edit_views.function, name="function"),
    path(f"{IN}/<int:pk>/", views.detail, name="detail"),
    path(f"{IN}/<int:pk>/edit/", edit_views.edit, name="edit"),
    path(f"{IN}/<int:pk>/uses/", edit_views.uses, name="uses"),
]

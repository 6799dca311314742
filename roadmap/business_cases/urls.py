from django.urls import path

from roadmap.business_cases import edit_views, views

app_name = "business_cases"
ALL = "partnerships/<slug:partnership>/business-cases/"

urlpatterns = [
    path(ALL, views.index, name="index"),
    path(f"{ALL}new/", edit_views.new, name="new"),
    path(f"{ALL}<int:pk>/", views.detail, name="detail"),
    path(f"{ALL}<int:pk>/edit/", edit_views.edit, name="edit"),
    path(f"{ALL}<int:pk>/stage/", edit_views.stage, name="stage"),
    path(f"{ALL}<int:pk>/options/", edit_views.options, name="options"),
    path(f"{ALL}<int:which>/options/<int:pk>/", edit_views.option, name="option"),
]

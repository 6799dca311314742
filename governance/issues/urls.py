from django.urls import path

from governance.issues import edit_views, views

app_name = "issues"

urlpatterns = [
    path("issues/", views.index, name="index"),
    path("issues/add/", edit_views.add, name="add"),
    path("issues/<slug:slug>/", views.detail, name="detail"),
    path("issues/<slug:slug>.json", views.data, name="data"),
    path("issues/<slug:slug>/edit/", edit_views.edit, name="edit"),
    path("issues/<slug:slug>/consider/", edit_views.consider, name="consider"),
    path(
        "issues/<slug:slug>/considered/<int:pk>/",
        edit_views.change_consideration,
        name="change_consideration",
    ),
    path(
        "issues/<slug:slug>/considered/<int:pk>/remove/",
        edit_views.remove_consideration,
        name="remove_consideration",
    ),
]

from django.urls import path

from governance.bodies import part_views, views

app_name = "bodies"
BODY = "bodies/<slug:council>/<slug:slug>/"

urlpatterns = [
    path("bodies/", views.index, name="index"),
    path("bodies/new/", views.new, name="new"),
    path(BODY, views.detail, name="detail"),
    path(f"{BODY}edit/", views.edit, name="edit"),
    path(f"{BODY}members/", part_views.members, name="members"),
    path(f"{BODY}members/<int:pk>/", part_views.member, name="member"),
    path(f"{BODY}councils/", part_views.councils, name="councils"),
    path(f"{BODY}councils/<int:pk>/", part_views.seats, name="seats"),
]

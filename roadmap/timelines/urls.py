from django.urls import path

from roadmap.timelines import board_views, views

app_name = "timelines"

urlpatterns = [
    path("partnerships/<slug:slug>/roadmap/timeline/", views.timeline, name="timeline"),
    path("partnerships/<slug:slug>/roadmap/themes/", board_views.board, name="board"),
]

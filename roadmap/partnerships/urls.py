from django.urls import path

from roadmap.partnerships import views

app_name = "partnerships"

urlpatterns = [
    path("partnerships/", views.index, name="index"),
    path("partnerships/<slug:slug>/", views.hub, name="hub"),
    path("roadmap/", views.lead_to, {"name": "items:table"}, name="roadmap"),
    path("systems/", views.lead_to, {"name": "systems:register"}, name="systems"),
]

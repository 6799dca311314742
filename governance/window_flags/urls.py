from django.urls import path

from governance.window_flags import views

app_name = "window_flags"

urlpatterns = [
    path("needs-a-decision/", views.index, name="index"),
    path("needs-a-decision/<slug:council>/<slug:slug>/", views.decide, name="decide"),
]

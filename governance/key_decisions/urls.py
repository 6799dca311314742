from django.urls import path

from governance.key_decisions import views

app_name = "key_decisions"

urlpatterns = [
    path("key-decisions/", views.index, name="index"),
    path("key-decisions/<slug:slug>/new/", views.new, name="new"),
]

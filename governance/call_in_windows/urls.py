from django.urls import path

from governance.call_in_windows import views

app_name = "rules"

urlpatterns = [
    path("call-in-rules/", views.index, name="index"),
    path("call-in-rules/real-councils/", views.sets, name="sets"),
    path("call-in-rules/real-councils/<slug:slug>/", views.rule_set, name="set"),
    path("call-in-rules/<slug:slug>/", views.council, name="council"),
]

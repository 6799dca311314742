from django.urls import path

from governance.call_in_windows import administer_views, views

app_name = "rules"

urlpatterns = [
    path("call-in-rules/", views.index, name="index"),
    path("call-in-rules/real-councils/", views.sets, name="sets"),
    path("call-in-rules/real-councils/<slug:slug>/", views.rule_set, name="set"),
    path("call-in-rules/<slug:slug>/", views.council, name="council"),
    path("call-in-rules/<slug:slug>/new/", administer_views.new, name="new"),
    path("administration/", administer_views.administration, name="administration"),
]

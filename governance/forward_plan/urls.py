from django.urls import path

from governance.forward_plan import edit_views, views

app_name = "forward_plan"

urlpatterns = [
    path("forward-plan/", views.plan, name="plan"),
    path("forward-plan/special-urgency/", views.special_urgency, name="special_urgency"),
    path("forward-plan/new/", edit_views.new, name="new"),
    path("forward-plan/<int:pk>/", edit_views.edit, name="edit"),
    path("forward-plan/<int:pk>/general-exception/", edit_views.exception, name="exception"),
    path("forward-plan/<int:pk>/special-urgency/", edit_views.urgency, name="urgency"),
]

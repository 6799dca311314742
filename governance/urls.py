"""Index of the features' addresses. Nothing else belongs here."""

from django.urls import include, path

from governance.notices import views as notices

urlpatterns = [
    path("", notices.home, name="home"),
    path("", include("governance.pages.urls")),
    path("", include("governance.notices.urls")),
    path("", include("governance.forward_plan.urls")),
    path("", include("governance.private_meetings.urls")),
    path("", include("governance.decisions.urls")),
    path("", include("governance.bodies.urls")),
    path("", include("governance.meetings.urls")),
    path("", include("governance.called_in.urls")),
    path("", include("governance.duties.urls")),
    path("", include("governance.reminders.urls")),
    path("", include("governance.messages.urls")),
    path("", include("governance.subscriptions.urls")),
    path("", include("governance.issues.urls")),
    path("", include("governance.key_decisions.urls")),
    path("", include("governance.minutes.urls")),
    path("", include("governance.calendar.urls")),
    path("", include("governance.call_in_windows.urls")),
    path("", include("governance.window_flags.urls")),
    path("", include("governance.history.urls")),
]

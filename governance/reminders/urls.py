from django.urls import path

from governance.reminders import views

app_name = "reminders"

urlpatterns = [
    path("account/reminders/", views.choose, name="choose"),
    path("account/reminders/end/<str:token>/", views.end, name="end"),
]

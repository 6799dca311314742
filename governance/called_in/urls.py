from django.urls import path

from governance.called_in import views

app_name = "called_in"

urlpatterns = [
    path("windows/<int:pk>/call-in/", views.record, name="record"),
    path("call-ins/<int:pk>/end/", views.end, name="end"),
]

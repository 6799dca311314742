from django.urls import path

from governance.history import views

app_name = "history"

urlpatterns = [path("history/<slug:kind>/<int:pk>/", views.history, name="history")]

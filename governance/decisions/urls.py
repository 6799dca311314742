from django.urls import path

from governance.decisions import views

app_name = "decisions"

urlpatterns = [
    path("decisions/<int:pk>/marks/", views.marks, name="marks"),
    path("decisions/<int:pk>/<slug:part>/", views.edit, name="edit"),
]

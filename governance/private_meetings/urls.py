from django.urls import path

from governance.private_meetings import views

app_name = "private_meetings"

urlpatterns = [
    path("meetings/<int:pk>/private/", views.new, name="new"),
    path("private-meetings/<int:pk>/", views.desk, name="desk"),
    path("private-meetings/<int:pk>/edit/", views.edit, name="edit"),
    path("private-meetings/<int:pk>/urgency/", views.urgency, name="urgency"),
    path("private-meetings/<int:pk>/representation/", views.represent, name="represent"),
    path(
        "private-meetings/<int:pk>/representation/<int:said>/", views.represent, name="represented"
    ),
    path("private-meetings/<int:pk>/begin/<slug:kind>/", views.begin, name="begin"),
]

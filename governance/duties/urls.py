from django.urls import path

from governance.duties import views

app_name = "duties"

urlpatterns = [
    path("duties/", views.index, name="index"),
    path("duties/<int:pk>/", views.detail, name="detail"),
    path("duties/<int:pk>/done/", views.finish, name="finish"),
]

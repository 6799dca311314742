from django.urls import path

from governance.messages import views

app_name = "messages"

urlpatterns = [
    path("administration/mail/", views.index, name="index"),
    path("administration/mail/<int:pk>/", views.detail, name="detail"),
    path("administration/mail/<int:pk>/try-again/", views.try_again, name="try_again"),
]

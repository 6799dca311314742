from django.urls import path

from governance.subscriptions import views

app_name = "subscriptions"

urlpatterns = [
    path("e-mail-updates/", views.new, name="new"),
    path("e-mail-updates/asked/", views.asked, name="asked"),
    path("e-mail-updates/confirm/<str:token>/", views.confirm, name="confirm"),
    path("e-mail-updates/yours/<str:token>/", views.manage, name="manage"),
    path("e-mail-updates/end/<str:token>/", views.end, name="end"),
]

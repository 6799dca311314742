from django.urls import path

from scrutiny.hub import views

app_name = "scrutiny"

urlpatterns = [path("scrutiny/", views.hub, name="hub")]

from django.urls import path

from governance.pages import views

urlpatterns = [
    path("accessibility/", views.accessibility, name="accessibility"),
    path("theme/<str:kind>/<slug:slug>.css", views.theme, name="theme"),
]

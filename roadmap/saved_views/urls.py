from django.urls import path

from roadmap.saved_views import views

app_name = "saved_views"

urlpatterns = [
    path("partnerships/<slug:slug>/roadmap/views/", views.mine, name="mine"),
    path("partnerships/<slug:slug>/roadmap/views/<int:pk>/let-go/", views.let_go, name="let_go"),
]

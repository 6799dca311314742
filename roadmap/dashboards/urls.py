from django.urls import path

from roadmap.dashboards import views

app_name = "dashboards"

AT = "partnerships/<slug:slug>/dashboard/"

urlpatterns = [
    path(AT, views.live, name="live"),
    path(f"{AT}<int:pk>/", views.kept, name="kept"),
    path(f"{AT}<int:pk>/pdf/", views.pdf, name="pdf"),
    path(f"{AT}<int:pk>/pdf-link/", views.pdf_link, name="pdf_link"),
]

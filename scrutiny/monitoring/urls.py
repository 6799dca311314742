from django.urls import path

from scrutiny.monitoring import views

app_name = "monitoring"

AT = "scrutiny/monitoring/"

urlpatterns = [
    path(f"{AT}<int:pk>/", views.kept, name="kept"),
    path(f"{AT}<int:pk>/pdf/", views.pdf, name="pdf"),
    path(f"{AT}<int:pk>/pdf-link/", views.pdf_link, name="pdf_link"),
    path(f"{AT}<slug:council>/<slug:slug>/", views.live, name="live"),
]

from django.urls import path

from governance.meetings import views

app_name = "meetings"

urlpatterns = [
    path("meetings/", views.index, name="index"),
    path("meetings/<int:pk>/", views.detail, name="detail"),
    path("meetings/<int:pk>/edit/", views.edit, name="edit"),
    path("items/<int:pk>/edit/", views.edit_item, name="edit_item"),
    path("items/<int:pk>/attach/", views.attach, name="attach"),
    path("documents/<uuid:public_id>.pdf", views.document, name="document"),
]

from django.urls import path

from governance.meetings import agenda_views, calling_views, views

app_name = "meetings"

urlpatterns = [
    path("meetings/", views.index, name="index"),
    path("meetings/new/", calling_views.new, name="new"),
    path("meetings/<int:pk>/", views.detail, name="detail"),
    path("meetings/<int:pk>.ics", views.calendar, name="calendar"),
    path("meetings/<int:pk>/edit/", views.edit, name="edit"),
    path("meetings/<int:pk>/standing/", calling_views.standing, name="standing"),
    path("meetings/<int:pk>/agenda/", agenda_views.agenda, name="agenda"),
    path("items/<int:pk>/agenda/", agenda_views.agenda_item, name="agenda_item"),
    path("items/<int:pk>/edit/", views.edit_item, name="edit_item"),
    path("items/<int:pk>/attach/", views.attach, name="attach"),
    path("documents/<uuid:public_id>.pdf", views.document, name="document"),
]

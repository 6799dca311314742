from django.urls import path

from governance.duties import holding_views, views

app_name = "duties"

urlpatterns = [
    path("duties/", views.index, name="index"),
    path("duties/<int:pk>/", views.detail, name="detail"),
    path("duties/<int:pk>/done/", views.finish, name="finish"),
    path("duties/<int:pk>/acknowledge/", holding_views.acknowledge, name="acknowledge"),
    path("duties/<int:pk>/hand-over/", holding_views.hand_over, name="hand_over"),
    path("duties/<int:pk>/reminders/", holding_views.reminders, name="reminders"),
]

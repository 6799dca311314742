from django.urls import path

from governance.minutes import desk_views, views

app_name = "minutes"

urlpatterns = [
    path("meetings/<int:pk>/minutes/", desk_views.desk, name="desk"),
    path("meetings/<int:pk>/publish/<slug:kind>/", desk_views.publish, name="publish"),
    path("meetings/<int:pk>/attendance/", views.attendance, name="attendance"),
    path("meetings/<int:pk>/declarations/", views.declarations, name="declarations"),
    path("items/<int:pk>/questions/", views.questions, name="questions"),
    path("attendance/<int:pk>/edit/", views.attendance_row, name="attendance_row"),
    path("declarations/<int:pk>/edit/", views.declaration, name="declaration"),
    path("questions/<int:pk>/edit/", views.question, name="question"),
]

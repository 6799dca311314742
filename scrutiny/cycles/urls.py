from django.urls import path

from scrutiny.cycles import edit_views, views

app_name = "cycles"
ALL = "scrutiny/cycles/"
ONE = f"{ALL}<int:pk>/"

urlpatterns = [
    path(ALL, views.index, name="index"),
    path(f"{ALL}new/", edit_views.new, name="new"),
    path(ONE, views.detail, name="detail"),
    path(f"{ONE}edit/", edit_views.edit, name="edit"),
    path(f"{ONE}<slug:on>/move/", edit_views.move, name="move"),
    path(f"{ONE}<slug:on>/done/", edit_views.done, name="done"),
]

from django.urls import path

from roadmap.items import history_views, item_views, part_views, row_views, views

app_name = "items"

AT = "partnerships/<slug:slug>/roadmap/"
ITEM = f"{AT}items/<slug:item>/"

urlpatterns = [
    path("roadmap/drafts/", views.drafts, name="drafts"),
    path(AT, views.table, name="table"),
    path(f"{AT}rows/<int:pk>/", row_views.row, name="row"),
    path(f"{AT}rows/<int:pk>/undo/", row_views.undo, name="undo"),
    path(f"{AT}rows/<int:pk>/draft/", row_views.draft, name="draft"),
    path(f"{AT}rows/<int:pk>/open/", row_views.who_has_it_open, name="presence"),
    path(f"{AT}rows/<int:pk>/history/", history_views.history, name="history"),
    path(f"{AT}theme-list/", part_views.themes, name="themes"),
    path(f"{AT}theme-list/<int:pk>/", part_views.theme, name="theme"),
    path(f"{AT}items/new/", item_views.new, name="new"),
    path(ITEM, item_views.item, name="item"),
    path(f"{ITEM}change/", item_views.change, name="change"),
    path(f"{ITEM}rollouts/", part_views.rollouts, name="rollouts"),
    path(f"{ITEM}rollouts/<int:pk>/", part_views.rollout, name="rollout"),
    path(f"{ITEM}milestones/", part_views.milestones, name="milestones"),
    path(f"{ITEM}milestones/<int:pk>/", part_views.milestone, name="milestone"),
    path(f"{ITEM}needs/", part_views.needs, name="needs"),
    path(f"{ITEM}needs/<int:pk>/", part_views.need, name="need"),
    path(f"{ITEM}gates/", part_views.gates, name="gates"),
    path(f"{ITEM}gates/<int:pk>/", part_views.gate, name="gate"),
]

from django.urls import path

from roadmap.funding import edit_views, figure_views, views

app_name = "funding"
ALL = "partnerships/<slug:partnership>/money/"

urlpatterns = [
    path(ALL, views.index, name="index"),
    path(f"{ALL}costs/", views.costs, name="costs"),
    path(f"{ALL}costs/new/", edit_views.new_cost, name="new_cost"),
    path(f"{ALL}costs/<int:pk>/", views.cost, name="cost"),
    path(f"{ALL}costs/<int:pk>/edit/", edit_views.edit_cost, name="edit_cost"),
    path(f"{ALL}sources/new/", edit_views.new_source, name="new_source"),
    path(f"{ALL}sources/<int:pk>/", views.source, name="source"),
    path(f"{ALL}sources/<int:pk>/edit/", edit_views.edit_source, name="edit_source"),
    path(f"{ALL}splits/new/", edit_views.new_split, name="new_split"),
    path(f"{ALL}splits/<int:pk>/", views.split, name="split"),
    path(f"{ALL}splits/<int:pk>/edit/", edit_views.edit_split, name="edit_split"),
    path(f"{ALL}benefits/", views.benefits, name="benefits"),
    path(f"{ALL}benefits/new/", edit_views.new_benefit, name="new_benefit"),
    path(f"{ALL}benefits/<int:pk>/", views.benefit, name="benefit"),
    path(f"{ALL}benefits/<int:pk>/edit/", edit_views.edit_benefit, name="edit_benefit"),
    path(f"{ALL}benefits/<int:pk>/figures/", figure_views.figures, name="figures"),
    path(f"{ALL}benefits/<int:which>/figures/<int:pk>/", figure_views.figure, name="figure"),
]

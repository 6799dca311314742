from django.urls import path

from roadmap.strategies import edit_views, part_views, views

app_name = "strategies"
ALL = "partnerships/<slug:partnership>/strategies/"
ONE = f"{ALL}<slug:slug>/"
VERSION = f"{ONE}versions/<int:number>/"

urlpatterns = [
    path(ALL, views.index, name="index"),
    path(f"{ALL}new/", edit_views.new, name="new"),
    path(ONE, views.detail, name="detail"),
    path(f"{ONE}edit/", edit_views.edit, name="edit"),
    path(f"{ONE}next-version/", edit_views.begin_next, name="begin_next"),
    path(VERSION, views.version, name="version"),
    path(f"{VERSION}glossary/", views.glossary, name="glossary"),
    path(f"{VERSION}changes/", views.changed, name="changed"),
    path(f"{VERSION}strategy.pdf", views.pdf, name="pdf"),
    path(f"{VERSION}pdf/", views.pdf_link, name="pdf_link"),
    path(f"{VERSION}describe/", edit_views.describe, name="describe"),
    path(f"{VERSION}publish/", edit_views.publish, name="publish"),
    path(f"{VERSION}adoptions/new/", edit_views.adopt, name="adopt"),
    path(f"{VERSION}adoptions/<int:pk>/", edit_views.adoption, name="adoption"),
    path(f"{VERSION}adoptions/<int:pk>/take-back/", edit_views.take_back, name="take_back"),
    path(f"{VERSION}lists/<int:pk>/", part_views.entries, name="entries"),
    path(f"{VERSION}lists/<int:which>/<int:pk>/", part_views.entry, name="entry"),
    path(f"{VERSION}parts/<slug:kind>/", part_views.parts, name="parts"),
    path(f"{VERSION}parts/<slug:kind>/<int:pk>/", part_views.part, name="part"),
]

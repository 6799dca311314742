from django.urls import path

from scrutiny.reviews import edit_views, part_views, receipt_views, views

app_name = "reviews"
ALL = "scrutiny/reviews/"
ONE = f"{ALL}<slug:slug>/"

urlpatterns = [
    path(ALL, views.index, name="index"),
    path(f"{ALL}new/", edit_views.new, name="new"),
    path(ONE, views.detail, name="detail"),
    path(f"{ONE}report/", views.report, name="report"),
    path(f"{ONE}report.pdf", views.pdf, name="pdf"),
    path(f"{ONE}pdf/", views.pdf_link, name="pdf_link"),
    path(f"{ONE}papers/<uuid:public_id>/", views.paper, name="paper"),
    path(f"{ONE}edit/", edit_views.edit, name="edit"),
    path(f"{ONE}next/", edit_views.move, name="move"),
    path(f"{ONE}publish/", edit_views.publish, name="publish"),
    path(f"{ONE}bodies/new/", receipt_views.send, name="send"),
    path(f"{ONE}bodies/<int:pk>/", receipt_views.receive, name="receive"),
    path(f"{ONE}bodies/<int:pk>/take-away/", receipt_views.take_back, name="take_back"),
    path(f"{ONE}parts/<slug:kind>/", part_views.parts, name="parts"),
    path(f"{ONE}parts/<slug:kind>/<int:pk>/", part_views.part, name="part"),
]

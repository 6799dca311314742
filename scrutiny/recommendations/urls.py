from django.urls import path

from scrutiny.recommendations import edit_views, part_views, views

app_name = "recommendations"

OF_REVIEW = "scrutiny/reviews/<slug:slug>/recommendations/"
AT = "scrutiny/recommendations/<int:pk>/<slug:council>/"

urlpatterns = [
    path("scrutiny/recommendations/", views.index, name="index"),
    path("scrutiny/recommendations/notes/", views.notes, name="prompts"),
    path(OF_REVIEW, views.matrix, name="matrix"),
    path(f"{OF_REVIEW}edit/", part_views.edit, name="edit"),
    path(f"{OF_REVIEW}edit/<int:pk>/", part_views.change, name="change"),
    path(f"{OF_REVIEW}answers/<slug:council>/", edit_views.answers, name="answers"),
    path(AT, views.detail, name="detail"),
    path(f"{AT}answer/<int:response>/", edit_views.answer, name="answer"),
    path(f"{AT}progress/", edit_views.report, name="report"),
    path(f"{AT}progress/<int:progress>/", edit_views.correct, name="correct"),
    path(f"{AT}propose/", edit_views.propose, name="propose"),
    path(f"{AT}decide/", edit_views.decide, name="decide"),
]

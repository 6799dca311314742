from django.urls import path

from governance.notices import draft_views, feed, publish_views, views, withdraw_views

app_name = "notices"
NOTICE = "notices/<slug:council>/<slug:slug>/"

urlpatterns = [
    path("notices/", views.index, name="index"),
    path("notices/feed/", feed.feed, name="feed"),
    path("notices/feed/<slug:council>/", feed.feed, name="feed_of_council"),
    path("open-for-call-in/", views.open_now, name="open"),
    path("worklist/", publish_views.worklist, name="worklist"),
    path("worklist/decision/", draft_views.decision, name="new_decision"),
    path("worklist/decision/<int:pk>/", draft_views.of_decision, name="new_of_decision"),
    path("items/<int:pk>/decision/", draft_views.at_item, name="new_at_item"),
    path("worklist/meeting/<int:pk>/", draft_views.of_meeting, name="new_of_meeting"),
    path("worklist/call-in/<int:pk>/<slug:kind>/", draft_views.of_call_in, name="new_of_call_in"),
    path(NOTICE, views.detail, name="detail"),
    path(f"{NOTICE}v<int:number>/", views.detail, name="version"),
    path(f"{NOTICE}v<int:number>.pdf", views.pdf, name="pdf"),
    path(f"{NOTICE}v<int:number>.json", views.data, name="data"),
    path(f"{NOTICE}v<int:number>/pdf-link/", views.pdf_link, name="pdf_link"),
    path(f"{NOTICE}publish/", publish_views.publish, name="publish"),
    path(f"{NOTICE}preview/", publish_views.preview, name="preview"),
    path(f"{NOTICE}correct/", publish_views.correct, name="correct"),
    path(f"{NOTICE}withdraw/", withdraw_views.withdraw, name="withdraw"),
]

from django.urls import path

from scrutiny.call_ins import check_views, member_views, views

app_name = "call_ins"

urlpatterns = [
    path("call-ins/", views.index, name="index"),
    path("call-ins/of/<int:decision>/<slug:council>/", views.of_decision, name="of_decision"),
    path("call-ins/begin/<int:decision>/<slug:council>/", views.begin, name="begin"),
    path("call-ins/members/<slug:council>/", member_views.members, name="members"),
    path("call-ins/members/<slug:council>/bodies/", member_views.bodies, name="bodies"),
    path("call-ins/members/<slug:council>/<int:pk>/", member_views.member, name="member"),
    path("call-ins/<int:pk>/", views.detail, name="detail"),
    path("call-ins/<int:pk>/text/", views.text, name="text"),
    path("call-ins/<int:pk>/sign/", views.sign, name="sign"),
    path("call-ins/<int:pk>/take-back/", views.take_back, name="take_back"),
    path("call-ins/<int:pk>/hand-in/", views.hand_in, name="hand_in"),
    path("call-ins/<int:pk>/give-up/", views.stop, name="stop"),
    path("call-ins/<int:pk>/check/", check_views.check, name="check"),
    path("call-ins/<int:pk>/hearing/", check_views.hearing, name="hearing"),
    path("call-ins/<int:pk>/outcome/", check_views.outcome, name="outcome"),
]

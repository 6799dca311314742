from django.urls import path

from demo import views

app_name = "demo"
urlpatterns = [
    path("sign-in/", views.sign_in, name="sign_in"),
    path("mail/", views.mailbox, name="mailbox"),
    path("mail/<int:number>/", views.mail, name="mail"),
]

from django.urls import path

from governance.calendar import views

app_name = "calendar"
CLOSURES = "administration/closures/<slug:slug>/"
HOLIDAYS = "administration/bank-holidays/"

urlpatterns = [
    path(HOLIDAYS, views.bank_holidays, name="bank_holidays"),
    path(f"{HOLIDAYS}<int:pk>/", views.take_back_bank_holiday, name="take_back_bank_holiday"),
    path(CLOSURES, views.closures, name="closures"),
    path(f"{CLOSURES}<int:pk>/", views.take_back_closure, name="take_back_closure"),
]

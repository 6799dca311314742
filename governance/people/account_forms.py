"""django-allauth's forms with our sentences. Settings name them in ACCOUNT_FORMS."""

from allauth.account import forms as allauth_forms

from governance.pages.sentences import PlainSentences

# Our words for fields whose names are the library's.
LABELS = {
    "login": "E-mail address",
    "email": "E-mail address",
    "password": "Password",
    "remember": "Keep me signed in on this computer",
    "oldpassword": "Password you have now",
    "password1": "New password",
    "password2": "New password, once more",
}


class _OurWords(PlainSentences):
    labels = LABELS


class SignIn(_OurWords, allauth_forms.LoginForm):
    pass


class AskForReset(_OurWords, allauth_forms.ResetPasswordForm):
    pass


class ResetPassword(_OurWords, allauth_forms.ResetPasswordKeyForm):
    pass


class ChangePassword(_OurWords, allauth_forms.ChangePasswordForm):
    pass


class ConfirmPassword(_OurWords, allauth_forms.ReauthenticateForm):
    pass

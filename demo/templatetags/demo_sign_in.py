"""What the sign-in page of the demo asks for."""

from django import template
from django.db.models import QuerySet

from demo.accounts import demo_accounts as accounts
from governance.people.models import User

register = template.Library()


@register.simple_tag
def demo_accounts() -> QuerySet[User]:
    return accounts()

"""Asking the table of roles about a person."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from governance.models import Role, User
from governance.people.accounts import ConcordatAccounts
from governance.people.permissions import may, roles_of, seats_of, signed_in
from governance.people.rules import MAY, Ability, Kind, kinds_that_may
from tests.factories.councils import a_council, a_partnership
from tests.factories.people import a_person_with_role, a_user, made

pytestmark = pytest.mark.django_db


def test_an_ability_is_for_the_council_or_partnership_of_the_role():
    council, partnership = a_council(), a_partnership()
    officer = seats_of(a_person_with_role(Kind.OFFICER, council))
    assert officer.councils(Ability.READ_DRAFTS) == {council.pk}
    assert officer.partnerships(Ability.READ_DRAFTS) == set()
    shared = seats_of(a_person_with_role(Kind.PARTNERSHIP_OFFICER, partnership))
    assert shared.councils(Ability.READ_DRAFTS) == set()
    assert shared.partnerships(Ability.READ_DRAFTS) == {partnership.pk}


def test_may_asks_for_any_of_the_councils():
    council, other = a_council(), a_council()
    clerk = a_person_with_role(Kind.DEMOCRATIC_SERVICES, council)
    assert may(clerk, Ability.PUBLISH_NOTICES, councils=[other.pk, council.pk])
    assert not may(clerk, Ability.PUBLISH_NOTICES, councils=[other.pk])
    assert not may(clerk, Ability.PUBLISH_NOTICES, councils=[])


def test_several_roles_add_up():
    council, other = a_council(), a_council()
    user = a_person_with_role(Kind.MEMBER, council)
    made(Role(user=user, kind=Kind.OFFICER, council=other, from_on="2020-01-01"))
    seats = seats_of(user)
    assert seats.holds(Kind.MEMBER)
    assert seats.holds(Kind.OFFICER)
    assert not seats.holds(Kind.ADMINISTRATOR)
    assert seats.councils(Ability.READ_RESTRICTED) == {council.pk}
    assert seats.councils(Ability.READ_DRAFTS) == {other.pk}


@pytest.mark.parametrize("stranger", [AnonymousUser(), None, User(is_active=False)])
def test_a_stranger_and_a_closed_account_hold_nothing(stranger):
    assert roles_of(stranger) == []
    assert seats_of(stranger).councils(Ability.READ_DRAFTS) == set()


def test_roles_are_asked_for_once_for_each_user_object(django_assert_num_queries):
    user = a_person_with_role(Kind.OFFICER, a_council())
    with django_assert_num_queries(1):
        for _ in range(3):
            seats_of(user)


def test_current_counts_both_ends():
    today, day = timezone.localdate(), timedelta(days=1)
    user = a_person_with_role(Kind.OFFICER, a_council(), from_on=today, to_on=today)
    counts = [Role.objects.current(today + n * day).filter(user=user).count() for n in (-1, 0, 1)]
    assert counts == [0, 1, 0]


def test_signed_in_is_a_person(rf):
    request = rf.get("/")
    request.user = a_user()
    assert signed_in(request) == request.user
    request.user = AnonymousUser()
    with pytest.raises(PermissionDenied, match="Sign in to do this"):
        signed_in(request)


def test_which_roles_carry_an_ability():
    assert kinds_that_may(Ability.PUBLISH_NOTICES) == [Kind.DEMOCRATIC_SERVICES]
    assert kinds_that_may(Ability.CONFIGURE) == [Kind.ADMINISTRATOR]


def test_the_administrator_reads_nothing_by_that_role_alone():
    assert not MAY[Kind.ADMINISTRATOR] & {Ability.READ_DRAFTS, Ability.READ_RESTRICTED}


def test_every_role_has_its_line_and_its_label():
    assert set(MAY) == set(Kind) == set(Role.LABELS)


def test_an_account_is_found_by_its_address_in_any_case():
    user = a_user(email="sam@boston.example.net")
    assert User.objects.get_by_natural_key("SAM@boston.example.net") == user


def test_sign_up_is_closed(rf):
    assert not ConcordatAccounts().is_open_for_signup(rf.get("/"))

"""Who is written to about a duty."""

import pytest

from governance.duties.holders import Held, Post, Roles, holders, is_still_held, watchers
from governance.people.rules import Kind

BOSTON, OTHER = 1, 2
OFFICER, CLERK, ADMIN, SECOND = 11, 12, 13, 14
POST = Post("contract", BOSTON)


def roles(*held):
    return Roles.of(Held(user, kind, frozenset(councils)) for user, kind, *councils in held)


ALL = roles(
    (OFFICER, Kind.OFFICER, BOSTON),
    (SECOND, Kind.OFFICER, BOSTON),
    (CLERK, Kind.DEMOCRATIC_SERVICES, BOSTON),
    (ADMIN, Kind.ADMINISTRATOR, BOSTON),
)


def test_everybody_with_the_usual_role_at_the_council_holds_it():
    assert holders(POST, ALL) == [OFFICER, SECOND]


def test_a_duty_may_name_another_role():
    assert holders(Post("contract", BOSTON, "democratic_services"), ALL) == [CLERK]


def test_a_role_for_a_partnership_counts_at_each_of_its_councils():
    shared = roles((OFFICER, Kind.PARTNERSHIP_OFFICER, BOSTON, OTHER))
    assert holders(Post("gate", OTHER), shared) == [OFFICER]


def test_who_was_named_holds_it_alone():
    assert holders(Post("contract", BOSTON, assigned_to=SECOND), ALL) == [SECOND]


def test_when_the_named_ones_role_ends_the_others_hold_it():
    post = Post("contract", BOSTON, assigned_to=99)
    assert holders(post, ALL) == [OFFICER, SECOND]
    assert not is_still_held(post, ALL)


@pytest.mark.parametrize(
    ("left", "expected"),
    [
        ([(CLERK, Kind.DEMOCRATIC_SERVICES, BOSTON), (ADMIN, Kind.ADMINISTRATOR, BOSTON)], [CLERK]),
        ([(ADMIN, Kind.ADMINISTRATOR, BOSTON)], [ADMIN]),
        ([(OFFICER, Kind.OFFICER, OTHER)], []),
    ],
)
def test_no_duty_is_without_a_holder_while_the_council_has_an_account(left, expected):
    assert holders(POST, roles(*left)) == expected


def test_democratic_services_watch_over_the_duties_of_others_and_administrators_over_theirs():
    assert watchers(POST, ALL) == [CLERK]
    assert watchers(Post("agenda", BOSTON), ALL) == [ADMIN]


@pytest.mark.parametrize("kind", ["response", "review"])
@pytest.mark.parametrize("role", [Kind.SCRUTINY_OFFICER, Kind.PARTNERSHIP_OFFICER])
def test_who_may_do_it_comes_before_administrators(kind, role):
    left = roles((OFFICER, role, BOSTON), (ADMIN, Kind.ADMINISTRATOR, BOSTON))
    assert holders(Post(kind, BOSTON), left) == [OFFICER]


def test_the_scrutiny_officer_comes_before_the_partnerships():
    left = roles(
        (OFFICER, Kind.PARTNERSHIP_OFFICER, BOSTON), (SECOND, Kind.SCRUTINY_OFFICER, BOSTON)
    )
    assert holders(Post("response", BOSTON), left) == [SECOND]

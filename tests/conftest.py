"""Fixtures that every test may ask for."""

import os
from io import StringIO

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection, transaction

from governance.models import User
from tests.migrated import template_of


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix):
    """Each worker has its own database, a copy of one that was migrated before."""
    connection.settings_dict["TEST"]["TEMPLATE"] = template_of(os.environ["DATABASE_URL"])


@pytest.fixture(autouse=True)
def empty_cache():
    """Rate limits and heartbeats of one test must not reach the next."""
    yield
    if "REDIS_URL" in os.environ:
        cache.clear()


@pytest.fixture(scope="module")
def example(django_db_setup, django_db_blocker):
    """The example records, loaded once for a module of tests and gone after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_example", stdout=StringIO())
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        yield
        transaction.set_rollback(True)


@pytest.fixture
def sign_in(client):
    """Return a function that signs the test client in as one of the demo's accounts."""

    def as_(email):
        if email:
            client.force_login(User.objects.get(email=email))
        return client

    return as_

"""Fixtures that every test may ask for."""

import os

import pytest
from django.core.cache import cache


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix):
    """Each worker has its own database; the suffix is pytest-django's."""


@pytest.fixture(autouse=True)
def empty_cache():
    """Rate limits and heartbeats of one test must not reach the next."""
    yield
    if "REDIS_URL" in os.environ:
        cache.clear()

"""These tests count sign-ins and look for a worker: another test must not empty their cache."""

import pytest


@pytest.fixture(autouse=True)
def a_cache_of_its_own(settings, request):
    """Workers of pytest-xdist share one Redis, and each empties it after every test."""
    backend = "django.core.cache.backends.locmem.LocMemCache"
    settings.CACHES = {"default": {"BACKEND": backend, "LOCATION": request.node.nodeid}}

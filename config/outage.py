"""When PostgreSQL or Redis does not answer: a page that says so, and nothing half done."""

import sys

import redis
import structlog
from django.db import IntegrityError, InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse

from governance.pages import views

log = structlog.get_logger(__name__)
OUTAGES = (OperationalError, InterfaceError, redis.RedisError)


# SQLSTATE of a value that must be there once, and of dates that must not overlap.
TAKEN = {"23505", "23P01"}


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer any fault, wherever it arose: in a view, a middleware or an error page.

    Django calls this while it handles the fault, when transactions have been rolled back.
    """
    fault = sys.exception()
    if request.method == "POST" and isinstance(fault, IntegrityError) and _is_taken(fault):
        log.warning("two people saved the same at once", path=request.path)
        return views.at_once(request)
    if not isinstance(fault, OUTAGES):
        return views.server_error(request)
    log.error("a server does not answer", path=request.path, fault=str(fault))
    return views.unavailable(request)


def _is_taken(fault: IntegrityError) -> bool:
    """Did another request take the place first: an order, an address, a day?"""
    return getattr(fault.__cause__, "sqlstate", None) in TAKEN

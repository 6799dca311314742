"""When PostgreSQL or Redis does not answer: a page that says so, and nothing half done."""

import sys

import redis
import structlog
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse

from governance.pages import views

log = structlog.get_logger(__name__)
OUTAGES = (OperationalError, InterfaceError, redis.RedisError)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer any fault, wherever it arose: in a view, a middleware or an error page.

    Django calls this while it handles the fault, when transactions have been rolled back.
    """
    fault = sys.exception()
    if not isinstance(fault, OUTAGES):
        return views.server_error(request)
    log.error("a server does not answer", path=request.path, fault=str(fault))
    return views.unavailable(request)

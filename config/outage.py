"""When PostgreSQL or Redis does not answer: a page that says so, and nothing half done."""

from collections.abc import Callable

import redis
import structlog
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse

from governance.pages.views import unavailable

log = structlog.get_logger(__name__)


class Outage:
    """Middleware. Transactions have been rolled back by the time it sees the fault."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        if not isinstance(fault, (OperationalError, redis.RedisError)):
            return None
        log.error("a server does not answer", path=request.path, fault=str(fault))
        return unavailable(request)

"""One line of JSON an event in production, readable lines elsewhere."""

import logging.config
import time
import uuid
from collections.abc import Callable
from typing import Any

import structlog
from django.http import HttpRequest, HttpResponse

from config.visitors import recognised

log = structlog.get_logger("concordat.request")

SHARED: list[Any] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]


def logging_for(*, form: str, level: str) -> dict[str, Any]:
    """Return a `logging` configuration for standard error; `form` is json or console."""
    renderer = (
        structlog.processors.JSONRenderer()
        if form == "json"
        else structlog.dev.ConsoleRenderer(colors=False)
    )
    formatter = {
        "()": structlog.stdlib.ProcessorFormatter,
        "foreign_pre_chain": SHARED,
        "processors": [
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.format_exc_info,
            renderer,
        ],
    }
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"structured": formatter},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "structured"}},
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {
            "fontTools": {"level": "WARNING"},
            "pikepdf": {"level": "WARNING"},
            "weasyprint": {"level": "WARNING"},
            "django.server": {"handlers": [], "propagate": True},
        },
    }


def configure(config: dict[str, Any]) -> None:
    """Django calls this at start-up with LOGGING."""
    structlog.configure(
        processors=[*SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    logging.config.dictConfig(config)


def path_of(request: HttpRequest) -> str:
    """Return the path without a signed part: who reads a log can neither use it nor read from it.

    Such an address stands for the person it was sent to, and may hold an e-mail address.
    """
    match = request.resolver_match
    token = str(match.kwargs.get("token", "")) if match else ""
    return request.path.replace(token, "-") if token else request.path


def request_log(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: one line a request, with a number that every line of that request carries.

    Of a person it holds the number of the account, where answering had to look, and nothing more.
    """

    def respond(request: HttpRequest) -> HttpResponse:
        structlog.contextvars.clear_contextvars()
        request_id = uuid.uuid4().hex[:12]
        structlog.contextvars.bind_contextvars(request_id=request_id)
        started = time.monotonic()
        response = get_response(request)
        response["X-Request-ID"] = request_id
        account = recognised(request)
        log.info(
            "answered",
            method=request.method,
            path=path_of(request),
            status=response.status_code,
            milliseconds=round((time.monotonic() - started) * 1000),
            **({"account": account} if account else {}),
        )
        return response

    return respond

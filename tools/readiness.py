"""Waiting for the demo to answer: first the web process, then all it depends on."""

import time
import urllib.error
import urllib.request
from collections.abc import Sequence

from tools.children import Child
from tools.terminal import step

WITHIN = 90.0


class NotReady(Exception):
    """Something did not answer in time; the message names it."""


def wait_until_ready(address: str, children: Sequence[Child]) -> None:
    _wait(f"{address}/healthz", children)
    step("Web answers")
    _wait(f"{address}/readyz", children)
    step("Database, Redis and worker answer")


def _wait(address: str, children: Sequence[Child]) -> None:
    deadline = time.monotonic() + WITHIN
    while True:
        status, text = _ask(address)
        if status == 200:
            return
        for child in children:
            child.check()
        if time.monotonic() > deadline:
            raise NotReady(
                f"{address} did not say that all is well within {WITHIN:.0f} seconds but:"
                f" {text.strip() or 'nothing'}; see the logs in .data/demo."
            )
        time.sleep(0.1)


def _ask(address: str) -> tuple[int, str]:
    """The status and the text; 0 when nobody answers."""
    # Never by way of a proxy that the machine may have for the rest of the world.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(address, timeout=5) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode(errors="replace")[:500]
    except OSError as error:
        return 0, str(error)

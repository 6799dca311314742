"""A container's health check: `python -m config.probe web` or `beat`; status 0 means well.

A worker is asked by Celery's own `inspect ping`.
"""

import os
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

WEB = "http://127.0.0.1:8000/healthz"
# Beat writes its schedule down every three minutes.
BEAT_WRITES_WITHIN = 600


def web_is_well() -> bool:
    """Ask as the proxy does, since any other host name is refused."""
    host = os.environ.get("ALLOWED_HOSTS", "").split(",")[0].strip().lstrip(".")
    headers = {"Host": host if host not in ("", "*") else "localhost", "X-Forwarded-Proto": "https"}
    request = urllib.request.Request(WEB, headers=headers)
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(request, timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def beat_is_well() -> bool:
    written = [file.stat().st_mtime for file in Path(os.environ["DATA_DIR"]).glob("beat*")]
    return max(written, default=0.0) > time.time() - BEAT_WRITES_WITHIN


QUESTIONS: dict[str, Callable[[], bool]] = {"web": web_is_well, "beat": beat_is_well}


def main(arguments: list[str]) -> int:
    if len(arguments) != 1 or arguments[0] not in QUESTIONS:
        sys.stderr.write(f"Say what to ask: {' or '.join(QUESTIONS)}.\n")
        return 2
    return 0 if QUESTIONS[arguments[0]]() else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""A pytest plugin that starts PostgreSQL and Redis before Django reads its settings.

Named with -p in pyproject.toml. The workers of pytest-xdist inherit the addresses. Each run has its
own servers in a folder that is removed at the end, so two runs never meet.
"""

import atexit
import os
import shutil
import tempfile
from contextlib import ExitStack
from pathlib import Path

from config import embedded

SERVERS: embedded.Servers | None = None


def start() -> embedded.Servers:
    """Start the servers for this run, or take those that the environment names."""
    stack = ExitStack()
    atexit.register(stack.close)
    folder = Path(tempfile.mkdtemp(prefix="concordat-tests-"))
    stack.callback(shutil.rmtree, folder, ignore_errors=True)
    servers = stack.enter_context(embedded.running(folder, durable=False))
    os.environ["DATABASE_URL"], os.environ["REDIS_URL"] = servers.database_url, servers.redis_url
    os.environ.setdefault("DATA_DIR", str(folder / "data"))
    # A checkout has no collected static files; the folder for them must be there all the same.
    os.environ.setdefault("STATIC_ROOT", str(folder / "static"))
    Path(os.environ["STATIC_ROOT"]).mkdir(parents=True, exist_ok=True)
    return servers


os.environ["CONCORDAT_MODE"] = "test"
# Playwright runs an event loop in the main thread; Django's ORM is used there all the same.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "")
if WORKER:
    # Each worker has a Redis database of its own, as it has one of PostgreSQL.
    number = int(WORKER.removeprefix("gw")) + 1
    os.environ["REDIS_URL"] = f"{os.environ['REDIS_URL'].rsplit('/', 1)[0]}/{number}"
else:
    SERVERS = start()

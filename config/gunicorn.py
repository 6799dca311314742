"""How gunicorn serves: `gunicorn --config config/gunicorn.py config.wsgi:application`."""

import os
from pathlib import Path

bind = os.environ.get("WEB_BIND", "0.0.0.0:8000")
# Several processes for several cores, several threads for a database that takes its time.
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = 4
# Imports the application once, before the processes part: less memory and a quicker start.
preload_app = True
timeout = 60
graceful_timeout = 20
# A slow leak never grows for ever; the jitter keeps the processes from restarting together.
max_requests = 5000
max_requests_jitter = 500
# The heartbeat file must not wait for a disk.
_memory = Path("/dev/shm")  # noqa: S108 (gunicorn makes an unnamed file there)
worker_tmp_dir = str(_memory) if _memory.is_dir() else None
# config/logs.py logs each request, with the time taken and the number of the account.
accesslog = None
errorlog = "-"

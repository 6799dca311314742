"""The queue: tasks of every app, and the sign of life that /readyz looks for."""

import os
from typing import Any

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

app = Celery("concordat")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()

WORKER_SEEN = "worker-seen"
SECONDS_UNTIL_FORGOTTEN = 60


@app.task(name="config.note_worker")
def note_worker(**_: Any) -> None:
    """Say that a worker took a job from the queue. Beat queues this four times a minute."""
    # Django's cache is not ready when Celery first imports this module.
    from django.core.cache import cache

    # Nor are its models, which that module reads.
    from governance.messages import machinery

    machinery.note(machinery.WORKER_SEEN)
    cache.set(WORKER_SEEN, "seen", timeout=SECONDS_UNTIL_FORGOTTEN)

"""The product's Celery application with a clock that runs faster: beat asks every second.

Named to `celery -A` by the tests in this folder; the tasks and all else are as in `config.celery`.
"""

import django

from config.celery import app

# The schedule lies in Django's settings, which Celery has read by then.
django.setup()
app.conf.beat_schedule = {
    name: entry | {"schedule": 1.0} for name, entry in app.conf.beat_schedule.items()
}

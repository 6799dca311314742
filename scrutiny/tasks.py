"""Index of the tasks, so that Celery finds them. Nothing else belongs here."""

__all__: list[str] = []

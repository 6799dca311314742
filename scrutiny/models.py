"""Index of the models, so that Django finds them. Nothing else belongs here."""

__all__: list[str] = []

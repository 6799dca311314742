"""Who has a row open just now: told, never held against anybody. Kept in the cache alone."""

import time

from django.core.cache import cache
from redis.exceptions import RedisError

from governance.people.models import User

# A page asks every 20 seconds; who has missed two askings has gone.
STAYS = 50
Open = dict[int, tuple[str, float]]


def _key(rollout: int) -> str:
    return f"roadmap-row-open:{rollout}"


def _others(rollout: int) -> Open:
    now = time.time()
    found: Open = cache.get(_key(rollout)) or {}
    return {pk: (name, at) for pk, (name, at) in found.items() if now - at < STAYS}


def opened(rollout: int, user: User) -> list[str]:
    """Note that `user` has the row open; return the names of the others who have.

    Without a cache nobody is known to be there: the row can be written all the same.
    """
    try:
        found = _others(rollout)
        found[user.pk] = (user.name, time.time())
        cache.set(_key(rollout), found, STAYS)
    except RedisError:
        return []
    return sorted(name for pk, (name, _) in found.items() if pk != user.pk)


def closed(rollout: int, user: User) -> None:
    """Note that `user` has closed the row."""
    try:
        found = _others(rollout)
        if found.pop(user.pk, None):
            cache.set(_key(rollout), found, STAYS)
    except RedisError:
        return

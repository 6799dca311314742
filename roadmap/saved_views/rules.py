"""What of an address is kept with a saved view. Pure."""

from collections.abc import Iterable, Mapping
from urllib.parse import urlencode

LONGEST = 1000


def kept_query(asked: Mapping[str, str], names: Iterable[str]) -> str:
    """Return the query string of those of `names` that are asked for; too long a one is cut away.

    Anything else in an address is not part of the view, and a NUL is in no address.
    """
    given = {name: asked[name].replace("\x00", "") for name in names if asked.get(name)}
    query = urlencode(given)
    return query if len(query) <= LONGEST else ""

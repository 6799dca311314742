"""What the database refuses, app by app: every module here names cases for its constraints.

CHANGED: name of the constraint -> (model, [changes to a sound row that each break it alone]).
COPIED: the same for a copy of a sound row. A change is a dictionary, or a function of `rows`
(model -> its sound row) that returns one.
"""

from importlib import import_module
from pkgutil import iter_modules


def cases(which):
    """Return all the cases of one kind, "CHANGED" or "COPIED"."""
    modules = [import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__)]
    return {name: case for module in modules for name, case in getattr(module, which).items()}

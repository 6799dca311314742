"""Taking hold of a call-in before it changes: always the notice first, then the call-in.

Whoever corrects or withdraws the notice, records a call-in on paper or signs another one of the
same decision takes the same lock, so that each meets the others before or after, never between.
"""

from governance.call_in_windows.models import CallInWindow
from governance.called_in.actions import locked_newest
from scrutiny.call_ins.models import CallIn


def locked(call_in: CallIn) -> tuple[CallIn, CallInWindow]:
    """Return the call-in as it is now and the window in force; call it in a transaction."""
    window = locked_newest(call_in.window)
    rows = CallIn.objects.select_for_update(of=("self",)).select_related(
        "council",
        "called_in__window",
        "window__rule",
        "window__version__notice",
        "decision__reconsiders",
    )
    return rows.get(pk=call_in.pk), window

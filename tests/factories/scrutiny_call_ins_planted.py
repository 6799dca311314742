"""Call-ins with a sentence of their own in each text, for the test of what is kept."""

from tests.factories.scrutiny_call_ins import a_gathering, a_request, a_signature


def call_ins(restricted, public, council, mark):
    """Plant a request for a restricted decision, and one that members still sign for a public one.

    Both at `council`, by the windows that their notices opened there.
    """

    def said(kind):
        return {name: mark(kind, "asked", name) for name in ("grounds", "reasons", "alternative")}

    asked = a_request(restricted.windows.get(council=council), **said("restricted"))
    gathering = a_gathering(public.windows.get(council=council), **said("gathering"))
    a_signature(gathering, counted_as=mark("gathering", "asked", "signer"))
    return asked, gathering


def arguments_of_call_ins(planted):
    """Return the arguments of every address of call-ins, by name."""
    found = [[one.pk] for one in planted]
    of_each = (
        *("detail", "text", "sign", "take_back", "hand_in", "stop", "check", "hearing"),
        "outcome",
    )
    decided = [[one.decision_id, one.council.slug] for one in planted]
    council = planted[0].council.slug
    member = planted[1].signatures.get().member_id
    return {
        **{f"call_ins:{name}": found for name in of_each},
        **{f"call_ins:{name}": decided for name in ("begin", "of_decision")},
        **{f"call_ins:{name}": [[council]] for name in ("members", "bodies")},
        "call_ins:member": [[council, member]],
    }


def histories_of_call_ins(planted):
    """Return the arguments of the histories of call-ins."""
    return [["call-in-request", one.pk] for one in planted]

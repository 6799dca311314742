"""What may be said about a key decision to come. Pure: no Django, no clock."""

from enum import StrEnum


class Office(StrEnum):
    """Who may agree that a matter is urgent: the first of these that there is and that can act.

    Source: SI 2012/2089, regulations 5(6) and 11(1).
    """

    SCRUTINY_CHAIR = "scrutiny_chair"
    AUTHORITY_CHAIR = "authority_chair"
    AUTHORITY_VICE_CHAIR = "authority_vice_chair"

    @classmethod
    def words(cls) -> "dict[Office, str]":
        """Return what each office is called, in the order in which they are asked."""
        return {
            cls.SCRUTINY_CHAIR: "Chair of the relevant overview and scrutiny committee",
            cls.AUTHORITY_CHAIR: "Chair of the council",
            cls.AUTHORITY_VICE_CHAIR: "Vice-chair of the council",
        }

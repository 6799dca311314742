"""What each role may do. The one page to read, and to change, when a constitution changes.

Pure: no Django. `governance.people.permissions` asks these tables about a person.
"""

from enum import StrEnum


class Kind(StrEnum):
    """The roles a person may hold for a council or a partnership, from a date, to a date."""

    MEMBER = "member"
    OFFICER = "officer"
    PARTNERSHIP_OFFICER = "partnership_officer"
    DEMOCRATIC_SERVICES = "democratic_services"
    SCRUTINY_OFFICER = "scrutiny_officer"
    ADMINISTRATOR = "administrator"


class Ability(StrEnum):
    """One thing a role may allow, always within the council or partnership it is held for."""

    READ_DRAFTS = "read drafts"
    READ_RESTRICTED = "read restricted papers"
    READ_HISTORY = "read who changed what"
    EDIT_MEETINGS = "edit meetings, minutes and decisions"
    PUBLISH_NOTICES = "publish, correct and withdraw notices"
    EDIT_COUNCIL_ICT = "change the council's rollouts, systems, contracts and transactions"
    EDIT_SHARED_ICT = "change the shared roadmap, strategies and funding of a partnership"
    EDIT_SCRUTINY = "keep reviews, recommendations and what scrutiny bodies decided about them"
    ANSWER_SCRUTINY = "record what the council answers to a recommendation"
    REPORT_PROGRESS = "report the council's progress with a recommendation"
    SIGN_CALL_IN = "sign a request to call a decision in"
    CHECK_CALL_IN = "check a request for call-in, and record its hearing and outcome"
    CONFIGURE = "configure people, roles, rules and calendars"


# Read as: this role may do these things. What is not written here is not allowed.
# An administrator configures, and by that role alone reads nothing restricted.
MAY: dict[Kind, frozenset[Ability]] = {
    Kind.MEMBER: frozenset({Ability.READ_RESTRICTED, Ability.SIGN_CALL_IN}),
    Kind.OFFICER: frozenset(
        {
            Ability.READ_DRAFTS,
            Ability.READ_HISTORY,
            Ability.EDIT_COUNCIL_ICT,
            Ability.REPORT_PROGRESS,
        }
    ),
    Kind.PARTNERSHIP_OFFICER: frozenset(
        {
            Ability.READ_DRAFTS,
            Ability.READ_HISTORY,
            Ability.EDIT_SHARED_ICT,
            Ability.REPORT_PROGRESS,
        }
    ),
    Kind.SCRUTINY_OFFICER: frozenset(
        {
            Ability.READ_DRAFTS,
            Ability.READ_HISTORY,
            Ability.EDIT_SCRUTINY,
            Ability.ANSWER_SCRUTINY,
            Ability.REPORT_PROGRESS,
        }
    ),
    Kind.DEMOCRATIC_SERVICES: frozenset(
        {
            Ability.READ_DRAFTS,
            Ability.READ_RESTRICTED,
            Ability.READ_HISTORY,
            Ability.EDIT_MEETINGS,
            Ability.PUBLISH_NOTICES,
            Ability.ANSWER_SCRUTINY,
            Ability.CHECK_CALL_IN,
        }
    ),
    Kind.ADMINISTRATOR: frozenset({Ability.CONFIGURE, Ability.READ_HISTORY}),
}


def kinds_that_may(ability: Ability) -> list[Kind]:
    """Return the roles that carry `ability`."""
    return [kind for kind, abilities in MAY.items() if ability in abilities]

"""How long the papers of a meeting are kept, told to those who keep them."""

from governance.calendar import words
from governance.calendar.statutory_dates import background_paper_retention, decision_retention
from governance.meetings.models import Meeting


def retention_of(meeting: Meeting) -> str:
    """Return until when minutes, agenda and reports are kept, and background papers.

    Source: Local Government Act 1972, sections 100C and 100D(2); SI 2012/2089, regulation 21.
    """
    record = words.plain_day(decision_retention(meeting.held_on).date)
    background = words.plain_day(background_paper_retention(meeting.held_on).date)
    return (
        f"Minutes, agenda and reports are kept at least until {record}, six years from the "
        f"meeting; background papers until {background}, four years."
    )

"""Reading the cells of a table of volumes. Pure: no Django, no clock."""

from roadmap.transactions.rules import volume_of

SERVICE, COUNCIL, VOLUME, YEAR = "Service", "Council", "Volume a year", "Year"
LGSL_ID = "LGSL id"
NEEDED = (SERVICE, COUNCIL, VOLUME)
# Columns of the table that can be downloaded which an import leaves alone.
LEFT_ALONE = (
    *("Department", "Run by", "Online", "Platform", "Main channel"),
    *("Verified on", "Verified by", "Age", "Note", "Illustrative"),
)
COLUMNS = (SERVICE, LGSL_ID, COUNCIL, VOLUME, YEAR, *LEFT_ALONE)
LONGEST_YEAR = 20


def volume_in(cell: str) -> tuple[int | None, str]:
    """Return the volume in a cell, or None and why there is none; an empty cell says nothing."""
    if not cell:
        return None, ""
    try:
        return volume_of(cell), ""
    except ValueError as wrong:
        return None, str(wrong)


def why_not_year(cell: str) -> str:
    """Return why a cell does not hold a year; nothing where it does, or is empty."""
    if len(cell) > LONGEST_YEAR:
        return f"A year is written in {LONGEST_YEAR} characters or fewer, like 2022/23."
    return ""

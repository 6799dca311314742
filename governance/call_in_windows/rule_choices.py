"""The answers of the form of a rule, in words; "" is what a constitution is not known to say."""

Choices = list[tuple[str, str]]
UNKNOWN = ("", "Not known")

UNIT: Choices = [
    ("working_days", "Working days"),
    ("clear_working_days", "Clear working days: it takes effect once they have fully passed"),
    ("calendar_days", "Calendar days: weekends and bank holidays count"),
    ("fixed_weekday", "A fixed day of the week after"),
]
WEEKDAY: Choices = [("", "None: days are counted")] + [
    (day.lower(), day)
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
]
CLOCK_START: Choices = [
    UNKNOWN,
    ("publication", "Publication of the notice"),
    ("decision", "The decision itself"),
    ("minutes", "Publication of the minutes"),
]
MEMBERS: Choices = [
    ("councillors", "Any councillor"),
    ("non_executive", "Councillors outside the executive"),
    ("committee_members", "Members of the scrutiny committee"),
    ("committee_chair", "The chair of the scrutiny committee"),
    ("co_optees", "Co-opted members"),
    ("public", "Members of the public"),
    ("committee", "The scrutiny committee as a body"),
]
ALTERNATIVE: Choices = [
    UNKNOWN,
    ("not_required", "No"),
    ("required", "Yes"),
    ("required_not_deferral", "Yes, and putting the decision off is not one"),
]
LAPSE: Choices = [
    UNKNOWN,
    ("takes_effect", "It takes effect"),
    ("waits", "It still waits for the hearing"),
]
ELIGIBLE: Choices = [
    UNKNOWN,
    ("all_executive", "Every executive decision"),
    ("key_only", "Key decisions only"),
    ("not_officer_non_key", "Executive decisions, but not an officer’s that is not key"),
    ("not_officer", "Executive decisions of members, but not officers’"),
    ("all_decisions", "Every decision: the council is run by committees"),
]
JOINT: Choices = [
    UNKNOWN,
    ("each", "Yes, at each council under its own rule"),
    ("affected", "Only where they affect this council"),
    ("none", "No"),
]
PERIOD: Choices = [
    UNKNOWN,
    ("working_days", "Working days"),
    ("calendar_days", "Calendar days"),
    ("months", "Months"),
]
HEARING: Choices = [*PERIOD, ("next_meeting", "The next available meeting")]
NEEDED: Choices = [("all", "All of them"), ("any", "Any one of them")]
YES_NO: Choices = [UNKNOWN, ("yes", "Yes"), ("no", "No")]

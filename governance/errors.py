"""The one way this code says no."""


class Refused(Exception):
    """A rule said no. The message is a whole sentence and is shown to the person who asked."""

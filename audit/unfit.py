"""The one error for what a user gave and we cannot use."""


class Unfit(Exception):
    """Something the user gave cannot be used. The text is a polite Indonesian sentence with the remedy."""

"""The exception that a user of vnbilat sees for a mistake that she can mend."""


class VnbilatError(Exception):
    """A missing file, an unknown parameter, a broken word list: the message names the place and the remedy."""


class UsageError(VnbilatError):
    """An argument or parameter that is not allowed: the command line ends with exit code 2."""

"""The one exception that a user of vnbilat sees for a mistake that she can mend."""


class VnbilatError(Exception):
    """A missing file, an unknown parameter, a broken word list: the message names the place and the remedy."""

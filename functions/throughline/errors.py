"""The ways in which something can fail, told apart by who can mend it."""


class ThroughlineError(Exception):
    """Anything that this product raises on purpose."""


class Refused(ThroughlineError):
    """The sender's fault: say what is wrong, where and what to do; trying again changes nothing.

    `field` names the place in the input, `do` the next step in plain words.
    """

    def __init__(self, what: str, *, field: str = "", do: str = "", status: int = 400) -> None:
        super().__init__(what)
        self.what = what
        self.field = field
        self.do = do
        self.status = status


class TooMany(Refused):
    """More came by the same way than is taken, and nothing was kept: it may come again `after` so many seconds."""

    def __init__(self, what: str, *, field: str = "", do: str = "", after: int) -> None:
        super().__init__(what, field=field, do=do, status=429)
        self.after = after


class Unroutable(ThroughlineError):
    """Nobody can be found for it by rule: a person has to decide."""


class Unavailable(ThroughlineError):
    """Something we lean on does not answer just now: try again later."""


class Paused(Unavailable):
    """The mail service takes no mail of ours for a while: whoever has mails to send should wait."""

"""A step that somebody wants to take with a case."""

import hashlib
from dataclasses import dataclass

from throughline.domain.case import Action

A_PERSON = "?"  # whom it belongs to when somebody else has to tell
MOST_HOPS = 2  # before a person decides whose it is


@dataclass(frozen=True, slots=True)
class Act:
    """What somebody wants to do with a case, as the page or mail carries it; a mail has an `identity`, no nonce.

    Of a call-back, `told` is what the customer was told, and `reached` whether they were. Of what was resolved,
    `effort` is whether it will be more or less for customers, and `thanks` is said to whoever raised it.
    """

    action: Action
    nonce: str = ""
    text: str = ""
    to: str = ""
    until: str = ""
    identity: str = ""
    told: str = ""
    reached: str = ""
    effort: str = ""
    thanks: str = ""

    def digest(self) -> str:
        """A fingerprint, to tell the same act twice from two people's acts: of the mail, else of what is said."""
        if self.identity:
            return self.identity
        more = "".join(f"\n{name}\n{said}" for name, said in (("effort", self.effort), ("thanks", self.thanks)) if said)
        called = f"\n{self.told}\n{self.reached}" if self.told or self.reached else ""
        said = f"{self.action}\n{self.text}\n{self.to}\n{self.until}{called}{more}"
        return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:32]

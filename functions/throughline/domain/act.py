"""A step that somebody wants to take with a case."""

import hashlib
from dataclasses import dataclass

from throughline.domain.case import Action


@dataclass(frozen=True, slots=True)
class Act:
    """What somebody wants to do with a case, as the page or mail carries it; a mail has an `identity`, no nonce."""

    action: Action
    nonce: str = ""
    text: str = ""
    to: str = ""
    until: str = ""
    identity: str = ""

    def digest(self) -> str:
        """A fingerprint, to tell the same act twice from two people's acts: of the mail, else of what is said."""
        if self.identity:
            return self.identity
        said = f"{self.action}\n{self.text}\n{self.to}\n{self.until}"
        return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:32]

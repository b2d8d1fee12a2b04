"""A step that somebody wants to take with a case."""

import hashlib
from dataclasses import dataclass

from throughline.domain.case import Action


@dataclass(frozen=True, slots=True)
class Act:
    """What somebody at a department wants to do, as the page or mail carries it."""

    action: Action
    nonce: str
    text: str = ""
    to: str = ""
    until: str = ""

    def digest(self) -> str:
        """A fingerprint, to tell the same act twice from two people's acts."""
        said = f"{self.action}\n{self.text}\n{self.to}\n{self.until}"
        return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:32]

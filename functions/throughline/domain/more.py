"""What whoever wrote a note says later on, by its receipt."""

from dataclasses import dataclass

from throughline.domain.case import Action

ACTIONS = (Action.REPLY, Action.CONFIRM, Action.DISPUTE)


@dataclass(frozen=True, slots=True)
class More:
    """What they say about which case of theirs; `nonce` is of the page they saw, `sure` that they read it once more."""

    receipt: str
    number: int
    action: Action
    nonce: str
    text: str = ""
    sure: bool = False

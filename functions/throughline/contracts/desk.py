"""What an inbox's forms or a program say: a wish for a code, the code, or one step for several cases."""

from collections.abc import Mapping

from throughline.contracts.act import read_act
from throughline.domain.act import Act
from throughline.errors import Refused

SEND_CODE, CODE = "send_code", "code"
PICK = "pick-"  # how the fields begin that pick cases
LONGEST_PICK = 400


def picked_in(fields: Mapping[str, str]) -> dict[str, str]:
    """The cases that are picked, each with the nonce that its page would carry."""
    given = [value for name, value in fields.items() if name.startswith(PICK)]
    pairs = [value.partition(" ") for value in given if len(value) <= LONGEST_PICK]
    return {subject: nonce for subject, _, nonce in pairs if subject and nonce}


def read_step(fields: Mapping[str, str]) -> tuple[Act, dict[str, str]]:
    """The step and the cases that it is for; Refused when it is none, or is said without the cases."""
    picked = picked_in(fields)
    if not picked:
        raise Refused("Nothing is picked.", field="pick", do="Pick the notes that it is for.")
    return read_act(fields), picked

"""Responses by which somebody tried a Qualtrics survey: no customer gave them."""

CHANNELS = frozenset({"preview", "test"})
PREVIEW, PREVIEWED = "preview", "1"  # in words, as exports have it; and as the API does
TRIED = "Somebody tried the survey: it is a preview or a test, and no customer's."


def is_trial(status: object, channel: object) -> bool:
    """Whether status or channel of a response say so."""
    said = str(status).strip().casefold()
    return str(channel).strip().casefold() in CHANNELS or said == PREVIEWED or PREVIEW in said

"""Our own shape, for every system that is not listed: canonical answers, signed as Standard Webhooks say."""

from collections.abc import Sequence

from throughline.adapters.surveys.answering import mapped
from throughline.adapters.surveys.macs import webhook_keys
from throughline.adapters.surveys.vendor import Message, Vendor, unreadable
from throughline.contracts.envelope import read_json
from throughline.contracts.incoming import read_responses
from throughline.contracts.signature import verify as verify_webhook
from throughline.domain.survey_mapping import SurveyMap
from throughline.domain.survey_reading import Complete

OWN = ("own", "native")  # speaks for all of the organisation's systems


def verify(message: Message, secrets: Sequence[bytes]) -> None:
    """Refuse unless it is signed with one of the secrets, within five minutes."""
    verify_webhook(webhook_keys(secrets), message.headers, message.raw, message.now)


def read(message: Message, mapping: SurveyMap) -> Complete:
    """The answers in the body, plain or in a CloudEvents envelope; a score without a metric is mapped."""
    return answers(read_json(message.raw), message, mapping)


def answers(document: object, message: Message, mapping: SurveyMap) -> Complete:
    """The answers in a document of our own shape."""
    sent, wishes = read_responses(document, source=mapping.source, received_at=message.now)
    if mapping.source not in OWN and any(one.source != mapping.source for one in sent):
        unreadable("This is an answer of another source.", "source", f"Send {mapping.source}, or leave it out.")
    found = tuple(mapped(one, mapping) for one in sent)
    unmapped = tuple(one.question_key for one in found if one.score is not None and one.metric is None)
    counted = "1 answer" if len(found) == 1 else f"{len(found)} answers"
    missing = f"; no mapping explains {', '.join(unmapped)}" if unmapped else ""
    return Complete(found, f"{counted} in our own shape{missing}.", unmapped, wishes)


VENDOR = Vendor(verify, read)

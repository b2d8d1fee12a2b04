"""What a delivery says: by its vendor's own reader, or the reader of what we fetched from it."""

from collections.abc import Iterable

from throughline.adapters.surveys.vendor import Message
from throughline.adapters.surveys.vendors import VENDORS, vendor_of
from throughline.domain.delivery import Delivery, Shape
from throughline.domain.survey_mapping import SurveyMap
from throughline.domain.survey_reading import Reading
from throughline.domain.survey_source import SurveySource
from throughline.errors import Refused


def reading_of(delivery: Delivery, vendor: str, mapping: SurveyMap) -> Reading:
    """What was sent or fetched means, by the mapping; Refused when it can't be read.

    `vendor` is empty where its source has been taken off since: the source's name then tells.
    """
    message = Message(delivery.raw, delivery.headers, delivery.received_at)
    if delivery.shape is Shape.FETCHED:
        from throughline.adapters.surveys.fetched import FETCHED  # what the door never needs

        reader = FETCHED.get(vendor or delivery.source.partition("-")[0])
        if reader is None:
            raise Refused("Its source has been taken off.", field="source")
        return reader(message, mapping)
    return (VENDORS[vendor] if vendor else vendor_of(delivery.source)).read(message, mapping)


def proven_source(message: Message, key: str, known: Iterable[SurveySource | None]) -> SurveySource | None:
    """Whom a message is proven to come from, None for strangers; Refused (401) when nothing proves it.

    `known` is the source as it is remembered, then looked up afresh: it may have been added just now.
    """
    refused: Refused | None = None
    for source in known:
        refused = None
        if source is None or not source.opens(key):
            continue
        try:
            VENDORS[source.vendor].verify(message, source.signing())
        except Refused as error:
            refused = error
        else:
            return source
    if refused:
        raise refused
    return None


def named_in(message: Message, vendor: str, source: str) -> Reading | None:
    """What a message says without any mapping: which response of which survey it is; None when it can't be read."""
    try:
        return VENDORS[vendor].read(message, SurveyMap(source))
    except Refused:
        return None

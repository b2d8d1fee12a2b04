"""Survey sources of the local stack, one a vendor that is read in full, with test secrets that `status` shows."""

import json

from operate.stack import Stack
from operate.survey_book import Change, SurveyBook, address_of, made_secret

IN_FULL = ("typeform", "surveymonkey", "qualtrics", "formbricks", "tally", "delighted", "native")
FETCHED = ("surveymonkey", "qualtrics")


def add_test_sources(stack: Stack) -> None:
    """Give each vendor an address and a secret; SurveyMonkey's is made of two parts."""
    book = SurveyBook(stack)
    for vendor in IN_FULL:
        secret = f"test-client&{made_secret(vendor)}" if vendor == "surveymonkey" else made_secret(vendor)
        token = "local-test-token" if vendor in FETCHED else ""
        book.add(vendor, vendor, Change(secret, token, "local" if vendor == "qualtrics" else ""))


def told_sources(stack: Stack, secret: str) -> dict[str, object]:
    """The sources in a stack's secret, each with its address; keys of our own systems as they are."""
    document = json.loads(secret)
    found: dict[str, object] = {name: one for name, one in document["sources"].items() if isinstance(one, list)}
    for one in SurveyBook(stack).all():
        url = address_of(one, stack.outputs["SiteUrl"])
        found[one.name] = {"vendor": one.vendor, "url": url, "secret": one.secrets[0], "secrets": list(one.secrets)}
    return found

"""Every vendor by its name; one is imported only when it is asked for, so that a function starts fast."""

from collections.abc import Iterator, Mapping
from importlib import import_module

from throughline.adapters.surveys.vendor import Vendor

OWN = "native"
PLACES = {
    "native": "native",
    "typeform": "typeform",
    "surveymonkey": "surveymonkey",
    "qualtrics": "qualtrics",
    "formbricks": "formbricks",
    "tally": "tally",
    "delighted": "delighted",
    "google_forms": "google_forms",
    "hubspot": "by_recipe:HUBSPOT",
    "zendesk": "by_recipe:ZENDESK",
    "medallia": "by_recipe:MEDALLIA",
    "intercom": "by_recipe:INTERCOM",
    "survicate": "by_recipe:SURVICATE",
    "jotform": "by_recipe:JOTFORM",
    "asknicely": "by_recipe:ASKNICELY",
    "surveysparrow": "by_recipe:SURVEYSPARROW",
    "smartsurvey": "by_recipe:SMARTSURVEY",
    "helpscout": "by_recipe:HELPSCOUT",
    "feedbackspark": "by_recipe:FEEDBACKSPARK",
}
ENDINGS = ("-", ".")


class Vendors(Mapping[str, Vendor]):
    """The vendors by name, each loaded on first use."""

    def __getitem__(self, name: str) -> Vendor:
        """The vendor of that name."""
        module, _, attribute = PLACES[name].partition(":")
        found = getattr(import_module(f"throughline.adapters.surveys.{module}"), attribute or "VENDOR")
        return found if isinstance(found, Vendor) else Vendor(found.verify, found.read)

    def __iter__(self) -> Iterator[str]:
        """The names."""
        return iter(PLACES)

    def __len__(self) -> int:
        """How many there are."""
        return len(PLACES)


VENDORS = Vendors()


def vendor_of(source: str) -> Vendor:
    """The vendor behind a source: `typeform`, or `typeform-north` for a second account; others speak our own shape."""
    name = source.casefold().replace("google-forms", "google_forms")
    for ending in ENDINGS:
        name = name.partition(ending)[0]
    return VENDORS[name if name in PLACES else OWN]

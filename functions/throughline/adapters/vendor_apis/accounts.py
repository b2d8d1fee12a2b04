"""The API of a source's vendor; its host stands in the code, so that no setting leads a token elsewhere."""

from collections.abc import Callable, Mapping
from datetime import datetime
from importlib import import_module

from throughline.adapters.vendor_apis.asking import Api
from throughline.domain.survey_source import SurveySource
from throughline.errors import Refused
from throughline.usecases.fetch_responses import Vendor

KNOWN = ("surveymonkey", "qualtrics")
LOCAL = "local"


def vendor_of_source(source: SurveySource, now: Callable[[], datetime], *, stage: str, site: str) -> Vendor:
    """The account of a source; `site` takes the vendor's place on the local stage only.

    Refused for a vendor without an API here, or a source without a token.
    """
    if source.vendor not in KNOWN:
        do = "Only surveymonkey and qualtrics name responses that have to be fetched."
        raise Refused(f"Nothing is fetched from {source.vendor}.", field="vendor", do=do)
    if not source.token:
        do = f"Add it: throughline survey source rotate {source.name} --token-env VAR"
        raise Refused("The source has no token for its vendor's API.", field="token", do=do)

    def api(host: str, headers: Mapping[str, str]) -> Api:
        return Api(site if stage == LOCAL and site else host, headers, now)

    module = import_module(f"throughline.adapters.vendor_apis.{source.vendor}")
    account: Vendor = module.of_account(api, source.token, source.host)
    return account

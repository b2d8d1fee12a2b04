"""The survey sources of a stack, in its secret: who may send, under which address, with which proof."""

import json
import re
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, replace
from secrets import token_bytes, token_urlsafe
from typing import Any

from operate.stack import Stack
from throughline.adapters.surveys.vendors import VENDORS
from throughline.domain.survey_source import MOST_SECRETS, SurveySource
from throughline.errors import Refused

OWN = "own"
NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,62}", re.ASCII)
KEY_BYTES = 24
STANDARD_WEBHOOKS = ("native", "formbricks")


@dataclass(frozen=True, slots=True)
class Change:
    """What is new about a source; what is empty stays as it is."""

    secret: str = ""
    token: str = ""
    host: str = ""
    key: bool = False
    only_newest: bool = False


class SurveyBook:
    """Reads and changes the sources; functions notice within five minutes, most at once."""

    def __init__(self, stack: Stack) -> None:
        self._client = stack.client("secretsmanager")
        self._id = stack.outputs["SecretId"]

    def all(self) -> list[SurveySource]:
        """Every source with an address of its own, by name."""
        found = self._document().get("sources", {})
        return [SurveySource.of_document(name, one) for name, one in sorted(found.items()) if isinstance(one, dict)]

    def add(self, name: str, vendor: str, change: Change) -> SurveySource:
        """Make a source and its address; Refused for a name that stands already or can't be one."""
        if not NAME.fullmatch(name) or name == OWN:
            do = "Use small letters, digits and dashes, such as typeform-north."
            raise Refused(f'"{name}" is no name for a source.', field="name", do=do)
        if vendor not in VENDORS:
            raise Refused(f'We do not know "{vendor}".', field="vendor", do=f"One of: {', '.join(VENDORS)}.")
        if any(one.name == name for one in self.all()):
            do = "Give it another name, or change it: throughline survey source rotate."
            raise Refused(f'There is a source "{name}".', field="name", do=do)
        secret = change.secret or made_secret(vendor)
        made = SurveySource(name, vendor, (token_urlsafe(KEY_BYTES),), (secret,), change.token, change.host)
        self._put(made)
        return made

    def change(self, name: str, change: Change) -> SurveySource:
        """Put a new secret, key, token or host in front; what it replaces holds until it is dropped."""
        source = next((one for one in self.all() if one.name == name), None)
        if source is None:
            raise Refused(f'There is no source "{name}".', field="name", do="See them: throughline survey source list.")
        changed = _changed(source, change)
        self._put(changed)
        return changed

    def _put(self, source: SurveySource) -> None:
        document = self._document()
        document["sources"] = {**document.get("sources", {}), source.name: source.as_document()}
        self._client.put_secret_value(SecretId=self._id, SecretString=json.dumps(document))

    def _document(self) -> dict[str, Any]:
        found: Mapping[str, Any] = self._client.get_secret_value(SecretId=self._id)
        return dict(json.loads(str(found["SecretString"])))


def made_secret(vendor: str) -> str:
    """A secret in the shape that the vendor's scheme wants."""
    return f"whsec_{b64encode(token_bytes(32)).decode()}" if vendor in STANDARD_WEBHOOKS else token_urlsafe(32)


def address_of(source: SurveySource, site: str) -> str:
    """What to paste at the vendor: by the newest key."""
    return f"{site.rstrip('/')}/s/{source.name}/{source.keys[0]}"


def _changed(source: SurveySource, change: Change) -> SurveySource:
    kept = 1 if change.only_newest else MOST_SECRETS
    secrets = (change.secret, *source.secrets) if change.secret else source.secrets
    keys = (token_urlsafe(KEY_BYTES), *source.keys) if change.key else source.keys
    return replace(
        source,
        secrets=tuple(dict.fromkeys(secrets))[:kept],
        keys=keys[:kept],
        token=change.token or source.token,
        host=change.host or source.host,
    )

"""The stack's one secret, read through Powertools' cache."""

import json
from base64 import b64decode
from collections.abc import Sequence
from time import monotonic
from typing import Any

from aws_lambda_powertools.utilities.parameters import SecretsProvider

from throughline.domain.seal import derived
from throughline.domain.survey_source import SurveySource

KEPT_SECONDS = 300
AGAIN_SECONDS = 10.0
SIGNED_PREFIX = "whsec_"


class StackSecrets:
    """Reads the secret at most once in five minutes, so that a rotation is noticed soon."""

    def __init__(self, secret_id: str, provider: SecretsProvider | None = None) -> None:
        self._secret_id = secret_id
        self._provider = provider or SecretsProvider()
        self._looked = -AGAIN_SECONDS

    def root(self) -> bytes:
        """The root of all derived keys."""
        return str(self._document()["root"]).encode()

    def source_keys(self, source: str) -> Sequence[bytes]:
        """The signing keys of a survey source, the newest first; the stack's own has one from the start."""
        listed = self._document().get("sources", {}).get(source, [])
        listed = listed.get("secrets", []) if isinstance(listed, dict) else listed
        keys = [b64decode(str(key).removeprefix(SIGNED_PREFIX)) for key in listed]
        return keys or ([derived(self.root(), "responses")] if source == "own" else [])

    def survey_source(self, name: str, *, fresh: bool = False) -> SurveySource | None:
        """A source of surveys with an address of its own; None when there is none of that name.

        `fresh` looks again before that, though strangers can't make it look more than once in ten seconds.
        """
        if fresh:
            self._look_again()
        found = self._document().get("sources", {}).get(name)
        return SurveySource.of_document(name, found) if isinstance(found, dict) else None

    def _look_again(self) -> None:
        if monotonic() - self._looked >= AGAIN_SECONDS:
            self._looked = monotonic()
            self._provider.get(self._secret_id, max_age=KEPT_SECONDS, force_fetch=True)

    def _document(self) -> dict[str, Any]:
        return dict(json.loads(str(self._provider.get(self._secret_id, max_age=KEPT_SECONDS))))

"""The stack's one secret, read through Powertools' cache."""

import json
from base64 import b64decode
from collections.abc import Sequence
from typing import Any

from aws_lambda_powertools.utilities.parameters import SecretsProvider

from throughline.domain.seal import derived

KEPT_SECONDS = 300
SIGNED_PREFIX = "whsec_"


class StackSecrets:
    """Reads the secret at most once in five minutes, so that a rotation is noticed soon."""

    def __init__(self, secret_id: str, provider: SecretsProvider | None = None) -> None:
        self._secret_id = secret_id
        self._provider = provider or SecretsProvider()

    def root(self) -> bytes:
        """The root of all derived keys."""
        return str(self._document()["root"]).encode()

    def source_keys(self, source: str) -> Sequence[bytes]:
        """The signing keys of a survey source, the newest first; the stack's own has one from the start."""
        listed = self._document().get("sources", {}).get(source, [])
        keys = [b64decode(str(key).removeprefix(SIGNED_PREFIX)) for key in listed]
        return keys or ([derived(self.root(), "responses")] if source == "own" else [])

    def _document(self) -> dict[str, Any]:
        return dict(json.loads(str(self._provider.get(self._secret_id, max_age=KEPT_SECONDS))))

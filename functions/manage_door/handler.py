"""The door of the managers' pages: says whose session a browser holds, anew at each request.

It names somebody or nobody; the page then shows itself, or where to sign in. The API's own answer would be one bare
word.
"""

from functools import cache
from typing import Any

from aws_lambda_powertools import Logger

from manage_door.settings import Settings
from throughline.adapters.environment import from_env
from throughline.adapters.http import AWAY
from throughline.adapters.manage import SESSION, WHO, WHY, Why, cookie_in
from throughline.adapters.secrets import StackSecrets
from throughline.adapters.trouble import where
from throughline.adapters.wiring import AtlasRoom
from throughline.domain.manager import session_behind

logger = Logger()
settings = cache(lambda: from_env(Settings))
atlas = cache(lambda: AtlasRoom(settings().atlas_table))
secrets = cache(lambda: StackSecrets(settings().secret_id))


def _said(event: dict[str, Any]) -> dict[str, str]:
    token = cookie_in(event, SESSION, settings().site_url)
    if not token:
        return {WHO: "", WHY: Why.NONE.value}
    session = session_behind(secrets().root(), token, atlas().clock.now())
    if session is None or not atlas().sessions.stands(session):
        return {WHO: "", WHY: Why.OVER.value}
    return {WHO: session.subject}


def handle(event: dict[str, Any], _context: Any) -> dict[str, Any]:
    try:
        said = _said(event)
    except AWAY as error:
        logger.warning("unavailable", extra=where(error))
        said = {WHO: "", WHY: Why.AWAY.value}
    return {"isAuthorized": True, "context": said}

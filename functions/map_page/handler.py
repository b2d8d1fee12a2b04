"""GET /map/{token}: the journey map for everyone with the staff link."""

from functools import cache
from typing import Any

from aws_lambda_powertools.event_handler import Response

from map_page.settings import Settings
from throughline.adapters.clock import WallClock
from throughline.adapters.described import described
from throughline.adapters.environment import from_env
from throughline.adapters.http import door, language_of, page
from throughline.adapters.links import read_or_refuse
from throughline.adapters.secrets import StackSecrets
from throughline.adapters.wiring import AtlasRoom
from throughline.domain.journey import as_document
from throughline.errors import Refused

app = door()
settings = cache(lambda: from_env(Settings))
atlas = cache(lambda: AtlasRoom(settings().atlas_table))
secrets = cache(lambda: StackSecrets(settings().secret_id))


@app.get("/map/<token>", **described("The journey map", "departments", 200, 403, 404))
def show(token: str) -> Response[str]:
    """The map in force; addresses stay out of it."""
    read_or_refuse(secrets().root(), token, purpose="map", now=WallClock().now())
    current = atlas().maps.current()
    if current is None:
        raise Refused("There is no journey map yet.", do="Ask whoever runs this to import one.", status=404)
    return page("map", as_document(current), language=language_of(app))


def handle(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return app.resolve(event, context)

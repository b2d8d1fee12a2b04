"""Puts together where digests are composed, previewed, and read once they went out."""

from dataclasses import replace
from typing import Any

from throughline.adapters.preview_paper import JinjaPreviewPaper
from throughline.adapters.wiring import AtlasRoom, LedgerRoom
from throughline.domain.digest import MOST_ON_A_PAGE
from throughline.domain.digest_time import Rhythm
from throughline.usecases.compose_digest import DigestEditor
from throughline.usecases.preview_digest import PreviewDesk
from throughline.usecases.send_digest import DigestDesk
from throughline.usecases.show_week import Shelf


def editor_of(
    ledger: LedgerRoom, atlas: AtlasRoom, *, smallest_group: int, fewest: int, settles: bool = True
) -> DigestEditor:
    """Who composes the digests of a stack; one that only looks settles nothing."""
    return DigestEditor(
        *(ledger.weeks, ledger.figures, atlas.maps, atlas.places, ledger.clock, smallest_group),
        editions=ledger.editions,
        directory=atlas.directory,
        fewest=fewest,
        settles=settles,
        goals=ledger.goal_board,
    )


def preview_desk(desk: DigestDesk, ledger: LedgerRoom, atlas: AtlasRoom, zone: str) -> PreviewDesk:
    """Where the same digests are shown to the CX manager before they go."""
    editor = replace(desk.editor, settles=False)
    rooms = (ledger.recognitions, atlas.directory)
    return PreviewDesk(editor, *rooms, JinjaPreviewPaper(), desk.secrets, desk.site, zone)


def shelf_of(ledger: LedgerRoom, atlas: AtlasRoom, told: Any) -> Shelf:
    """Where digests are read once they went out, as pages that hold more than a mail.

    `told` is a function's settings: `smallest_group`, `digest_weekday`, `digest_hour` and `time_zone` among them.
    """
    editor = editor_of(ledger, atlas, smallest_group=told.smallest_group, fewest=1, settles=False)
    rhythm = Rhythm(told.digest_weekday, told.digest_hour)
    return Shelf(rhythm, told.time_zone, ledger.editions, replace(editor, most=MOST_ON_A_PAGE))

"""Puts together where digests are composed and previewed."""

from dataclasses import replace

from throughline.adapters.preview_paper import JinjaPreviewPaper
from throughline.adapters.wiring import AtlasRoom, LedgerRoom
from throughline.usecases.compose_digest import DigestEditor
from throughline.usecases.preview_digest import PreviewDesk
from throughline.usecases.send_digest import DigestDesk


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

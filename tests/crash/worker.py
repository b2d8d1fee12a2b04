"""What a worker keeps between events, and what others say of its work."""

from collections.abc import Iterable, Mapping
from typing import Any

from crash.answers import Document
from handlers.live import module


def chill(functions: Iterable[str]) -> None:
    """What a worker keeps of maps and secrets is gone; its clients, which cost time only, stay."""
    for function in functions:
        kept = vars(module(function))
        if "atlas" in kept:
            for name in ("maps", "places", "shadows"):
                vars(kept["atlas"]()).pop(name, None)
        if "ledger" in kept:
            for name in ("standings", "sending"):
                vars(kept["ledger"]()).pop(name, None)
        for name in {"shelf", "tiers", "translator"} & kept.keys():
            if hasattr(kept[name], "cache_clear"):
                kept[name].cache_clear()
        if "secrets" in kept:
            kept["secrets"]()._provider.store.clear()
        if hasattr(kept.get("desk"), "cache_clear"):  # one that is made anew each time keeps nothing, and asks AWS
            _chill_desk(kept)


def _chill_desk(kept: Mapping[str, Any]) -> None:
    desk = kept["desk"]()
    desk.secrets._provider.store.clear()
    desk.editor._kept.clear()
    desk.editor.maps = kept["atlas"]().maps


def sent_report(mail: Document) -> Document:
    """SES's word that it took a mail."""
    tags = {name: [value] for name, value in mail["tags"].items()}
    return {"eventType": "Send", "mail": {"messageId": mail["id"], "tags": tags}}


def announcement(image: Document) -> str:
    """What is announced, and which version of it."""
    return " ".join(image.get(name, {}).get("S", "") for name in ("announces", "pk", "sk")) + str(image.get("revision"))

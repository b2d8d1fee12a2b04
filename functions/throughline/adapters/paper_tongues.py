"""What languages are called, in the reader's own."""

from collections.abc import Callable, Mapping
from gettext import NullTranslations
from typing import Any

from throughline.adapters.paper_sayings import N_

TONGUES = {
    "ar": N_("Arabic"),
    "bg": N_("Bulgarian"),
    "cs": N_("Czech"),
    "da": N_("Danish"),
    "de": N_("German"),
    "el": N_("Greek"),
    "en": N_("English"),
    "es": N_("Spanish"),
    "fa": N_("Persian"),
    "fi": N_("Finnish"),
    "fr": N_("French"),
    "hi": N_("Hindi"),
    "hr": N_("Croatian"),
    "hu": N_("Hungarian"),
    "it": N_("Italian"),
    "ja": N_("Japanese"),
    "ko": N_("Korean"),
    "nl": N_("Dutch"),
    "no": N_("Norwegian"),
    "pl": N_("Polish"),
    "pt": N_("Portuguese"),
    "ro": N_("Romanian"),
    "ru": N_("Russian"),
    "sr": N_("Serbian"),
    "sv": N_("Swedish"),
    "tr": N_("Turkish"),
    "uk": N_("Ukrainian"),
    "ur": N_("Urdu"),
    "vi": N_("Vietnamese"),
    "zh": N_("Chinese"),
}


def by_machine_in(words: NullTranslations) -> Callable[[Mapping[str, Any]], str]:
    """A filter that says of translated words, `{"source": tag, ...}`, who translated them and from what."""

    def by_machine(translated: Mapping[str, Any]) -> str:
        name = TONGUES.get(str(translated["source"]))
        if not name:
            return words.gettext("Translated by a machine:")
        return words.gettext("Translated by a machine from %(language)s:") % {"language": words.gettext(name)}

    return by_machine

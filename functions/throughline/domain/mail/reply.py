"""The words that are new in a mail, apart from what it quotes and how it is signed."""

import re

_WROTE = "wrote|schrieb|écrit|escribió|escreveu|scritto|schreef|skrev|napisał[a]?"
_WHO = r"(?:\s[^:]{0,100}@[^:]{0,200})?"  # some languages name the writer after the verb
_QUOTE_STARTS = re.compile(
    r"^(?:-{2,}\s*(?:original message|ursprüngliche nachricht|message d'origine|mensaje original|forwarded message)"
    rf"|_{{10,}}\s*$|(?:on|am|le|el|em|il|op|den|w dniu)\b.{{5,200}}\b(?:{_WROTE}){_WHO}\s*:\s*$"
    r"|(?:from|von|de|da|van|från)\s*:\s.*@)",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"^--\s?$|^(?:sent from my|von meinem|envoyé de mon|enviado desde mi)\b", re.IGNORECASE)


def new_words(text: str) -> str:
    """The text without quotes and signature; all of it when nothing else is left."""
    kept: list[str] = []
    lines = text.splitlines()
    for at, line in enumerate(lines):
        plain = line.strip()
        if _SIGNED.match(plain) or _QUOTE_STARTS.match(plain) or _wrapped_quote_start(lines, at):
            break
        if not plain.startswith(">"):
            kept.append(line.rstrip())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip() or text.strip()


def _wrapped_quote_start(lines: list[str], at: int) -> bool:
    joined = " ".join(line.strip() for line in lines[at : at + 2])
    return at + 1 < len(lines) and bool(_QUOTE_STARTS.match(joined)) and joined.endswith(":")

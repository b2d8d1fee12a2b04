"""How mail programs mark quotes and signatures in HTML: by tag, class, id, name and style."""

import re
from enum import Enum

from throughline.domain.mail.splitting.split_patterns import Late

_ATTRIBUTE = Late(r"""\b(class|id|type|name|style|cite|data-marker)\s*=\s*("[^"]*"?|'[^']*'?|[^\s>"']+)""")
_LONGEST = 1_000


class Mark(Enum):
    """What a container says of its text."""

    QUOTED = "quoted"
    AROUND = "around"  # the announcement and whole quotes in it are quoted; what stands between and below is not
    REST = "rest"  # from here to the mail's end all is quoted
    SIGNATURE = "signature"
    OWN = "own"
    HIDDEN = "hidden"


_AROUND = re.compile(r"(?:^|\s)(?:gmail_quote|protonmail_quote|cm_quote)\b|(?:^|\s)zmail_extra\b")
_QUOTED = re.compile(
    r"(?:^|[\s])(?:gmail_attr|gmail_quote_attribution|yahoo_quoted\w*|moz-cite-prefix|moz-forward-container"
    r"|moz-email-headers-table"
    r"|tutanota_quote|front-blockquote|ms-outlook-mobile-reference-message|mail-editor-reference-message-container"
    r"|outlookmessageheader"
    r"|blockquote_zmail|isreplycontent|reply-intro|olk_src_body_section|messagereplysection|__quoted_text__"
    r"|__headers__|x_divrplyfwdmsg"
    r"|hmquote|quotedmessage|mailquote|mail-quote-collapse|ydp\w*yahoo_quoted\w*|wrote-header|qmbox_quote|ox-quote"
    r"|replysplit|mcntmcntquoted)(?:$|[\s])"
)
_REST = re.compile(r"(?:^|\s)(?:appendonsend|divrplyfwdmsg|__divider__|zwchr|stopspelling)(?:$|\s)")
_SIGNATURE = Late(
    r"(?:^|\s)(?:gmail_signature(?:_prefix)?|moz-signature|(?:x_)?signature|ms-outlook-mobile-signature"
    r"|protonmail_signature_block\S*"
    r"|k9mail-signature|composer_signature|zm-_id_-sgn\w*|messagesignaturesection|front-signature|_rc_sig|__sig_(?:pre"
    r"|post)__"
    r"|(?:e?mail|yahoo|user|html|app)[-_]?signature\S*|ydp\w*signature|applemailsignature"
    r"|lineBreakAtBeginningOfSignature|signature[-_]\w+|\w+[-_]signature|sig\d+|outlook[-_]signature|io-ox-signature"
    r"|zsignature\w*)(?:$|\s)"
)
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all")
_INDENTED = re.compile(r"border\s*:\s*(?:none|0)|margin\s*:\s*0(?:px)? 0(?:px)? 0(?:px)? 40px")
_BARRED = re.compile(r"border-left\s*:\s*(?!none|0)[^;]*\b(?:solid|\d+(?:\.\d+)?p[xt])")
_OUTLOOK_HEAD = re.compile(r"border-top\s*:\s*solid #(?:e1e1e1|b5c4df) 1\.0pt")
_NAMED = ((Mark.REST, _REST), (Mark.SIGNATURE, _SIGNATURE), (Mark.QUOTED, _QUOTED), (Mark.AROUND, _AROUND))


def attributes(tag: str) -> dict[str, str]:
    """The attributes of a tag that can tell, their values lower-cased."""
    found = _ATTRIBUTE.finditer(tag[:_LONGEST])
    return {one[1].lower(): one[2].strip("\"'").lower() for one in found}


def mark_of(name: str, told: dict[str, str]) -> Mark | None:
    """What a container says of its text, by its tag's name and attributes; None when it says nothing."""
    style = told.get("style", "")
    if name == "blockquote":
        return Mark.OWN if _INDENTED.search(style) and told.get("type") != "cite" else Mark.QUOTED
    if name == "signature":
        return Mark.SIGNATURE
    if not told:
        return None
    if _HIDDEN.search(style):
        return Mark.HIDDEN
    if _OUTLOOK_HEAD.search(style):
        return Mark.REST
    named = " ".join(told[key] for key in ("id", "class", "name", "data-marker") if key in told)
    by_name = next((mark for mark, names in _NAMED if names.search(named)), None) if named else None
    return by_name or (Mark.QUOTED if name == "div" and _is_set_off(told, style) else None)


def _is_set_off(told: dict[str, str], style: str) -> bool:
    """Named a quote, or set in behind a bar."""
    return told.get("name") == "quote" or (bool(_BARRED.search(style)) and "padding" in style)

"""Mail programs that announce the quote in a line and mark what they quote: any place for the words."""

from collections.abc import Callable
from html import escape

from operate.bench.replying.letter import AT, WHO, Letter, Place, in_breaks, in_lines, marked, paragraphs, wrapped

Style = Callable[[str, str], str]


def head(line: str) -> str:
    """An announcing line with who is quoted."""
    return line.format(who=WHO, at=AT)


def plain(letter: Letter, line: str) -> str:
    """The plain text that all of them write."""
    quote = f"{wrapped(head(line))}\n\n{marked(paragraphs(*letter.asked))}"
    if letter.place is Place.TOP:
        return paragraphs(letter.said, letter.signed_text(), quote) + "\n"
    if letter.place is Place.BOTTOM:
        return paragraphs(quote, letter.said, letter.signed_text()) + "\n"
    answers = [f"> {asked}\n\n{bit}" for asked, bit in zip(letter.asked, letter.tongue.bits, strict=True)]
    return paragraphs(f"{wrapped(head(line))}\n", *answers, letter.signed_text()) + "\n"


def gmail(letter: Letter) -> str:
    """Gmail's page: the announcement and each quote in a container that holds answers too."""
    told = f'<div dir="ltr" class="gmail_attr">{linked(head(letter.tongue.gmail))}<br></div>'
    signature = f'<div><div dir="ltr" class="gmail_signature">{in_lines(letter.signed_text())}</div></div>'
    signature = f"<div><br></div>{signature}" if letter.signature else ""
    quoted = '<blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);'
    quoted += 'padding-left:1ex">{}</blockquote>'
    around = '<div class="gmail_quote gmail_quote_container">{}</div>'
    asked = [quoted.format(in_lines(one)) for one in letter.asked]
    if letter.place is Place.TOP:
        body = f"{in_lines(letter.said)}{signature}</div><br>{around.format(told + ''.join(asked))}"
    elif letter.place is Place.BOTTOM:
        body = f"{around.format(told + ''.join(asked))}{in_lines(letter.said)}{signature}</div>"
    else:
        pairs = zip(asked, letter.tongue.bits, strict=True)
        inside = "".join(f"{one}<div><br></div>{in_lines(bit)}<div>&nbsp;</div>" for one, bit in pairs)
        body = f"{around.format(told + inside)}{signature}</div>"
    return f'<div dir="ltr">{body}'


def cited(letter: Letter, told: str, style: Style, *, within: bool = False) -> str:
    """A page whose quotes are blockquotes of type cite; `within` when the announcement stands in the first."""
    asked = [in_lines(one, "p") for one in letter.asked]
    if letter.place is not Place.BETWEEN:
        asked = ["".join(asked)]
    first, *others = asked
    opened = f'<blockquote type="cite">{told}{first}</blockquote>'
    quotes = [opened if within else f'{told}<blockquote type="cite" cite="mid:1@example">{first}</blockquote>']
    quotes += [f'<blockquote type="cite">{one}</blockquote>' for one in others]
    signature = style(letter.signed_text(), letter.signed.value) if letter.signature else ""
    if letter.place is Place.TOP:
        return f"{in_breaks(letter.said)}<br><br>{signature}<br>{''.join(quotes)}"
    if letter.place is Place.BOTTOM:
        return f"{''.join(quotes)}<p>{in_breaks(letter.said)}</p>{signature}"
    pairs = zip(quotes, letter.tongue.bits, strict=True)
    return "".join(f"{quote}<p>{in_breaks(bit)}</p>" for quote, bit in pairs) + signature


def linked(text: str) -> str:
    """A text whose address is a link, as most programs make it."""
    return escape(text).replace(f"&lt;{AT}&gt;", f'&lt;<a href="mailto:{AT}">{AT}</a>&gt;')


def apple(letter: Letter) -> str:
    """Apple Mail on a desk or in a hand: the announcement stands in the quote."""
    told = f'<div>{linked(head(letter.tongue.apple))}</div><br class="Apple-interchange-newline">'
    body = cited(letter, told, lambda text, _: f"<div>{in_lines(text)}</div>", within=True)
    return f'<html><head></head><body style="overflow-wrap: break-word; -webkit-nbsp-mode: space;">{body}</body></html>'


def thunderbird(letter: Letter) -> str:
    """Thunderbird: a prefix, then the quote."""
    told = f'<div class="moz-cite-prefix">{linked(head(letter.tongue.thunderbird))}<br></div>'
    body = cited(letter, told, lambda text, _: f'<div class="moz-signature">{in_breaks(text)}</div>')
    return f'<!DOCTYPE html><html><head><meta charset="UTF-8"></head><body>{body}</body></html>'


def proton(letter: Letter) -> str:
    """Proton Mail: one container around announcement and quote."""
    told = f"{linked(head(letter.tongue.gmail))}<br>"
    asked = "".join(in_lines(one) for one in letter.asked)
    signed = f'<div class="protonmail_signature_block-user">{in_lines(letter.signed_text())}</div>'
    signature = f'<div class="protonmail_signature_block">{signed}</div>' if letter.signature else ""
    quoted = f'<blockquote class="protonmail_quote" type="cite">{asked}</blockquote>'
    quote = f'<div class="protonmail_quote">{told}{quoted}<br></div>'
    said = in_lines(letter.said, told=' style="font-family: Arial, sans-serif; font-size: 14px;"')
    return f"{said}<div><br></div>{signature}{quote}" if letter.place is Place.TOP else f"{quote}{said}{signature}"


def roundcube(letter: Letter) -> str:
    """Roundcube: a paragraph of its own, then the quote."""
    told = f'<p id="reply-intro">{linked(head(letter.tongue.ox))}</p>'
    return cited(letter, told, lambda text, _: f'<div id="_rc_sig"><pre>{escape(text)}</pre></div>')


def open_xchange(letter: Letter) -> str:
    """GMX, mailbox.org and others: the announcement in the quote."""
    told = f"<div>{linked(head(letter.tongue.ox))}</div><div><br></div>"
    return cited(letter, told, lambda text, _: f'<div class="io-ox-signature">{in_lines(text, "p")}</div>', within=True)

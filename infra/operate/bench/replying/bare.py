"""Mail programs that quote without marks: below header fields, or below a line of their own; words on top only."""

from operate.bench.replying.letter import AT, NAME, SUBJECT, WHO, Letter, in_lines, paragraphs, wrapped
from operate.bench.replying.marking import head, linked

HARD = "\u00a0"
DRAWN = "________________________________"


def fields(letter: Letter, *, bold: bool = False, dated: str = "") -> str:
    """Header fields as lines."""
    star = "*" if bold else ""
    values = (f"{WHO} <{AT}>", dated or letter.tongue.sent, f"{NAME} <rosa@oakandlantern.example>", SUBJECT)
    colon = " :" if letter.tongue.code == "fr" else ":"
    named = zip(letter.tongue.labels, values, strict=True)
    return "\n".join(f"{star}{label}{colon}{star} {value}" for label, value in named)


def fields_page(letter: Letter, tag: str, gap: str) -> str:
    """Header fields as a page shows them."""
    lines = [line.partition(":") for line in fields(letter).split("\n")]
    return gap.join(f"<{tag}>{label}:</{tag}>{linked(value)}" for label, _, value in lines)


def bare(letter: Letter, announced: str) -> str:
    """Words, signature, announcement and quote, in this order and with no mark."""
    return paragraphs(letter.said, letter.signed_text(), announced, *letter.asked) + "\n"


def outlook(letter: Letter) -> str:
    """Outlook on a desk, plain."""
    return bare(letter, fields(letter))


def outlook_bold(letter: Letter) -> str:
    """Outlook on a desk, its page made plain by another program."""
    return bare(letter, fields(letter, bold=True))


def outlook_web(letter: Letter) -> str:
    """Outlook on the web, plain."""
    return bare(letter, f"{DRAWN}\n{fields(letter)}")


def outlook_phone(letter: Letter) -> str:
    """Outlook in a hand, plain."""
    return bare(letter, f"{letter.tongue.outlook}<https://aka.ms/o0ukef>\n{DRAWN}\n{fields(letter)}")


def exchange(letter: Letter) -> str:
    """Old Outlook, plain."""
    return bare(letter, f"-----{letter.tongue.original}-----\n{fields(letter)}")


def samsung(letter: Letter) -> str:
    """Samsung's mail, plain."""
    dated = "20/11/2026  09:12  (GMT+00:00)"
    return bare(letter, f"-------- {letter.tongue.original} --------\n{fields(letter, dated=dated)}")


def yahoo(letter: Letter) -> str:
    """Yahoo, plain: an announcement set in, a quote without marks."""
    return bare(letter, f"    {head(letter.tongue.yahoo)}  \n ")


def zoho(letter: Letter) -> str:
    """Zoho, plain."""
    return bare(letter, f"---- On Fri, 20 Nov 2026 09:12:31 +0000 {WHO} <{AT}> wrote ----")


def notes(letter: Letter) -> str:
    """Notes, plain."""
    told = f"-----{WHO} <{AT}> wrote: -----\nTo: {NAME} <rosa@oakandlantern.example>\nFrom: {WHO} <{AT}>\n"
    return bare(letter, f"{told}Date: 11/20/2026 09:12AM\nSubject: {SUBJECT}")


def unmarked_gmail(letter: Letter) -> str:
    """Gmail's line above a quote that lost its marks on the way."""
    return bare(letter, wrapped(head(letter.tongue.gmail)))


def outlook_page(letter: Letter) -> str:
    """Outlook on a desk: a bordered container, paragraphs of its own kind."""
    said = paragraph_page(letter.said)
    signature = f"{paragraph_page(HARD)}{paragraph_page(letter.signed_text())}" if letter.signature else ""
    border = '<div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in">'
    told = f'{border}<p class="MsoNormal">{fields_page(letter, "b", "<br>")}<o:p></o:p></p></div>'
    asked = "".join(paragraph_page(one) for one in letter.asked)
    body = f"{said}{signature}<div><div>{told}</div></div>{paragraph_page(HARD)}{asked}"
    opened = '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {margin:0in;} -->'
    return f'{opened}</style></head><body lang="EN-GB"><div class="WordSection1">{body}</div></body></html>'


def paragraph_page(text: str) -> str:
    """Lines as Word writes them."""
    return in_lines(text.replace(" \n", "\n").replace("\n\n", "\n\u00a0\n"), "p", ' class="MsoNormal"')


def outlook_web_page(letter: Letter) -> str:
    """Outlook on the web and in a hand."""
    named = f'<font face="Calibri, sans-serif">{fields_page(letter, "b", "<br>")}</font><div>&nbsp;</div>'
    rule = '<div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1">'
    told = f'{rule}<div id="divRplyFwdMsg" dir="ltr">{named}</div>'
    said = in_lines(letter.said, told=' class="elementToProof"')
    body = f"{said}<div><br></div>{signed_page(letter, 'id', 'Signature')}{told}<div>{asked_page(letter)}</div>"
    return f'<html><body dir="ltr">{body}</body></html>'


def yahoo_page(letter: Letter) -> str:
    """Yahoo."""
    told = f"<div>{linked(head(letter.tongue.yahoo))}</div><div><br></div>"
    quote = f'<div id="yahoo_quoted_77" class="yahoo_quoted"><div>{told}{asked_page(letter)}</div></div>'
    said = f"{in_lines(letter.said)}<div><br></div>{signed_page(letter, 'class', 'ydp1signature')}"
    return f'<html><body><div class="yahoo-style-wrap">{said}</div>{quote}</body></html>'


def gmx_page(letter: Letter) -> str:
    """GMX and web.de: a container named quote."""
    day = "<b>Gesendet:</b>&nbsp;Freitag, 20. November 2026 um 09:12 Uhr<br/>"
    told = f'<div style="margin:0 0 10px 0;">{day}<b>Von:</b>&nbsp;"{WHO}" &lt;{AT}&gt;<br/></div>'
    style = "margin:10px 5px 5px 10px; padding: 10px 0 10px 10px; border-left:2px solid #C3D9E5;"
    quote = f'<div name="quote" style="{style}">{told}<div name="quoted-content">{asked_page(letter)}</div></div>'
    said = f"{in_lines(letter.said)}<div>&nbsp;</div>{signed_page(letter, 'class', 'signature')}"
    return f"<html><head></head><body><div>{said}{quote}</div></body></html>"


def zoho_page(letter: Letter) -> str:
    """Zoho."""
    dated = f"---- On Fri, 20 Nov 2026 09:12:31 +0000 <b>{WHO} &lt;{AT}&gt;</b> wrote ---"
    asked = f'<blockquote id="blockquote_zmail">{asked_page(letter)}</blockquote>'
    quote = f'<div class="zmail_extra"><br><div style="border-top:1px solid #ccc;">{dated}</div>{asked}</div>'
    said = f"{in_lines(letter.said)}<div><br></div>{signed_page(letter, 'id', 'Zm-_Id_-Sgn')}"
    return f"<html><body>{said}<br>{quote}</body></html>"


def asked_page(letter: Letter) -> str:
    """What is quoted, a line a tag."""
    return "".join(in_lines(one) for one in letter.asked)


def signed_page(letter: Letter, name: str, value: str) -> str:
    """The signature in its container; nothing without one."""
    return f'<div {name}="{value}"><div>{in_lines(letter.signed_text())}</div></div>' if letter.signature else ""

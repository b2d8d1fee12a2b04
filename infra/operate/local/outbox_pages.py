"""The outbox as pages: what was sent, to whom, and how it looks to the reader."""

import re
from collections.abc import Iterable
from html import escape

from operate.local.outbox import Sent
from operate.local.reading import ReadMail

LINKS_ONLY = "allow-popups allow-popups-to-escape-sandbox"
STYLE = """
:root{color-scheme:light dark;--ink:#1f2937;--paper:#fff;--quiet:#4b5563;--line:#e5e7eb;--accent:#14532d}
@media (prefers-color-scheme:dark){
:root{--ink:#f3f4f6;--paper:#111827;--quiet:#d1d5db;--line:#374151;--accent:#86efac}}
body{font:17px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);max-width:44rem;
margin:0 auto;padding:32px 16px}
h1{font-size:28px;line-height:1.25;margin:0 0 8px}h2{font-size:21px;margin:32px 0 8px}
p{margin:0 0 16px}a{color:var(--accent)}small,.quiet{font-size:14px;color:var(--quiet)}
ol{list-style:none;padding:0;margin:24px 0}li{border-top:1px solid var(--line);padding:16px 0}
li a{font-size:17px}pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;margin:0}
iframe{width:100%;height:70vh;border:1px solid var(--line);background:#fff}
dl{display:grid;grid-template-columns:minmax(8rem,max-content) 1fr;gap:4px 16px;font-size:14px}
dt{color:var(--quiet)}dd{margin:0;overflow-wrap:anywhere}
"""


def page(title: str, body: str) -> str:
    """Put a body into the common page."""
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head><body>{body}</body></html>"
    )


def list_page(mails: Iterable[Sent]) -> str:
    """Show all mails, the newest first."""
    rows = [
        f'<li><a href="/outbox/{escape(sent.id)}">{escape(sent.subject or "(no subject)")}</a><br>'
        f"<small>to {escape(', '.join(sent.recipients))} · {when(sent)} · {size(sent.size)}</small></li>"
        for sent in mails
    ]
    rows.reverse()
    told = f"{len(rows)} mails, the newest first." if len(rows) != 1 else "One mail."
    empty = "No mail yet. Send feedback through the form, and the department's mail appears here."
    lead = f'<p class="quiet">{told if rows else empty}</p>'
    return page("Outbox", f"<h1>Outbox</h1>{lead}<ol>{''.join(rows)}</ol>")


def mail_page(sent: Sent, mail: ReadMail) -> str:
    """Show one mail: as HTML, as text, its headers and its size."""
    link = f"/outbox/{escape(sent.id)}"
    shown = (
        f'<h2>As HTML</h2><iframe sandbox="{LINKS_ONLY}" title="The mail as HTML" src="{link}/html"></iframe>'
        if mail.html
        else ""
    )
    text = f"<h2>As text</h2><pre>{escape(mail.text)}</pre>" if mail.text else ""
    headers = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in mail.headers.items())
    return page(
        mail.subject or "Mail",
        f'<p><a href="/outbox">All mails</a></p><h1>{escape(mail.subject or "(no subject)")}</h1>'
        f'<p class="quiet">from {escape(mail.sender)} to {escape(", ".join(sent.recipients))}<br>'
        f'{when(sent)} · {size(sent.size)} · <a href="{link}/raw">as it went out</a></p>'
        f"{shown}{text}<h2>Headers</h2><dl>{headers}</dl>",
    )


def in_frame(mail_html: str) -> str:
    """Give a mail's HTML for the frame, with its links opening beside the outbox."""
    target = '<base target="_blank">'
    with_target, found = re.subn("<head[^>]*>", lambda head: head.group() + target, mail_html, count=1)
    return with_target if found else target + mail_html


def when(sent: Sent) -> str:
    """Write the time a mail was sent."""
    return escape(f"{sent.sent_at[:10]} {sent.sent_at[11:19]} UTC")


def size(count: int) -> str:
    """Write a mail's size."""
    return f"{count:,} bytes"

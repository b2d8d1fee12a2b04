"""Runs one library that finds the new words of a reply: `python -m operate.bench.peers.splitting NAME`.

A line is `{"plain", "html", "bare"}`; the answer `{"new"}`. Each library is called as its documentation says, on
the plain text where a mail has one; of a mail without, those that know HTML get the HTML and the others its bare
text, made before. Making the bare text of an answer in HTML, which most mails never need, is in their time.
"""

import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module

from operate.bench.peers.lines import Call, Line, run
from operate.bench.peers.tags import text_of

Split = Callable[[str], str]


def ours() -> Call:
    """The split that the product does; all of a mail is new where nothing else is."""
    split = import_module("throughline.domain.mail.splitting.reply").split_mail
    return lambda line: {"new": split(line["plain"], line["html"]).new or line["plain"] or line["bare"]}


def nothing() -> Call:
    """The mail as it is."""
    return _of_text(str)


def mail_parser_reply_english() -> Call:
    """mail-parser-reply as it comes."""
    parser = import_module("mailparser_reply").EmailReplyParser(languages=["en"])
    return _of_text(lambda text: parser.parse_reply(text) or "")


def mail_parser_reply() -> Call:
    """mail-parser-reply with every language that it knows."""
    languages = list(import_module("mailparser_reply.constants").MAIL_LANGUAGES)
    parser = import_module("mailparser_reply").EmailReplyParser(languages=languages)
    return _of_text(lambda text: parser.parse_reply(text) or "")


def email_reply_parser() -> Call:
    """The library email-reply-parser."""
    parser = import_module("email_reply_parser").EmailReplyParser
    return _of_text(lambda text: str(parser.parse_reply(text)))


def quotequail() -> Call:
    """What quotequail would show unfolded."""
    library = import_module("quotequail")
    return _of_either(
        lambda text: "\n".join(part for shown, part in library.quote(text) if shown),
        lambda html: text_of("\n".join(part for shown, part in library.quote_html(html) if shown)),
    )


def unquotemail() -> Call:
    """The library unquotemail."""
    unquote = import_module("unquotemail").Unquote
    return _of_either(lambda text: unquote(None, text).get_text(), lambda html: unquote(html, None).get_text())


def email_reply_extractor() -> Call:
    """The first stage of email-reply-extractor: the second leaves greetings out on purpose."""
    extract = import_module("email_reply_extractor").extract_new_text
    return _of_either(lambda text: extract(text).text, lambda html: extract(None, html_body=html).text)


def talon() -> Call:
    """The quotations of talon."""
    import_module("talon").init()
    quotations = import_module("talon.quotations")
    return _of_either(quotations.extract_from_plain, lambda html: text_of(quotations.extract_from_html(html)))


def talon_signatures() -> Call:
    """The quotations of talon, then its signatures by rules."""
    unquoted = talon()
    extract = import_module("talon.signature.bruteforce").extract_signature
    return lambda line: {"new": extract(unquoted(line)["new"])[0]}


def _of_text(split: Split) -> Call:
    return lambda line: {"new": split(line["plain"] or line["bare"])}


def _of_either(split: Split, split_html: Split) -> Call:
    return lambda line: {"new": split(line["plain"]) if line["plain"] else split_html(line["html"])}


LIBRARIES: Mapping[str, tuple[str, Callable[[], Call]]] = {
    "ours": ("throughline", ours),
    "doing nothing": ("", nothing),
    "mail-parser-reply, English": ("mail-parser-reply", mail_parser_reply_english),
    "mail-parser-reply, all languages": ("mail-parser-reply", mail_parser_reply),
    "email-reply-parser": ("email-reply-parser", email_reply_parser),
    "quotequail": ("quotequail", quotequail),
    "unquotemail": ("unquotemail", unquotemail),
    "email-reply-extractor": ("email-reply-extractor", email_reply_extractor),
    "talon, quotations": ("talon", talon),
    "talon, quotations and signatures": ("talon", talon_signatures),
}


def main(name: str) -> None:
    """Run the library of that name over the lines on stdin."""
    package, load = LIBRARIES[name]

    def loaded(_lines: Sequence[Line]) -> Call:
        return load()

    run(package, loaded)


if __name__ == "__main__":
    main(sys.argv[1])

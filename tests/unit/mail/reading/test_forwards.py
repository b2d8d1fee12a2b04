"""A mail that somebody passes on: the words in it are the feedback, and who passed it on reports them."""

import pytest

from throughline.domain.mail.incoming import Shape
from unit.mail.reading.raw import HEAD, of_parts, part, read

ANN = "Ann Moss <ann@customer.example>"
WRITTEN = "The sofa came without feet.\nNobody answers the phone."
KNOWN = {
    "gmail": (
        "Fwd: sofa",
        "---------- Forwarded message ---------",
        "From: {} / Date: Mon, 23 Nov 2026 / Subject: sofa / To: <shop@shop.example>",
    ),
    "thunderbird": (
        "Fwd: sofa",
        "-------- Forwarded Message --------",
        "Subject: sofa / Date: Mon, 23 Nov 2026 / From: {} / To: shop@shop.example",
    ),
    "outlook": ("FW: sofa", "", "From: {} / Sent: Monday, 23 November 2026 10:12 / To: Shop / Subject: sofa"),
    "outlook with a line": (
        "FW: sofa",
        "________________________________",
        "From: {} / Sent: Monday, 23 November 2026 10:12 / To: Shop / Subject: sofa",
    ),
    "outlook in bold": (
        "FW: sofa",
        "",
        "*From:* {} / *Sent:* Monday, 23 November 2026 10:12 / *To:* Shop / *Subject:* sofa",
    ),
    "old outlook": ("FW: sofa", "-----Original Message-----", "From: {} / Sent: Monday / To: Shop / Subject: sofa"),
    "de gmail": (
        "Fwd: Sofa",
        "---------- Weitergeleitete Nachricht ---------",
        "Von: {} / Datum: Mo., 23. Nov. 2026 / Betreff: Sofa / An: <shop@shop.example>",
    ),
    "de thunderbird": (
        "Fwd: Sofa",
        "-------- Weitergeleitete Nachricht --------",
        "Betreff: Sofa / Datum: Mon, 23 Nov 2026 / Von: {} / An: shop@shop.example",
    ),
    "de outlook": ("WG: Sofa", "", "Von: {} / Gesendet: Montag, 23. November 2026 10:12 / An: Laden / Betreff: Sofa"),
    "fr outlook": ("TR: canapé", "", "De : {} / Envoyé : lundi 23 novembre 2026 10:12 / À : Magasin / Objet : canapé"),
    "fr thunderbird": (
        "Fwd: canapé",
        "-------- Message transféré --------",
        "Sujet : canapé / Date : Mon, 23 Nov 2026 / De : {} / Pour : shop@shop.example",
    ),
    "es outlook": (
        "RV: sofá",
        "",
        "De: {} / Enviado el: lunes, 23 de noviembre de 2026 10:12 / Para: Tienda / Asunto: sofá",
    ),
    "es thunderbird": (
        "Fwd: sofá",
        "-------- Mensaje reenviado --------",
        "Asunto: sofá / Fecha: Mon, 23 Nov 2026 / De: {} / Para: shop@shop.example",
    ),
    "pt outlook": (
        "ENC: sofá",
        "",
        "De: {} / Enviada em: segunda-feira, 23 de novembro de 2026 10:12 / Para: Loja / Assunto: sofá",
    ),
    "pt thunderbird": (
        "Fwd: sofá",
        "-------- Mensagem reencaminhada --------",
        "Assunto: sofá / Data: Mon, 23 Nov 2026 / De: {} / Para: shop@shop.example",
    ),
    "it outlook": ("I: divano", "", "Da: {} / Inviato: lunedì 23 novembre 2026 10:12 / A: Negozio / Oggetto: divano"),
    "it thunderbird": (
        "Fwd: divano",
        "-------- Messaggio Inoltrato --------",
        "Oggetto: divano / Data: Mon, 23 Nov 2026 / Mittente: {} / A: shop@shop.example",
    ),
    "nl outlook": (
        "FW: bank",
        "",
        "Van: {} / Verzonden: maandag 23 november 2026 10:12 / Aan: Winkel / Onderwerp: bank",
    ),
    "nl thunderbird": (
        "Fwd: bank",
        "-------- Doorgestuurd bericht --------",
        "Onderwerp: bank / Datum: Mon, 23 Nov 2026 / Van: {} / Aan: shop@shop.example",
    ),
    "sv outlook": ("VB: soffa", "", "Från: {} / Skickat: den 23 november 2026 10:12 / Till: Butiken / Ämne: soffa"),
    "sv thunderbird": (
        "Fwd: soffa",
        "-------- Vidarebefordrat meddelande --------",
        "Ämne: soffa / Datum: Mon, 23 Nov 2026 / Från: {} / Till: shop@shop.example",
    ),
    "pl outlook": ("PD: sofa", "", "Od: {} / Wysłano: poniedziałek, 23 listopada 2026 10:12 / Do: Sklep / Temat: sofa"),
    "pl thunderbird": (
        "Fwd: sofa",
        "-------- Przekazana wiadomość --------",
        "Temat: sofa / Data: Mon, 23 Nov 2026 / Od: {} / Do: shop@shop.example",
    ),
    "ja thunderbird": (
        "Fwd: ソファ",
        "-------- 転送メッセージ --------",
        "件名: ソファ / 日付: 2026/11/23 / 差出人: {} / 宛先: shop@shop.example",
    ),
    "ja outlook": ("転送: ソファ", "", "差出人: {} / 送信日時: 2026年11月23日 10:12 / 宛先: 店 / 件名: ソファ"),
    "zh thunderbird": (
        "Fwd: 沙发",
        "-------- 转发的消息 --------",
        "主题： 沙发 / 日期： Mon, 23 Nov 2026 / 发件人： {} / 收件人： shop@shop.example",
    ),
    "zh outlook": ("转发: 沙发", "", "发件人: {} / 发送时间: 2026年11月23日 10:12 / 收件人: 店 / 主题: 沙发"),
}
APPLE = (
    "Begin forwarded message:\n\n> From: {}\n> Subject: sofa\n> Date: 23 November 2026\n"
    "> To: shop@shop.example\n>\n> {}"
)


def mail(subject: str, body: str, kind: str = "plain") -> bytes:
    head = f"From: Dee <dee@shop.example>\nSubject: {subject}\nContent-Type: text/{kind}; charset=utf-8\n\n"
    return head.encode() + body.encode()


def body(mark: str, fields: str, own: str = "Please look at this.") -> str:
    return f"{own}\n\n{mark}\n{fields.format(ANN).replace(' / ', chr(10))}\n\n{WRITTEN}\n"


@pytest.mark.parametrize("program", KNOWN)
def test_words_passed_on_are_the_feedback(program: str) -> None:
    subject, mark, fields = KNOWN[program]
    found = read(mail(subject, body(mark, fields)))
    assert found.split.new == f"Please look at this.\n\n{WRITTEN}"
    assert (found.shape, found.forwarded_from, found.address) == (
        Shape.FORWARDED,
        "ann@customer.example",
        "dee@shop.example",
    )
    assert "passes on" in found.reason


@pytest.mark.parametrize("program", KNOWN)
def test_without_words_of_its_own_it_says_what_it_passes_on(program: str) -> None:
    subject, mark, fields = KNOWN[program]
    assert read(mail(subject, body(mark, fields, own=""))).split.new == WRITTEN


def test_html_passes_on_too() -> None:
    subject, mark, fields = KNOWN["gmail"]
    lines = "<br>".join([mark, *fields.format("Ann Moss &lt;ann@customer.example&gt;").split(" / ")])
    html = f'<div>Please look.</div><div class="gmail_quote">{lines}<br><br><p>The sofa came without feet.</p></div>'
    found = read(mail(subject, html, "html"))
    assert (found.split.new, found.forwarded_from) == (
        "Please look.\n\nThe sofa came without feet.",
        "ann@customer.example",
    )


def test_a_mail_that_is_quoted_whole_loses_its_marks() -> None:
    found = read(mail("Fwd: sofa", "See below.\n\n" + APPLE.format(ANN, WRITTEN.replace("\n", "\n> "))))
    assert (found.split.new, found.forwarded_from) == (f"See below.\n\n{WRITTEN}", "ann@customer.example")


def test_who_wrote_first_is_named_when_it_was_passed_on_twice() -> None:
    inner = body(KNOWN["gmail"][1], KNOWN["gmail"][2], own="Can you take this?")
    outer = body("", "From: Bo <bo@shop.example> / Sent: Monday, 23 November 2026 / To: Dee / Subject: Fwd: sofa")
    found = read(mail("FW: sofa", outer.replace(WRITTEN, inner)))
    assert found.split.new == f"Please look at this.\n\nCan you take this?\n\n{WRITTEN}"
    assert found.forwarded_from == "ann@customer.example"


def test_what_the_customer_quoted_stays_quoted() -> None:
    quoting = (
        body(*KNOWN["gmail"][1:]) + "\nOn Mon, 16 Nov 2026 at 10:12, Shop <shop@shop.example> wrote:\n> Hello Ann\n"
    )
    found = read(mail("Fwd: sofa", quoting))
    assert found.split.new == f"Please look at this.\n\n{WRITTEN}"
    assert "Hello Ann" in found.split.quoted


@pytest.mark.parametrize("program", ["gmail", "outlook", "de outlook", "ja outlook"])
def test_an_answer_passes_nothing_on(program: str) -> None:
    subject, mark, fields = KNOWN[program]
    found = read(mail(f"Re: {subject}", body(mark, fields, own="It is fixed.")))
    assert (found.split.new, found.shape, found.forwarded_from) == ("It is fixed.", Shape.PLAIN, "")
    assert "without feet" in found.split.quoted


def test_a_head_without_a_forwards_subject_is_a_quote() -> None:
    found = read(mail("sofa", body(*KNOWN["outlook"][1:])))
    assert (found.split.new, found.shape) == ("Please look at this.", Shape.PLAIN)


def test_a_quote_alone_is_passed_on_when_the_subject_says_so() -> None:
    quote = "> The sofa came without feet.\n> Nobody answers the phone.\n"
    found, answer = read(mail("Fwd: sofa", quote)), read(mail("Re: sofa", quote))
    assert (found.split.new.count("sofa"), found.shape) == (1, Shape.FORWARDED)
    assert (answer.split.new, answer.shape) == ("", Shape.PLAIN)


def test_a_name_stands_for_a_sender_without_an_address() -> None:
    fields = "From: Ann Moss / Sent: Monday, 23 November 2026 10:12 / To: Shop / Subject: sofa"
    assert read(mail("FW: sofa", body("", fields))).forwarded_from == "Ann Moss"
    link = "From: Ann Moss [mailto:ann@customer.example] / Sent: Monday / To: Shop / Subject: sofa"
    assert read(mail("FW: sofa", body("", link))).forwarded_from == "ann@customer.example"


ENCLOSED = part(f"From: {ANN}\nSubject: sofa\n\n{WRITTEN}\n", "Content-Type: message/rfc822\n")


def test_an_enclosed_mail_is_passed_on() -> None:
    found = read(of_parts(part("Please look at this."), ENCLOSED))
    assert found.split.new == f"Please look at this.\n\n{WRITTEN}"
    assert (found.shape, found.forwarded_from, found.address) == (
        Shape.FORWARDED,
        "ann@customer.example",
        "dee@shop.example",
    )
    assert found.attachments == ()


def test_an_enclosed_mail_brings_its_files() -> None:
    inner = of_parts(
        part(WRITTEN), part("x", "Content-Type: image/png; name=feet.png\n"), head=f"From: {ANN}\n".encode(), bound="in"
    )
    found = read(of_parts(part("Look."), part(inner, "Content-Type: message/rfc822\n")))
    assert (found.split.new, [one.name for one in found.attachments]) == (f"Look.\n\n{WRITTEN}", ["feet.png"])


def test_an_answer_that_encloses_a_mail_quotes_it() -> None:
    found = read(of_parts(part("It is fixed."), ENCLOSED, head=HEAD.replace(b"Till 3", b"AW: sofa")))
    assert (found.split.new, found.shape) == ("It is fixed.", Shape.PLAIN)
    assert WRITTEN in found.split.quoted


def test_a_machines_mail_passes_nothing_on() -> None:
    report = of_parts(part("It failed."), ENCLOSED, kind="report; report-type=delivery-status")
    found = read(report)
    assert (found.split.new, found.forwarded_from, found.attachments) == ("It failed.", "", ())


def test_mails_within_mails_without_end_are_read_to_a_depth() -> None:
    endless = b"From: a@b.example\nContent-Type: message/rfc822\n\n" * 3_000 + b"hi"
    assert read(endless).shape is Shape.FORWARDED

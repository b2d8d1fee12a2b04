"""What only signs is no new word; what a person adds below is."""

import pytest

from throughline.domain.mail.splitting.reply import split_mail
from unit.mail.split.signed import SENT_FROM, SIGNATURES

SAID = "We have replaced the lamp.\nShe is happy."
QUOTE = "On Fri, 20 Nov 2026 at 09:12, Rosa <rosa@oak.example> wrote:\n> Is it fixed?"


@pytest.mark.parametrize("signature", [*SENT_FROM, *SIGNATURES])
@pytest.mark.parametrize("below", ["", f"\n\n{QUOTE}"])
def test_what_only_signs(signature: str, below: str) -> None:
    split = split_mail(f"{SAID}\n\n{signature}{below}", "")
    assert split.new == SAID
    assert "".join(split.signature.split()) == "".join(signature.split())


@pytest.mark.parametrize("line", SENT_FROM)
def test_a_phone_leaves_no_gap(line: str) -> None:
    assert split_mail(f"Fine.\n{line}", "").new == "Fine."


@pytest.mark.parametrize(
    "signature",
    ["Sent from my iPhone", "-- \nRosa\nWorkshop", "Kind regards,\nRosa Lindqvist\nWorkshop\n+44 20 7946 0812"],
)
def test_a_postscript_is_said(signature: str) -> None:
    said = "Fixed.\n\nP.S. Goran has the key."
    assert split_mail(said.replace("P.S.", f"{signature}\n\nP.S."), "").new == said


@pytest.mark.parametrize(
    "signature", ["Sent from my iPhone", "Kind regards,\nRosa Lindqvist\nWorkshop\n+44 20 7946 0812"]
)
def test_what_comes_to_mind_after_signing_is_said(signature: str) -> None:
    said = "Fixed.\n\nOh, and the other lamp is broken too."
    assert split_mail(said.replace("Oh", f"{signature}\n\nOh"), "").new == said


@pytest.mark.parametrize("said", ["Thanks,\nRosa", "Kind regards\nRosa", "Thanks!", "Viele Grüße"])
def test_who_says_nothing_else_says_that(said: str) -> None:
    assert split_mail(f"{said}\n\n{QUOTE}", "").new == said


@pytest.mark.parametrize("mail", ["-- \nRosa", "Sent from my iPhone", QUOTE, f"{QUOTE}\n\n-- \nRosa"])
def test_nothing_is_new_where_nothing_was_said(mail: str) -> None:
    assert split_mail(mail, "").new == ""


def test_a_job_title_is_not_said() -> None:
    assert split_mail("Not yet.\n\nBest,\nSam Reed\nFixed Line Repairs", "").new == "Not yet."

"""The contact opens the mail of a note that only sounded like something in confidence, and sends it on."""

import re
from html import unescape

from e2e.line import PAGE, Line, token
from e2e.test_safe_voice import TRUST, page_of, receipt_of, sends
from operate.demo.doors import ask, send_form


def form_of(page: str) -> dict[str, str]:
    """What the form that sends on carries."""
    (form,) = [one for one in re.findall(r"<form.*?</form>", page, re.DOTALL) if 'value="send_on"' in one]
    return {name: unescape(value) for name, value in re.findall(r'name="(\w+)" value="([^"]*)"', form)}


def case_url(line: Line, word: str) -> str:
    found = re.search(r"http\S+/c/\S+", line.mail(word, to=TRUST)["text"])
    assert found
    return found[0]


def test_what_was_not_in_confidence_reaches_the_department_once_its_contact_says_so(line: Line) -> None:
    word = token()
    receipt = receipt_of(sends(line, f"The head office cut the opening hours, {word}.", sure="yes"))
    url = case_url(line, word)
    line.quiet()
    assert [one["to"] for one in line.mails(word) if TRUST not in str(one["to"])] == []
    fields = {**form_of(ask(url, headers=PAGE).body), "to": "Packing"}
    unsure = send_form(url, **{name: value for name, value in fields.items() if name != "sure"})
    assert (unsure.status, "Nothing was sent on." in unsure.body) == (400, True)
    assert [send_form(url, **fields).status for _ in "12"] == [200, 200]
    assert line.mail(word, to="packing@")
    line.quiet()
    assert len([one for one in line.mails(word) if "packing@" in str(one["to"])]) == 1
    page = re.sub(r"</?bdi>", "", page_of(line, receipt))
    assert ("Maren Okafor sent it on" in page, "Your note is with Packing" in page) == (True, True)


def test_what_somebody_asked_to_be_kept_stays_with_the_contact(line: Line) -> None:
    word = token()
    sends(line, f"The head office cut the opening hours, {word}.", sure="yes", confide="yes")
    page = ask(case_url(line, word), headers=PAGE).body
    assert (word in page, 'value="send_on"' in page) == (True, False)

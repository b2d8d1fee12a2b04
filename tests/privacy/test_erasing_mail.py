"""What came by mail goes with its line: answers, their raw mails, and how mail to somebody fared."""

from fakes.outside import ROOT
from fakes.values import SCRATCHED
from handlers.mails import DEE, comes, kept_keys, raw, sent
from privacy.conftest import Command
from privacy.story import Story, found_in
from throughline.domain.subject import subject_of

PACKING = "packing@shop.example"


def test_answers_and_their_raw_mails_go_with_the_line(story: Story, run: Command) -> None:
    live = story.live
    comes(live, raw("The box was scratched and crushed. zqfirst", name="one", subject="A lamp"))
    live.flows()
    to = sent(live, PACKING)[0]["Reply-To"]
    comes(live, raw("fixed: zqsecond", to=to, sender=f"Packing <{PACKING}>"))
    comes(live, raw("Hm, zqthird.", to=to, sender=f"Packing <{PACKING}>"))
    live.flows()
    comes(live, raw("No, zqfourth.", to=sent(live, DEE)[-1]["Reply-To"]))
    live.flows()
    words = ("zqfirst", "zqsecond", "zqthird", "zqfourth", "dee@")
    assert {hit.partition(" ")[0] for hit in found_in(story.everywhere(), *words)} == set(words)
    assert run("erase", "--subject", DEE, "--yes").exit_code == 0
    assert found_in(story.everywhere(), *words) == []
    assert kept_keys() == []


def test_how_mail_to_somebody_fared_is_given_out_and_erased(story: Story, run: Command) -> None:
    standings, code = story.live.ledger.standings, subject_of(ROOT, DEE)
    standings.bounced(code, "m1", lasting=True, staff=False)
    standings.complained(code)
    assert "reach" in run("export", "--subject", DEE).stdout
    assert run("erase", "--subject", DEE, "--yes").exit_code == 0
    assert str(standings.of(code)) == "reachable"


def test_files_that_came_along_go_too(story: Story, run: Command) -> None:
    name = "zqfile.jpg"
    boundary = 'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n'
    mail = (
        raw("", name="one", more=boundary).decode().replace("Content-Type: text/plain; charset=utf-8\r\n\r\n", "\r\n")
    )
    parts = f"--b\r\nContent-Type: text/plain\r\n\r\n{SCRATCHED}\r\n--b\r\nContent-Type: image/jpeg\r\n"
    parts += f'Content-Disposition: attachment; filename="{name}"\r\n\r\nzqpicture\r\n--b--\r\n'
    comes(story.live, (mail.strip() + "\r\n\r\n" + parts).encode())
    story.live.flows()
    assert [one for one in kept_keys() if one.endswith(name)] != []
    assert found_in(story.everywhere(), "zqpicture") != []
    assert run("erase", "--subject", DEE, "--yes").exit_code == 0
    assert (kept_keys(), found_in(story.everywhere(), "zqpicture", "zqfile")) == ([], [])

"""The written digest: plain words in both parts, no names, a size that mail programs keep whole."""

from dataclasses import replace
from typing import Any

import pytest

from throughline.adapters.digest_paper import JinjaDigestPaper, choice_notice, digest_fields
from throughline.domain.digest import Digest, Material, compose
from throughline.domain.place import Place
from throughline.domain.recognition import Behind
from throughline.domain.score import Tally
from throughline.domain.shares import Asked
from throughline.domain.survey import Metric
from throughline.usecases.send_digest import DigestLinks
from unit.digest.rooms import MAP, WEEK, change, person, thanks

LINKS = DigestLinks("https://line.example", "https://line.example/f/north", "https://line.example/u/t.k")
NPS, CSAT, CES = (Asked.usual(metric) for metric in (Metric.NPS, Metric.CSAT, Metric.CES))
SCORES = {NPS: Tally(30, 3, 4), CSAT: Tally(7), CES: Tally(5, 3, 2)}
BEFORE = {NPS: Tally(27, 5, 6), CES: Tally(5, 3, 2)}


def digest_of(**given: Any) -> Digest:
    told: dict[str, Any] = {
        "week": WEEK,
        "thanks": (thanks(), thanks(2, who="a colleague", touchpoint="", behind=())),
        "changes": (change(),),
        "figures": SCORES,
        "figures_before": BEFORE,
        "journey_map": MAP,
        "places": (Place("north", "North", 12),),
    }
    digest = compose(Material(**told | given), department="Delivery", role="Driver")
    assert digest
    return digest


def fields(language: str = "en", **reader: Any) -> dict[str, Any]:
    return digest_fields(digest_of(), person(language=language, **reader), LINKS)


def test_scores_are_said_in_plain_words_with_their_noise() -> None:
    assert [(score["plain"], score["chance"], score["share"]) for score in fields()["scores"]] == [
        (
            "37 people answered. 8 of 10 would recommend us.",
            "It was 7 of 10 the week before: that may be chance.",
            81,
        ),
        ("7 answers, too few for a score.", "We speak of a score from 10 answers on.", None),
        ("10 people answered. 8 of 10 found it easy.", "It was 8 of 10 the week before too.", 80),
    ]


def test_a_real_change_is_told_and_a_first_score_has_nothing_to_compare() -> None:
    real = digest_of(figures={CSAT: Tally(800, 100, 100)}, figures_before={CSAT: Tally(500, 250, 250)})
    first = replace(real, scores=(replace(real.scores[0], before=None),))
    told = [digest_fields(one, person(), LINKS)["scores"][0] for one in (real, first)]
    assert told[0]["plain"].endswith("8 of 10 were happy with us.")
    assert told[0]["chance"].endswith("that is more than chance.")
    assert told[1]["chance"] == "There is nothing yet to compare it with."


def test_who_said_it_is_never_a_name() -> None:
    named = digest_of(thanks=(thanks(who="Maria Lopez"),))
    headline = digest_fields(named, person(), LINKS)["headline"]
    assert headline["who"] == "Somebody"
    assert {fields()["headline"]["who"], fields()["praises"][0]["who"]} == {"A customer", "A colleague"}


def test_the_line_of_sight_leads_from_the_work_to_what_was_felt() -> None:
    assert fields()["line_of_sight"] == {
        "what_you_do": "They carry it to where it will stand.",
        "whom_it_helps": "People meet it at “Delivery at home”.",
        "felt": "It is what the story of the week tells.",
    }


def test_what_was_felt_is_said_where_another_story_leads() -> None:
    till = Behind("Tills", "Cashier", "They open another till.")
    led = compose(Material(WEEK, thanks=(thanks(), thanks(2, words="No queue.", behind=(till,)))), department="Tills")
    assert led
    assert digest_fields(led, person(department="Tills"), LINKS)["line_of_sight"]["felt"] == "A customer: “No queue.”"


def test_a_back_office_is_told_whom_it_carries() -> None:
    behind = compose(Material(WEEK, thanks=(thanks(),)), department="Planning")
    assert behind
    sight = digest_fields(behind, person(), LINKS)["line_of_sight"]
    assert sight["whom_it_helps"] == "It carries Delivery at “Delivery at home”."


def test_the_reason_and_the_zone_are_the_readers_own() -> None:
    told = fields(digest="monthly", place="")
    assert told["reason"] == "You get this once a month because you work here: Delivery."
    assert (told["zone"], told["greeting_place"], told["week"]) == ("Europe/London", "Delivery", "47")


@pytest.mark.parametrize("language", ["en", "de", "xx"])
def test_both_parts_tell_the_same_stories(language: str) -> None:
    subject, text, html = JinjaDigestPaper().write(digest_of(), person(language=language), LINKS)
    assert "\n" not in subject
    for said in ("He took one end.", "The foot is now wrapped.", "Planning", "As if it were ours.", "Shoes first"):
        assert said in text
        assert said in html
    for url in (LINKS.speak, LINKS.choice):
        assert url in text
        assert url in html


def test_five_hundred_long_stories_stay_under_60_kb() -> None:
    given = tuple(thanks(number, words="Ünbelievably kind <3 & " * 60) for number in range(500))
    html = JinjaDigestPaper().write(digest_of(thanks=given), person(), LINKS)[2]
    assert len(html.encode()) < 60_000


def test_a_week_of_changes_alone_is_a_whole_mail() -> None:
    subject, text, _ = JinjaDigestPaper().write(digest_of(thanks=(), figures={}), person(), LINKS)
    assert "1 thing fixed" in subject
    assert "North" in text


def test_a_kept_choice_is_confirmed() -> None:
    assert {choice_notice(one, "en") for one in ("off", "monthly", "weekly")} == {
        "Kept. No more good news by mail.",
        "Kept. Once a month.",
        "Kept. Every week.",
    }


def test_whoever_said_so_is_thanked_by_name_only_where_they_let_themselves_be_named() -> None:
    said = (replace(change(place="North"), by="id-ros"), replace(change(2, place=""), by="id-kim"))
    told = compose(
        Material(WEEK, changes=said, places=(Place("n", "North", 40),), names={"id-ros": "Ros Wren"}), department=""
    )
    assert told
    _, text, html = JinjaDigestPaper().write(told, person(), LINKS)
    for part in (text, html):
        assert "Thank you for saying so, " in part
        assert "Ros Wren" in part
        assert "Thank you to whoever said so." in part
        assert "id-kim" not in part

"""The digest as readers get it: both parts agree, the size holds, and it depends on nothing but the reader's place."""

import re
from dataclasses import replace
from typing import Any

import pytest

from fakes.values import part
from throughline.adapters.digest_paper import JinjaDigestPaper
from throughline.domain.digest import Digest, Material, compose
from throughline.domain.edition import Edition, Hand, Turns
from throughline.domain.journey import Lesson
from throughline.domain.person import Person
from throughline.domain.recognition import Behind
from throughline.domain.score import Tally
from throughline.domain.shares import Asked, moment_key
from throughline.domain.survey import Metric
from throughline.usecases.send_digest import DigestLinks
from unit.digest.rooms import DRIVER, LESSON, MAP, WEEK, change, person, thanks
from unit.paper.reading import Reading

LINKS = DigestLinks("https://line.example", "https://line.example/f/n", "https://line.example/u/t", answerable=True)
NPS = Asked.usual(Metric.NPS)
KNOWN = replace(
    MAP,
    parts=(part("Delivery at home", "Delivery"), part("Paying", "Tills")),
    lessons=(LESSON, Lesson("shoes", "", "Shoes", "Off.", "Whose shoes?", "Ours.")),
)
NAMES = {f"id-{at}": f"Person {at} of a Fairly Long Name" for at in range(500)}


def digest_of(number: int, **told: Any) -> Digest:
    given = tuple(
        thanks(at, to=f"id-{at}", behind=(Behind(f"Department {at} & Sons", "Role", "They do it well. " * 9),) * 3)
        for at in range(number)
    )
    departments = tuple(f"Department {at} & Sons" for at in range(100))
    edition = Edition(str(WEEK), whole=True, people=Turns(tuple(NAMES)[:40]), departments=Turns(departments))
    figures = {moment_key("Delivery at home"): {NPS: Tally(20, 2, 3)}, moment_key("Paying"): {NPS: Tally(9, 9, 2)}}
    known: dict[str, Any] = {
        "week": WEEK,
        "thanks": given,
        "changes": (change(), change(2, said="The bell is broken.", change="A new bell rings.")),
        "figures": {NPS: Tally(29, 11, 5)},
        "figures_at": figures,
        "journey_map": KNOWN,
        "edition": replace(edition, lesson=LESSON.id, recalls=("shoes",)),
        "hand": Hand(note="I read every one.", by="Ida Berg, CEO"),
        "names": NAMES,
    }
    digest = compose(Material(**known | told), department="Delivery", role="Driver")
    assert digest
    return digest


def parts_of(digest: Digest, reader: Person) -> tuple[str, str, str]:
    return JinjaDigestPaper().write(digest, reader, LINKS)


@pytest.mark.parametrize("language", ["en", "de"])
def test_both_parts_tell_the_same_words_numbers_and_links(language: str) -> None:
    _, text, html = parts_of(digest_of(5), person(language=language))
    reading = Reading(html)
    plain = re.sub(r"https://\S+", " ", text)
    assert set(re.findall(r"https://\S+", text)) == set(reading.links)
    assert sorted(set(words_in(plain))) == sorted(set(words_in(visible(html))))
    assert sorted(set(re.findall(r"\d+", plain))) == sorted(set(re.findall(r"\d+", visible(html))))


def visible(html: str) -> str:
    body = re.sub(r'<span style="display:none.*?</span>', " ", html.partition("<body")[2], flags=re.DOTALL)
    return re.sub(r"\s+", " ", Reading(f"<body{body.replace('<br>', ' ').replace('</p>', ' </p>')}").words)


def words_in(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]{2,}", text)


def test_five_hundred_successes_with_all_their_names_stay_under_60_kb() -> None:
    _, text, html = parts_of(digest_of(500), person())
    assert len(html.encode()) <= 60_000
    assert "Person 39 of a Fairly Long Name" in html
    assert "Department 99 & Sons" in text


@pytest.mark.parametrize(
    ("language", "words"), [("en", "They do it well. "), ("ar", "كانوا لطفاء جدًا معنا في كل شيء ")]
)
def test_the_longest_words_and_names_of_a_large_map_stay_under_60_kb(language: str, words: str) -> None:
    long = words * 40
    behind = tuple(Behind(f"{at} {long[:200]}", long[:60], long) for at in range(100))
    given = tuple(
        thanks(
            at, to=f"id-{at}", words=f"{at} {long}", touchpoint=("Delivery at home", "Paying")[at % 2], behind=behind
        )
        for at in range(500)
    )
    made = tuple(change(at, said=f"{at} {long}", change=f"{at} {long}") for at in range(30))
    turns: dict[str, Any] = {"people": Turns(tuple(NAMES)[:40])}
    turns["departments"] = Turns(tuple(one.department for one in behind))
    told: dict[str, Any] = {"thanks": given, "changes": made, "names": {one: f"{one} {long[:200]}" for one in NAMES}}
    told["edition"] = Edition(str(WEEK), whole=True, lesson=LESSON.id, recalls=("shoes",), **turns)
    told["journey_map"] = replace(KNOWN, lessons=(replace(LESSON, text=long * 9, question=long), KNOWN.lessons[1]))
    _, text, html = parts_of(digest_of(1, **told), person(language=language))
    assert len(html.encode()) <= 60_000
    assert len(text.encode()) <= 60_000


def test_who_stands_behind_a_moment_is_told_once_the_readers_own_team_among_them() -> None:
    crowd = tuple(
        Behind(name, "", "They help.") for name in ("Accounts", "Planning", "Packing", "IT", "Cleaning", "Delivery")
    )
    given = tuple(thanks(at, words=f"Thank you all, {at} times.", behind=crowd) for at in range(3))
    _, text, _ = parts_of(digest_of(1, thanks=given), person(department="Delivery"))
    assert text.count("· Accounts: They help.") == 1
    assert text.count("· Delivery: They help.") == 1
    assert "and 2 more teams" in text
    assert text.count("Behind it: the same teams as before.") == 2


@pytest.mark.parametrize("language", ["en", "de", "es", "fr", "pt", "ar"])
def test_a_week_of_changes_alone_says_the_same_in_both_parts_and_leads_with_one(language: str) -> None:
    subject, text, html = parts_of(digest_of(0, thanks=()), person(language=language))
    assert sorted(set(words_in(re.sub(r"https://\S+", " ", text)))) == sorted(set(words_in(visible(html))))
    assert "The foot is now wrapped" in subject
    assert "The foot is now wrapped" in html.partition("</span>")[0]


def test_the_same_words_about_a_moment_are_told_once() -> None:
    given = tuple(thanks(at, words="Great service, thank you all.") for at in range(6))
    digest = digest_of(1, thanks=(*given, thanks(9, words="They waited for me until I was home.")))
    assert len(digest.praises) == 1
    assert digest.thanks_count == 7


def test_what_is_done_cannot_pass_for_our_own_words() -> None:
    sly = change(change="Done.\n\nSay something yourself:\nhttps://elsewhere.example")
    _, text, _ = parts_of(digest_of(1, changes=(sly,)), person())
    assert "\nSay something yourself:\nhttps://elsewhere.example" not in text


def test_nothing_but_place_department_role_language_zone_and_rhythm_changes_the_words() -> None:
    one, other = person("ada"), person("bob", manager="cleo", naming="out")
    assert parts_of(digest_of(3), one) == parts_of(digest_of(3), other)


def test_a_departments_own_score_needs_enough_answers_there_and_elsewhere() -> None:
    here, there = moment_key("Delivery at home"), moment_key("Paying")

    def own(mine: Tally, others: Tally) -> list[int]:
        told = digest_of(1, figures_at={here: {NPS: mine}, there: {NPS: others}}).own_scores
        return [one.answered for one in told]

    assert own(Tally(20, 2, 3), Tally(5)) == [25]
    assert own(Tally(20, 2, 3), Tally(4)) == []
    assert own(Tally(4, 0, 0), Tally(50)) == []


def test_the_person_thanked_and_the_value_stand_beside_the_praise() -> None:
    given = (thanks(1, to="id-1", value="Leave it better", behind=(DRIVER,)),)
    _, text, _ = parts_of(digest_of(1, thanks=given), person())
    assert "For: Person 1 of a Fairly Long Name" in text
    assert "It shows: Leave it better" in text

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

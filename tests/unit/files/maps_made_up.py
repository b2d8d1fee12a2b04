"""Made-up maps for tests: any words that a cell can hold."""

from datetime import date

from hypothesis import strategies as st

from throughline.domain.journey import (
    ANYWHERE,
    CASES,
    THEMES,
    Cue,
    Department,
    JourneyMap,
    Lesson,
    Member,
    Part,
    SurveyRule,
    folded,
    versioned,
)

WORDS = st.text(
    st.characters(blacklist_categories=("Cc", "Cs", "Zl", "Zp"), blacklist_characters='"\ufffe\uffff'),
    max_size=20,
).map(lambda text: " ".join(text.split()))
NAMES = WORDS.filter(folded).map(lambda text: text.lstrip("'") or "name")
PEOPLE = st.text("abcdefgh äöŁ-'", min_size=1, max_size=12).map(lambda text: f"N{' '.join(text.split())}".strip())
PROSE = st.lists(WORDS, max_size=3).map(lambda lines: "\n".join(lines).strip().lstrip("' \n"))
CUES = st.lists(st.builds(Cue, NAMES, st.booleans()), max_size=4, unique_by=lambda cue: cue.words.casefold())
ADDRESSES = st.sampled_from(["", "packing@example.org", "it.desk+x@example.org"])


def a_part(number: int, department: str) -> st.SearchStrategy[Part]:
    return st.builds(
        Part,
        journey=st.just("Buying"),
        stage=st.just("Receiving"),
        touchpoint=NAMES.map(lambda name: f"{name} {number}"),
        channel=PROSE,
        department=st.just(department),
        role=PROSE,
        how_they_affect_it=PROSE,
        routes_when=CUES.map(tuple),
        reply_within=st.sampled_from(["1h", "4h", "5d", "30d"]),
        notify_email=ADDRESSES,
        active=st.booleans(),
    )


@st.composite
def maps(draw: st.DrawFn) -> JourneyMap:
    names = draw(st.lists(NAMES, min_size=1, max_size=4, unique_by=folded))
    count = draw(st.integers(1, 5))
    parts = [draw(a_part(number, draw(st.sampled_from(names)))) for number in range(count)]
    lessons = draw(st.lists(st.builds(Lesson, st.just(""), st.just(""), NAMES, NAMES, NAMES, NAMES), max_size=2))
    return versioned(
        JourneyMap(
            version="",
            parts=tuple(parts),
            departments=tuple(
                Department(
                    name,
                    draw(ADDRESSES),
                    "Europe/Berlin",
                    "Mon-Fri 08:00-16:00",
                    "",
                    "contract",
                    people,
                    draw(st.booleans()),
                )
                for name in names
                for people in [tuple(draw(st.lists(st.builds(Member, PEOPLE, st.just("Packer")), max_size=2)))]
            ),
            mantra=draw(PROSE),
            holidays=tuple(sorted(draw(st.sets(st.dates(date(2020, 1, 1), date(2040, 1, 1)), max_size=3)))),
            confidential_contact=draw(PROSE),
            lessons=tuple(
                Lesson(f"lesson-{at}", parts[0].touchpoint, one.title, one.text, one.question, one.answer)
                for at, one in enumerate(lessons)
            ),
            cx_manager=draw(ADDRESSES),
            precision_target=draw(st.sampled_from([0.5, 0.9, 0.955, 0.99])),
            survey_rules=tuple(
                SurveyRule(name, draw(st.sampled_from([THEMES, CASES])))
                for name in draw(st.sets(st.sampled_from([ANYWHERE, parts[0].touchpoint])))
            ),
        )
    )

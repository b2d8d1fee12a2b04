"""From words to the responsible department, or to a person with suggestions."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from fakes.values import CARRIED, SCRATCHED, part, small_map
from growth import grows_with_its_length
from throughline.domain.decision import Decision, Parked, Praised, Routed
from throughline.domain.feedback import Kind
from throughline.domain.routing import MOST_CASES, Router
from throughline.domain.words import holds_phrase, sentences, stems

ROUTER = Router(small_map())


def departments(decisions: tuple[Decision, ...]) -> list[str]:
    return [one.part.department for one in decisions if isinstance(one, Routed)]


def only(decisions: tuple[Decision, ...]) -> Decision:
    assert len(decisions) == 1
    return decisions[0]


def test_the_maps_words_name_the_department_and_the_reason() -> None:
    decision = only(ROUTER.decide(SCRATCHED))
    assert isinstance(decision, Routed)
    assert decision.part.department == "Packing"
    assert decision.words == SCRATCHED
    assert "scratched" in decision.reason
    assert decision.confidence > 0.58


def test_a_chosen_touchpoint_settles_where_whatever_the_words_say() -> None:
    decision = only(ROUTER.decide(SCRATCHED, touchpoint="paying AT the  till"))
    assert isinstance(decision, Routed)
    assert decision.part.department == "IT"
    assert decision.reason == "it was reported at “Paying at the till”"


def test_words_choose_among_the_departments_of_a_chosen_touchpoint() -> None:
    words = "The time slot was far too long."
    assert departments(ROUTER.decide(words, touchpoint="Delivery at the door")) == ["Planning"]
    assert departments(ROUTER.decide("It was odd.", touchpoint="Delivery at the door")) == ["Delivery"]


def test_a_touchpoint_that_is_not_on_the_map_settles_nothing() -> None:
    assert departments(ROUTER.decide(SCRATCHED, touchpoint="The moon")) == ["Packing"]


def test_a_deciding_phrase_decides_alone() -> None:
    text = "The driver carried a sofa in the window and there was broken glass."
    decision = only(ROUTER.decide(text))
    assert isinstance(decision, Routed)
    assert (decision.part.department, decision.confidence) == ("Packing", 1.0)
    assert decision.reason == "the map says that “broken glass” always goes to Packing"


def test_two_deciding_phrases_of_two_departments_decide_nothing() -> None:
    text = "broken glass money back"
    decision = only(ROUTER.decide(text))
    assert isinstance(decision, Parked | Routed)
    assert "always" not in decision.reason


def test_several_departments_in_one_text_each_get_the_whole_of_it() -> None:
    text = "The box was crushed. The card reader froze again. I want my money back."
    decisions = ROUTER.decide(text)
    assert departments(decisions) == ["Packing", "IT", "Accounts"]
    assert {one.words for one in decisions if isinstance(one, Routed)} == {text}


def test_one_department_named_twice_gets_one_case() -> None:
    assert departments(ROUTER.decide("The box was crushed. The lamp was scratched.")) == ["Packing"]


def test_praise_and_trouble_in_one_text_become_both() -> None:
    decisions = ROUTER.decide(f"{CARRIED} The box was crushed.")
    assert departments(decisions) == ["Packing"]
    praise = next(one for one in decisions if isinstance(one, Praised))
    assert praise.words == CARRIED
    assert praise.touchpoint
    assert praise.touchpoint.name == "Delivery at the door"


def test_praise_is_credited_to_the_chosen_moment() -> None:
    decision = only(ROUTER.decide("Lovely.", touchpoint="Getting money back", kind=Kind.PRAISE))
    assert isinstance(decision, Praised)
    assert decision.touchpoint
    assert decision.touchpoint.name == "Getting money back"


def test_praise_that_names_no_moment_is_still_praise() -> None:
    decision = only(ROUTER.decide("Thank you all.", kind=Kind.PRAISE))
    assert isinstance(decision, Praised)
    assert decision.touchpoint is None


def test_what_its_writer_calls_an_issue_is_never_read_as_praise() -> None:
    assert all(not isinstance(one, Praised) for one in ROUTER.decide(CARRIED, kind=Kind.ISSUE))


def test_what_several_departments_could_own_goes_to_a_person_with_suggestions() -> None:
    twins = small_map(parts=(part("A", "Packing", "parcel"), part("B", "Delivery", "parcel")))
    decision = only(Router(twins).decide("Something about the parcel."))
    assert isinstance(decision, Parked)
    assert decision.reason == "several departments fit equally well"
    assert {(one.department, one.touchpoint) for one in decision.alternatives} == {("Packing", "A"), ("Delivery", "B")}


def test_one_word_of_the_map_in_a_long_note_decides_nothing() -> None:
    long = "They asked about kitchens, curtains, carpets, opening times, gift wrapping and whether a refund exists."
    assert isinstance(only(ROUTER.decide(long)), Parked)


@pytest.mark.parametrize(
    "text", ["My refund is missing.", "Refund, refunds and refunded.", "The driver found no sofa and no card reader."]
)
def test_one_word_of_the_map_or_words_of_two_departments_decide_nothing(text: str) -> None:
    assert isinstance(only(ROUTER.decide(text)), Parked)


def test_one_point_of_several_does_not_decide_for_all() -> None:
    assert isinstance(only(ROUTER.decide("The box was crushed. A refund would be good.")), Parked)
    assert departments(ROUTER.decide("The box was crushed. More about that another day.")) == ["Packing"]


def test_what_was_decided_tells_what_spoke_for_it() -> None:
    decision = only(ROUTER.decide(SCRATCHED))
    assert isinstance(decision, Routed)
    assert decision.why
    assert set(decision.why.hits) == {"scratched", "box"}
    assert {"scratched", "box"} <= set(decision.why.words)
    assert (decision.why.model, decision.why.map_version) == ("", ROUTER.map.version)


def test_what_no_word_of_the_map_fits_goes_to_a_person() -> None:
    assert only(ROUTER.decide("Hm.")) == Parked("Hm.", "no words of the map fit well enough")


def test_a_row_that_is_switched_off_gets_nothing() -> None:
    off = small_map(parts=(part("Opening the parcel", "Packing", "scratched!", active=False),))
    assert isinstance(only(Router(off).decide(SCRATCHED)), Parked)


def test_never_more_than_five_cases() -> None:
    many = small_map(parts=tuple(part(f"T{at}", f"D{at}", f"word{at}x!") for at in range(9)))
    text = ". ".join(f"word{at}x" for at in range(9))
    assert departments(Router(many).decide(text)) == [f"D{at}" for at in range(MOST_CASES)]


WORDS = st.sampled_from("box crushed refund driver thanks froze odd . ! \n 🛋️ \ud800 ß İ ' but und".split(" "))
TEXTS = st.text() | st.lists(WORDS).map(" ".join) | st.text(alphabet=st.characters(codec=None))


@given(TEXTS, st.sampled_from([None, Kind.ISSUE, Kind.PRAISE, Kind.IDEA]), st.sampled_from(["", "Opening the parcel"]))
@example("", None, "")
@example("\ud800\udfff", None, "")
@example("👩‍👩‍👧‍👦" * 50, None, "")
def test_any_text_is_decided_somehow(text: str, kind: Kind | None, touchpoint: str) -> None:
    decisions = ROUTER.decide(text, kind=kind, touchpoint=touchpoint)
    assert decisions
    assert len(departments(decisions)) == len(set(departments(decisions))) <= MOST_CASES
    assert all(0 <= one.confidence <= 1 for one in decisions if isinstance(one, Routed))


@pytest.mark.parametrize("piece", [" ", "a. ", "x", "box crushed ", "e\u0301"])
def test_a_text_is_decided_in_the_time_of_its_length(piece: str) -> None:
    assert grows_with_its_length(lambda length: ROUTER.decide(f"a{piece * (length // len(piece))}b"), 20_000)


@pytest.mark.parametrize(
    ("one", "other"), [("scratched", "scratches"), ("refunds", "refund"), ("Größe", "Größen"), ("café", "cafe")]
)
def test_forms_of_a_word_meet(one: str, other: str) -> None:
    assert stems(one) == stems(other)


def test_sentences_are_points_of_their_own() -> None:
    text = "It came late. The box was crushed but the driver was kind!\nThanks"
    assert sentences(text) == ("It came late.", "The box was crushed", "the driver was kind!", "Thanks")


def test_a_phrase_needs_its_words_side_by_side() -> None:
    assert holds_phrase(("a", "b", "c"), ("b", "c"))
    assert not holds_phrase(("a", "b", "c"), ("a", "c"))
    assert not holds_phrase(("a",), ())

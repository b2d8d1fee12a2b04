"""Every public event of the catalogue, on the bus and as its schema says."""

from contracts.catalogue import OUTGOING, fits
from e2e.line import Line, acted, case_link, token
from e2e.public_events import Event, Listener


def schema_of(event: Event) -> str:
    """throughline.case.handed_on.v1 is described by case-handed-on.v1."""
    kind, _, version = event["type"].removeprefix("throughline.").rpartition(".")
    return f"{kind.replace('.', '-').replace('_', '-')}.{version}"


def test_every_event_of_the_catalogue_is_told_as_its_schema_says(line: Line, listener: Listener) -> None:
    word = token()
    line.note(f"The box arrived crushed, {word}.", touchpoint="Opening the parcel")
    line.note(f"Thank you, the adviser was wonderful {word}", kind="praise", touchpoint="Asking for advice")
    line.note(f"Hmm {word}, somehow strange today.")
    url = case_link(line.mail(word, to="packing@"))
    acted(url, "acknowledge")
    acted(url, "hand_on", to="Warehouse")
    second = case_link(line.mail(word, to="warehouse@"))
    acted(second, "answer", text=f"We looked, {word}.")
    acted(second, "resolve", text=f"We stack lower, {word}.")
    events = listener.wait_for(lambda seen: {schema_of(event) for event in seen} >= set(OUTGOING))

    assert [event for event in events if not fits(schema_of(event), event)] == []
    assert len({event["id"] for event in events}) == len(events)
    assert not [event for event in events if word in str(event)]
    assert "CaseHandedOn" in listener.kinds

"""Raises a case for each answer, and brings it to where the answer finds it."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from e2e.line import SAMPLE, Line, acted, case_link
from e2e.mails.answers import Answered, Raised, answer, case_of, submitter, word_of
from e2e.mails.people import CLOSED, changed
from e2e.mails.posted import Posting, kept, posted, quiet, root_of
from e2e.mails.written import address_of
from operate.demo.doors import Answer, until
from throughline.domain.case import State
from throughline.domain.seal import line_of

TRACKING = "Kitchen Fitters"


def tell_tracker(line: Line) -> None:
    """The sample's map with one department that lives in a ticket system."""
    sample = yaml.safe_load((SAMPLE / "journey.yaml").read_text(encoding="utf-8"))
    for department in sample["departments"]:
        if department["name"] == TRACKING:
            department["tracker"] = True
    with TemporaryDirectory() as folder:
        changed_map = Path(folder) / "journey.yaml"
        changed_map.write_text(yaml.safe_dump(sample), encoding="utf-8")
        line.tell_map(changed_map)


def raise_all(line: Line, answers: Sequence[Answered]) -> dict[str, Raised]:
    """A case for each, known to its department and to the one who raised it."""
    taken = {one.name: noted(line, one) for one in answers}
    quiet(line)
    first = {one.name: found(line, one.name, taken[one.name]) for one in answers}
    for one in answers:
        if one.first:
            acted(case_link(first[one.name].told), "resolve", text="We wrap the foot in foam.")
    quiet(line)
    raised = {name: found(line, name, answer) for name, answer in taken.items()}
    close(line, [raised[one.name] for one in answers if one.first == CLOSED])
    return raised


def noted(line: Line, one: Answered) -> Answer:
    text = f"The box arrived crushed, {word_of(one.name)}."
    return line.note(text, touchpoint=one.touchpoint, name="Ada Reed", email=address_of(one.name))


def found(line: Line, name: str, taken: Answer) -> Raised:
    root = root_of(line)
    key = line_of(root, taken.document()["receipt"])
    mails = {mail["tags"]["kind"]: mail for mail in line.mails() if mail["tags"].get("line") == key.encode().hex()}
    return Raised(
        name, key, case_of(kept(line, key).cases).code, mails["case"], mails["heard"], mails.get("changed"), root
    )


def close(line: Line, raised: Sequence[Raised]) -> None:
    """The one who raised it says that it is solved."""
    for one in raised:
        made = answer(f"{one.name}-yes", "Yes, it is solved, thank you.", sender=submitter(one.name), to=changed)
        posting = Posting(one.name, made(one), address_of(one.name), changed(one))
        posted(line, [posting])
        until("the end", lambda one=one: case_of(kept(line, one.line).cases).state is State.CLOSED)  # type: ignore[misc]

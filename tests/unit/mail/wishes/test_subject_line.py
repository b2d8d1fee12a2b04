"""Subjects that belong to one conversation."""

import pytest

from throughline.domain.mail.sorting.subject_line import bare_subject


@pytest.mark.parametrize(
    ("subject", "bare"),
    [
        ("Till 3", "till 3"),
        ("Re: RE[2]: AW:  Till\t3 ", "till 3"),
        ("WG: TR: Fwd: Sv: Odp: 回复：Till 3", "till 3"),
        ("Reading lamps: three", "reading lamps: three"),
        ("", ""),
        ("re:" * 1000, None),
    ],
)
def test_answers_and_forwards_have_the_subject_of_what_they_answer(subject: str, bare: str | None) -> None:
    assert bare is None or bare_subject(subject) == bare
    assert len(bare_subject(subject)) <= len(subject)

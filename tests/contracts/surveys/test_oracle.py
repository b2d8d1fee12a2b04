"""Ten thousand messages: the reference library of Standard Webhooks and we say the same of each."""

from operate.bench.surveys import judged


def test_the_reference_library_and_we_agree_on_ten_thousand_messages() -> None:
    found = judged(10_000)
    assert (found.messages, found.disagreements, found.accepted_changed) == (10_000, 0, 0)
    assert found.accepted > 3_000
    assert found.refused > 3_000

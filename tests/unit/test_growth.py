from growth import TIMES_LONGER, grows_with_its_length


def test_what_looks_at_each_pair_takes_longer_than_its_share() -> None:
    assert grows_with_its_length(lambda length: sum(range(100 * length)), 8_000)
    assert not grows_with_its_length(lambda length: [sum(range(length)) for _ in range(length)], 300 * TIMES_LONGER)

"""The poster as a PDF."""

import re

import segno

from operate.poster import poster_of

URL = "https://example.org/f/Zk3v9qX0T2mN4bR7cW1yLw"


def squares(pdf: bytes) -> set[tuple[int, int]]:
    """Column and row of each dark module drawn, counted from the top left."""
    found = re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re", pdf)
    boxes = [tuple(map(float, one)) for one in found]
    left, top = min(box[0] for box in boxes), max(box[1] for box in boxes)
    return {(round((x - left) / side), round((top - y) / side)) for x, y, side, _ in boxes}


def test_the_code_on_the_poster_is_the_code_of_the_link() -> None:
    matrix = segno.make(URL, error="m", micro=False, boost_error=False).matrix
    expected = {(column, row) for row, line in enumerate(matrix) for column, dark in enumerate(line) if dark}
    assert squares(poster_of("Leith shop", URL)) == expected


def test_every_object_stands_where_the_table_says() -> None:
    pdf = poster_of("Leith shop", URL, "Every home is ours.")
    starts = [int(start) for start in re.findall(rb"(\d{10}) 00000 n ", pdf)]
    assert [pdf[start:].split(b" ", 1)[0] for start in starts] == [b"%d" % n for n in range(1, len(starts) + 1)]
    assert pdf[int(re.findall(rb"startxref\n(\d+)", pdf)[0]) :].startswith(b"xref")


def test_names_keep_to_letters_that_every_reader_has() -> None:
    pdf = poster_of("Łódź (Café) \\ 東京", URL)
    assert rb"(L\363dz".replace(rb"\363", b"\xf3") in pdf
    assert rb"\(Caf" in pdf

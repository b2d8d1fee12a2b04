"""Text whose lines flow (RFC 3676): paragraphs made whole again."""

_SIGNS = "-- "


def unflowed(text: str, *, delete_space: bool) -> str:
    """The text with its soft line ends undone; quoted lines stay quoted as deep as they are."""
    lines: list[list[str]] = []
    depth, flows = -1, False
    for line in text.split("\n"):
        bare = line.lstrip(">")
        quoted = len(line) - len(bare)
        words = bare.removeprefix(" ")
        if flows and quoted == depth and words != _SIGNS:
            lines[-1].append(words)
        else:
            lines.append([">" * quoted + " " if quoted else "", words])
        depth, flows = quoted, words.endswith(" ") and words != _SIGNS
        if flows and delete_space:
            lines[-1][-1] = words[:-1]
    return "\n".join("".join(pieces) for pieces in lines)

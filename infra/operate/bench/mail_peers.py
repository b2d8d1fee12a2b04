"""Our reading of mail beside others that do it, on the same mails in one run: `python -m operate.bench.mail_peers`.

Others have no limits; one that can't be installed or run is named with the reason, and the rest goes on.
CPU time is that of one call, in ms, after a first call that is not counted. Replies that we made up show what
others do with them, but who made them up also wrote the rules for them: only a folder's replies compare fairly.
"""

import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from operate.bench.figures import Figure, all_hold, as_table
from operate.bench.peers.desk_table import desk_figures
from operate.bench.peers.reply_table import library_figures
from operate.bench.replies import MANIFEST, cases, reply_figures

ONE_IN = 13  # no common measure with how they are made up: some of each program and language


def mail_peer_figures(folder: Path | None = None) -> Iterator[Figure]:
    """The new words of replies, then a mail's way to its case: of a folder's mails, else of those made up."""
    yield from reply_figures(folder)
    if folder and (folder / MANIFEST).is_file():
        yield from library_figures("replies", cases(folder))
    else:
        yield from library_figures("some made-up replies", islice(cases(), None, None, ONE_IN))
    yield from desk_figures(folder)


if __name__ == "__main__":
    asked = [Path(argument.removeprefix("DATA=")) for argument in sys.argv[1:2]]
    figures = list(mail_peer_figures(*asked))
    print("\n".join(as_table(figures)))
    sys.exit(0 if all_hold(figures) else 1)

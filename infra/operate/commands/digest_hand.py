"""The editor's hand in the weekly digest: look at its stories, hold it, let it go, drop, pin, sign."""

from datetime import UTC, datetime
from pathlib import Path

import click

from operate.commands.digest_week import week_option
from operate.commands.tell import OutputFile, say, show_json
from operate.digest_rooms import desk_of, inbox_rooms, queue_of, queue_rest, refuse_forgotten, rooms_of
from operate.stack import find_stack, stack_options
from operate.wire import open_atlas, open_ledger
from throughline.domain.digest_preview import Preview
from throughline.domain.edition import DROPPED, PINNED
from throughline.domain.recognition import Thanks
from throughline.domain.week import Week
from throughline.errors import Refused
from throughline.usecases.edit_digest import let_go, sign, stories_of, wish
from throughline.usecases.preview_digest import preview_of
from throughline.usecases.show_huddle import what_waits

STORY = click.argument("story", metavar="STORY")
FIRST_WORDS = 70


@click.command(epilog="Example: throughline digest stories --week 2026-W47")
@week_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON, one line each.")
@stack_options
def stories(week: Week, *, as_json: bool, stack: str | None, region: str | None, profile: str | None) -> None:
    """List what a week has to tell, and what becomes of each story."""
    where = find_stack(stack, region, profile)
    room, maps = open_ledger(where), open_atlas(where).maps
    for one in stories_of(week, weeks=room.weeks, editions=room.editions, maps=maps):
        words = one.success.words if isinstance(one.success, Thanks) else one.success.change
        if as_json:
            show_json({"story": one.mark, "state": one.state, "touchpoint": one.success.touchpoint, "words": words})
        else:
            click.echo(f"{one.mark}  {one.state}  {' '.join(words.split())[:FIRST_WORDS]}")
    _tell_more(preview_of(week, desk_of(where).editor, room.recognitions))


@click.command(epilog="Example: throughline digest hold --week 2026-W47")
@week_option
@stack_options
def hold(week: Week, *, stack: str | None, region: str | None, profile: str | None) -> None:
    """Hold the digest of a week back: nobody gets it until it is released."""
    open_ledger(find_stack(stack, region, profile)).editions.hold(week, held=True)
    click.echo(f"{week} is held")
    say(f"Next: throughline digest release --week {week}")


@click.command(epilog="Example: throughline digest release --week 2026-W47")
@week_option
@stack_options
def release(week: Week, *, stack: str | None, region: str | None, profile: str | None) -> None:
    """Let the digest of a week go, however little it tells; whoever's hour has passed gets it now."""
    where = find_stack(stack, region, profile)
    room, rooms, now = open_ledger(where), rooms_of(where), datetime.now(UTC)
    refuse_forgotten(rooms, week, now)
    let_go(week, editions=room.editions, sending=room.sending, chunks=room.chunks)
    count = queue_rest(rooms, week, now, queue_of(where), overdue=True)
    click.echo(f"{week} is released; {count} on their way")
    say("Everybody else gets it at their own hour.")


@click.command(epilog="Example: throughline digest drop --week 2026-W47 k3j5m2qa")
@week_option
@STORY
@stack_options
def drop(week: Week, story: str, *, stack: str | None, region: str | None, profile: str | None) -> None:
    """Leave a story out of the digest of a week."""
    _wish(week, story, DROPPED, stack, region, profile)


@click.command(epilog="Example: throughline digest pin --week 2026-W47 k3j5m2qa")
@week_option
@STORY
@stack_options
def pin(week: Week, story: str, *, stack: str | None, region: str | None, profile: str | None) -> None:
    """Let a story lead the digest of a week; one that waits for somebody to look at it is told."""
    _wish(week, story, PINNED, stack, region, profile)


@click.command(epilog='Example: throughline digest note --week 2026-W47 --by "Ida Berg, CEO" "I read every one."')
@week_option
@click.argument("words")
@click.option("--by", required=True, help="Who signs it.")
@stack_options
def note(week: Week, words: str, by: str, *, stack: str | None, region: str | None, profile: str | None) -> None:
    """Put a signed line into the digest of a week."""
    sign(week, words, by, editions=open_ledger(find_stack(stack, region, profile)).editions)
    click.echo(f"{words.strip()} ({by.strip()})")


@click.command(epilog="Example: throughline digest huddle --week 2026-W47 --department Packing -o packing.html")
@week_option
@click.option("--department", required=True, help="Whose fifteen minutes.")
@click.option("--language", default="en", help="In which language: de.")
@click.option(
    "-o", "--output", type=OutputFile(), required=True, help="The sheet to write, one side of A4 when printed."
)
@stack_options
def huddle(
    week: Week,
    department: str,
    language: str,
    output: Path,
    *,
    stack: str | None,
    region: str | None,
    profile: str | None,
) -> None:
    """Write the sheet for a team's fifteen minutes: one praise, one issue, one lesson, one question."""
    from throughline.adapters.huddle_paper import huddle_sheet

    where = find_stack(stack, region, profile)
    editor = desk_of(where).editor
    journey_map = editor.maps.current()
    known = {part.department for part in journey_map.parts} if journey_map else set[str]()
    if journey_map is None or department not in known:
        raise Refused(f"{department} is no department of the map.", field="--department", do=", ".join(sorted(known)))
    digest = editor.digest(week, department=department)
    if digest is None:
        raise Refused(f"There is nothing to tell in {week}.", field="--week", do="Take another week.")
    issue = what_waits(department, inbox_rooms(where), journey_map, datetime.now(UTC))
    output.write_text(huddle_sheet(digest, department, language, issue), encoding="utf-8")
    click.echo(output)


def _tell_more(preview: Preview) -> None:
    if preview.stopped:
        say(f"{preview.week} is held: nobody gets it until it is released.")
    if preview.put_off:
        say("So little is told with the next week.")
    if preview.quiet:
        say(f"Nobody thanked these in eight weeks: {', '.join(preview.quiet)}")
    if preview.unread:
        say(f"{preview.unread} thanks wait for somebody to look at them. Next: throughline thanks list")


def _wish(week: Week, story: str, wished: str, *where: str | None) -> None:
    room = open_ledger(find_stack(*where))
    click.echo(wish(week, story, wished=wished, weeks=room.weeks, editions=room.editions))

"""Commands of the weekly digest: preview, plan, send, report."""

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import click

from operate.commands.digest_hand import drop, hold, huddle, note, pin, release, stories
from operate.commands.digest_week import week_option
from operate.commands.tell import say, show_json
from operate.digest_rooms import (
    how_read,
    outcomes,
    preview_mail,
    queue_of,
    queue_rest,
    refuse_early,
    refuse_forgotten,
    rooms_of,
    why_it_waits,
    write_preview,
)
from operate.stack import find_stack, stack_options
from throughline.domain.week import Week

json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON, one line each.")


@click.group()
def digest() -> None:
    """Look at the weekly digest before it goes, send it, and see who got it."""


for command in (stories, huddle, hold, release, drop, pin, note):
    digest.add_command(command)


@digest.command(epilog="Example: throughline digest preview --week 2026-W47 --to maria@shop.example -o preview")
@week_option
@click.option("--to", "address", required=True, help="Address of the reader.")
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="Folder to write to.")
@click.option("--json", "as_json", is_flag=True, help="Print the subject and the files as JSON.")
@stack_options
def preview(
    week: Week, address: str, output: Path, *, as_json: bool, stack: str | None, region: str | None, profile: str | None
) -> None:
    """Write one reader's digest as mail.eml, mail.html and mail.txt; nothing is sent."""
    where = find_stack(stack, region, profile)
    mail = preview_mail(where, week, address)
    files = write_preview(mail, where.outputs.get("SenderAddress", ""), output)
    if as_json:
        show_json({"subject": mail.subject, "to": mail.to, "files": [str(path) for path in files]})
        return
    click.echo(mail.subject)
    for path in files:
        click.echo(path)


@digest.command(epilog="Example: throughline digest plan --week 2026-W47")
@week_option
@json_option
@stack_options
def plan(week: Week, *, as_json: bool, stack: str | None, region: str | None, profile: str | None) -> None:
    """Show who is still to get the digest of a week; nothing is sent."""
    count = 0
    for reader in rooms_of(find_stack(stack, region, profile)).readers(week):
        count += 1
        if as_json:
            row = {"person": reader.id, "address": reader.email, "timezone": reader.timezone}
            show_json({**row, "language": reader.language, "digest": reader.digest})
        else:
            click.echo(f"{reader.email}  {reader.timezone}  {reader.language}")
    say(f"{count} to go. Next: throughline digest send --week {week}")


@digest.command(epilog="Example: throughline digest send --week 2026-W47")
@week_option
@click.option("--json", "as_json", is_flag=True, help="Print the count as JSON.")
@stack_options
def send(week: Week, *, as_json: bool, stack: str | None, region: str | None, profile: str | None) -> None:
    """Send the digest of a week that is out to everyone who has not had it; nobody gets it twice."""
    where = find_stack(stack, region, profile)
    rooms, now = rooms_of(where), datetime.now(UTC)
    refuse_early(rooms, week, now)
    refuse_forgotten(rooms, week, now)
    count = queue_rest(rooms, week, now, queue_of(where))
    if as_json:
        show_json({"week": str(week), "queued": count})
    else:
        click.echo(f"{count} on their way")
    say(f"Next: throughline digest report --week {week}")


@digest.command(epilog="Example: throughline digest report --week 2026-W47")
@week_option
@json_option
@stack_options
def report(week: Week, *, as_json: bool, stack: str | None, region: str | None, profile: str | None) -> None:
    """Show who got the digest of a week, who did not, and why."""
    counts: Counter[str] = Counter()
    rooms = rooms_of(find_stack(stack, region, profile))
    for person, address, outcome in outcomes(rooms, week):
        counts[outcome] += 1
        if as_json:
            show_json({"person": person, "address": address, "outcome": outcome})
        else:
            click.echo(f"{address or person}  {outcome}")
    say("; ".join(f"{count} {outcome}" for outcome, count in counts.most_common()) or "nobody is on the staff list")
    say(why_it_waits(rooms, week, datetime.now(UTC)))
    say(how_read(rooms, week))

"""How commands ask for a week."""

import click

from throughline.domain.week import Week


class WeekOption(click.ParamType[Week]):
    """An ISO week as people write it."""

    name = "WEEK"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Week:
        """The week; wrong use when there is no such week."""
        try:
            return Week.parse(str(value))
        except ValueError as error:
            self.fail(str(error), param, ctx)


week_option = click.option("--week", type=WeekOption(), required=True, help="The week told of: 2026-W47.")

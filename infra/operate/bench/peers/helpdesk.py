"""Takes mails into django-helpdesk: from the bytes of a mail to its ticket, by `extract_email_metadata`.

A line is `{"raw": base64}`; the answer says whether a ticket was made.

In the measured part: its decoding as from IMAP, its parsing, its search for an older ticket, the queue that is
given, ticket and follow-up with their signals written to SQLite in memory, each part of the mail as a file in a
folder that is thrown away. Out of it: loading Django, making the tables and the queue, fetching mail, and mails
to anybody: no letter template is loaded, so none is written.
"""

import logging
from base64 import b64decode
from collections.abc import Sequence
from importlib import import_module
from tempfile import mkdtemp

from operate.bench.peers.lines import Call, Line, run

APPS = (*(f"django.contrib.{app}" for app in ("auth", "contenttypes", "humanize", "sites")), "helpdesk")


def load(_lines: Sequence[Line]) -> Call:
    """A desk with one queue."""
    _configure()
    queue = import_module("helpdesk.models").Queue.objects.create(title="Feedback", slug="feedback")
    take = import_module("helpdesk.email").extract_email_metadata
    text = import_module("django.utils.encoding").force_str
    logger = logging.getLogger("helpdesk")

    def call(line: Line) -> Line:
        return {"taken": take(text(b64decode(line["raw"]), errors="replace"), queue, logger) is not None}

    return call


def _configure() -> None:
    settings = import_module("django.conf").settings
    settings.configure(
        INSTALLED_APPS=APPS,
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        MIGRATION_MODULES=dict.fromkeys(app.rpartition(".")[2] for app in APPS),
        TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}],
        DEFAULT_AUTO_FIELD="django.db.models.AutoField",
        EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend",
        MEDIA_ROOT=mkdtemp(dir="."),
        HELPDESK_TEAMS_MODE_ENABLED=False,
        SITE_ID=1,
        USE_TZ=True,
    )
    import_module("django").setup()
    urls = import_module("django.urls")
    settings.ROOT_URLCONF = (urls.path("", urls.include("helpdesk.urls")),)
    import_module("django.core.management").call_command("migrate", run_syncdb=True, verbosity=0)


if __name__ == "__main__":
    run("django-helpdesk", load)

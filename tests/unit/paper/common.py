"""What all letters and pages are shown with."""

from typing import Any

SITE = "https://line.example"
QUOTE = "The lamp foot was scratched when she unpacked it. The box had no padding at the bottom."
MANTRA = "We look after people's homes as if they were ours."
BEHIND = [
    {"department": "Delivery", "role": "Driver", "how": "They carry it to where it will stand."},
    {"department": "Planning", "role": "", "how": "They leave the driver the time for it."},
]
LETTER: dict[str, Any] = {"mantra": MANTRA, "site": SITE}

"""What weighing by sense needs to know."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Read from the environment, each name in capitals; `bedrock_model` is empty where none is asked."""

    ledger_table: str
    atlas_table: str
    model_bucket: str
    bedrock_model: str
    bedrock_a_day: int

"""What failed, told without what it said."""

from pathlib import Path
from traceback import extract_tb


def where(error: Exception) -> dict[str, str]:
    """What failed and where, without what the error says: that may hold somebody's words."""
    frame = extract_tb(error.__traceback__)[-1]
    code = getattr(error, "response", {}).get("Error", {}).get("Code", "")
    return {"error": type(error).__name__, "code": code, "at": f"{Path(frame.filename).name}:{frame.lineno}"}

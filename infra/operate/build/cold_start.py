"""Imports every handler from an artifact as Lambda would, and tells what was compiled on the way.

Runs alone, in an interpreter of its own: `python -I -B cold_start.py ARTIFACT SERVICES HANDLER...`;
standard library and the artifact only. Prints {"compiled": [file], "clients": {service: [operation]}}.
"""

import importlib
import json
import sys
from importlib.machinery import SourceFileLoader
from typing import Any

compiled: list[str] = []
source_to_code = SourceFileLoader.source_to_code


def counted(self: SourceFileLoader, data: Any, path: Any, **options: Any) -> Any:
    """Compile as Python does, and remember what had to be compiled."""
    compiled.append(str(path))
    return source_to_code(self, data, path, **options)


def clients(services: list[str]) -> dict[str, list[str]]:
    """The operations that a client of each service knows."""
    session = importlib.import_module("botocore.session").Session()
    session.set_credentials("none", "none")
    made = {name: session.create_client(name, "eu-west-1") for name in services}
    return {name: sorted(client.meta.service_model.operation_names) for name, client in made.items()}


def main(artifact: str, services: str, *handlers: str) -> None:
    """Do it and print what was found."""
    sys.path.insert(0, artifact)
    SourceFileLoader.source_to_code = counted  # type: ignore[method-assign, assignment]
    for name in handlers:
        if not callable(importlib.import_module(name).handle):
            raise TypeError(f"{name} has no handle")
    found = clients([name for name in services.split(",") if name])
    here = [path for path in compiled if path.startswith(artifact)]
    print(json.dumps({"compiled": here, "clients": found}))


if __name__ == "__main__":
    main(*sys.argv[1:])

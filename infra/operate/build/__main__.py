"""`python -m operate.build finish|check`, run by `make build` after `sam build`."""

import argparse
import sys

from operate.build.artifact import (
    BUILT,
    RUNTIME,
    BuildFoundWantingError,
    artifacts,
    layers,
    set_runtime,
    unpacked_bytes,
)
from operate.build.calls import CALLS
from operate.build.checking import check_artifact, check_layers
from operate.build.compiling import compile_artifact
from operate.build.openapi import write_document
from operate.build.trim import trim
from operate.strings import compile_catalogues


def finish() -> None:
    """Translate, describe, trim and compile what `sam build` left."""
    for artifact in artifacts():
        compile_catalogues(artifact)
        write_document(artifact)
        trim(artifact, CALLS)
        compile_artifact(artifact)
        print(f"{artifact}: {unpacked_bytes(artifact) / 1e6:.1f} MB unpacked, compiled for {RUNTIME}")
    for layer in layers():
        compile_artifact(layer)
        print(f"{layer}: {unpacked_bytes(layer) / 1e6:.1f} MB unpacked, compiled for {RUNTIME}")
    set_runtime(BUILT / "template.yaml")


def check() -> None:
    """Refuse what is too large, what would be compiled at a cold start, what does not import."""
    for artifact in artifacts():
        print(f"{artifact}: {check_artifact(artifact)}")
        check_layers(artifact, layers())


def main(arguments: list[str] | None = None) -> int:
    """The command; 0 done, 1 found wanting, 2 asked in a wrong way."""
    parser = argparse.ArgumentParser(prog="python -m operate.build", description=__doc__)
    parser.add_argument("verb", choices=["finish", "check"])
    verbs = {"finish": finish, "check": check}
    try:
        verbs[parser.parse_args(arguments).verb]()
    except BuildFoundWantingError as wanting:
        print(wanting, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""A checkout of its own with a copy of what is built, so that a stack can be up beside any other."""

import shutil
from pathlib import Path

from operate.local.checkout import Checkout, find_checkout
from operate.local.environment import ensure_ministack
from operate.local.up import NotBuiltError


def spare_checkout(root: Path, here: Checkout | None = None) -> Checkout:
    """Make one at `root`; NotBuiltError when nothing is built."""
    source = here or find_checkout()
    if not source.built_template.exists():
        raise NotBuiltError(f"{source.built_template} is missing: run `make build`")
    shutil.copytree(source.built_template.parent, root / ".aws-sam" / "build", symlinks=True)
    (root / "template.yaml").touch()
    made = Checkout(root)
    (made.kept / "ministack").symlink_to(ensure_ministack(source).parents[1])
    return made

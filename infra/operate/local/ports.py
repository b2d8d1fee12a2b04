"""Ports on loopback: the one asked for, or a free one."""

import socket

LOOPBACK = "127.0.0.1"
USUAL_FRONT_PORT = 8600


class PortBusyError(Exception):
    """The port asked for belongs to somebody else."""

    def __init__(self, port: int) -> None:
        super().__init__(
            f"port {port} on {LOOPBACK} is taken by another program: "
            "choose another with `throughline up --port PORT`, or leave --port out to get a free one"
        )


def any_free() -> int:
    """Give a port that nobody listens on."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])

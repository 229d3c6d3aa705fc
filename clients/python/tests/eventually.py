"""Waiting for a condition."""

import time

PATIENCE_S = 60
POLL_S = 0.05


def eventually(condition):
    """What is true in the end; fails where it is not."""
    deadline = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < deadline, f"not so after {PATIENCE_S} s"
        time.sleep(POLL_S)

"""Which process this is, for the owner of a lease."""

from __future__ import annotations

import os
from typing import Any, Dict


def identify_this_process() -> Dict[str, Any]:
    """Pid, start time (field 22 of ``/proc/PID/stat``, proc(5)) and PID namespace: a pid is reused."""
    with open("/proc/self/stat", "rb") as file:
        # The name, field 2, may hold blanks and parentheses.
        fields = file.read().rpartition(b")")[2].split()
    return {
        "pid": os.getpid(),
        "startTime": fields[22 - 3].decode(),
        "pidNamespace": os.readlink("/proc/self/ns/pid"),
    }

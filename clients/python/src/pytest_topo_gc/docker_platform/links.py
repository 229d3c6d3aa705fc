"""Links in ``/var/run/netns`` that the agent has not removed: a pid used again would find its name taken."""

from __future__ import annotations

import logging
import os
import subprocess
from typing import Iterable, List

from .nodes import NETNS_FOLDER

log = logging.getLogger(__name__)

SUDO_S = 10.0


def remove_links(names: Iterable[str]) -> List[str]:
    """Removes the links of these pids that are still there. Never raises.

    :returns: what could not be removed.
    """
    paths = [path for path in (os.path.join(NETNS_FOLDER, name) for name in names) if _is_link_to_pid(path)]
    denied = [path for path in paths if not _unlink(path)]
    if denied:
        _unlink_with_sudo(denied)
    return [path for path in denied if os.path.lexists(path)]


def _is_link_to_pid(path: str) -> bool:
    try:
        return os.readlink(path) == f"/proc/{os.path.basename(path)}/ns/net"
    except OSError:
        return False


def _unlink(path: str) -> bool:
    try:
        os.unlink(path)
    except FileNotFoundError:
        pass
    except OSError:
        return False
    return True


def _unlink_with_sudo(paths: List[str]) -> None:
    """As topology_docker itself does."""
    command = ["sudo", "--non-interactive", "rm", "--", *paths]
    try:
        subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=SUDO_S, check=True)
    except (OSError, subprocess.SubprocessError) as error:
        log.warning("links could not be removed: %s", error)

"""Networks that the engine has no address for, because those that were handed over still have theirs."""

from __future__ import annotations

import logging
from typing import Any, Callable

from topo_gc import TopoGc
from topo_gc.errors import TopoGcError

from ..notes import Notes

log = logging.getLogger(__name__)

EXHAUSTED = (
    "non-overlapping ipv4 address pool",
    "all predefined address pools have been fully subnetted",
)
"""The engine's words, before 25.0 and since (moby/libnetwork, ``ipamutils`` and ``ipamapi``)."""


def collect_when_exhausted(build: Callable[[], Any], manager: Any, topo_gc: TopoGc, notes: Notes) -> Any:
    """Builds, and once more after a collection where the address pools had run out."""
    try:
        return build()
    except Exception as error:
        if not _is_exhausted(error) or not _collect(topo_gc, notes):
            raise
    # A platform of its own: that of the failed build still knows its ports.
    manager._resolved = False
    return build()


def _collect(topo_gc: TopoGc, notes: Notes) -> bool:
    log.info("the address pools of the engine have run out: collecting, and building once more")
    try:
        topo_gc.collect()
    except TopoGcError as why:
        notes.say(f"the address pools of the engine ran out, and nothing could be collected: {why}")
        return False
    return True


def _is_exhausted(error: BaseException) -> bool:
    text = str(error).lower()
    return any(words in text for words in EXHAUSTED)

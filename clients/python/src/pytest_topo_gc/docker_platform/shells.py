"""Open shells of nodes: each is a ``docker exec`` on a terminal of ours, held by pexpect."""

from __future__ import annotations

import logging
import signal
from typing import Any, Iterable, List

log = logging.getLogger(__name__)

DELAY_S = 0.01
"""pexpect waits 0.1 s after each of up to five steps of closing, one shell after the other."""


def close_shells(nodes: Iterable[Any]) -> None:
    """Ends what the shells of nodes have started, and gives their terminals back. Never raises."""
    terminals = [terminal for node in nodes for terminal in _terminals(node)]
    for terminal in terminals:
        _attempt(terminal.kill, signal.SIGHUP)
    for terminal in terminals:
        # Both layers of pexpect have the delays.
        for layer in (terminal, getattr(terminal, "ptyproc", None)):
            if layer is not None:
                layer.delayafterclose = layer.delayafterterminate = DELAY_S
        _attempt(terminal.close, True)


def _terminals(node: Any) -> List[Any]:
    """pexpect's, of the connections that ``PExpectShell`` keeps."""
    shells = (getattr(node, "_shells", None) or {}).values()
    return [
        terminal
        for shell in shells
        for terminal in (getattr(shell, "_connections", None) or {}).values()
        if not getattr(terminal, "closed", True)
    ]


def _attempt(step: Any, *args: Any) -> None:
    try:
        step(*args)
    except Exception:
        log.debug("a shell could not be closed", exc_info=True)

"""The options of the plugin, each of which is an ini option too."""

from __future__ import annotations

import os
from typing import Any, NamedTuple, Optional, Tuple

import pytest

FALLBACKS = ("sync", "error")

_GROUP = "topology"
_OPTIONS = (
    ("topology_gc_socket", "PATH", "socket of the topo-gc agent (default: $TOPO_GC_SOCKET)"),
    (
        "topology_gc_stop_timeout",
        "DURATION",
        "grace between the stop signal and the kill, such as 2s (default: each container's own)",
    ),
    (
        "topology_gc_fallback",
        "sync|error",
        "where a topology can't be handed over: unbuild it as stock does (sync, the default), or fail",
    ),
)
_DEFERRED = "topology_deferred_unbuild"
_INPUTS = "topology_gc_input"


class Settings(NamedTuple):
    deferred: bool
    socket: Optional[str]
    stop_timeout: Optional[str]
    fallback: str
    agent_inputs: Tuple[str, ...]
    """Of an agent that is started here: ``container-threshold=20``."""


def add_options(parser: pytest.Parser) -> None:
    group = parser.getgroup(_GROUP, "Testing of network topologies")
    deferred = "hand topologies over to a topo-gc agent instead of unbuilding them"
    group.addoption("--" + _flag(_DEFERRED), action="store_true", default=None, help=deferred)
    parser.addini(_DEFERRED, deferred, type="bool", default=False)
    for name, metavar, help_text in _OPTIONS:
        group.addoption("--" + _flag(name), default=None, metavar=metavar, help=help_text)
        parser.addini(name, help_text, default=None)
    inputs = "input of an agent that the plugin starts, such as container-threshold=20; as often as you like"
    group.addoption("--" + _flag(_INPUTS), action="append", default=None, metavar="NAME=VALUE", help=inputs)
    parser.addini(_INPUTS, inputs, type="linelist", default=[])


def read_settings(config: pytest.Config) -> Settings:
    """:raises pytest.UsageError: naming the option, the value and what it takes."""
    socket = _value(config, "topology_gc_socket") or os.environ.get("TOPO_GC_SOCKET")
    fallback = _value(config, "topology_gc_fallback") or FALLBACKS[0]
    if fallback not in FALLBACKS:
        raise pytest.UsageError(f"--topology-gc-fallback {fallback}: takes {' or '.join(FALLBACKS)}")
    inputs = tuple(_value(config, _INPUTS))
    for given in inputs:
        name, _, value = given.partition("=")
        if not name.strip() or not value.strip():
            raise pytest.UsageError(f"--topology-gc-input {given}: takes NAME=VALUE")
    return Settings(
        deferred=bool(_value(config, _DEFERRED)),
        socket=os.path.abspath(socket) if socket else None,
        stop_timeout=_value(config, "topology_gc_stop_timeout") or None,
        fallback=fallback,
        agent_inputs=inputs,
    )


def _flag(name: str) -> str:
    return name.replace("_", "-")


def _value(config: pytest.Config, name: str) -> Any:
    given = config.getoption("--" + _flag(name))
    return config.getini(name) if given is None else given

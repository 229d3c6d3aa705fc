"""The plugin's hooks, and the fixture ``topo_gc``."""

from __future__ import annotations

from typing import Any, Iterator

import pytest

from topo_gc import TopoGc

from .settings import add_options, read_settings
from .session import Session

_SESSION = "_topo_gc_session"


def pytest_addoption(parser: pytest.Parser) -> None:
    add_options(parser)


def pytest_configure(config: pytest.Config) -> None:
    session = Session(config, read_settings(config))
    setattr(config, _SESSION, session)
    config.pluginmanager.register(session, "topo-gc-session")


@pytest.fixture(scope="session")
def topo_gc(request: Any) -> Iterator[TopoGc]:
    """Hands what a test has built over to a topo-gc agent: ``submit``, ``collect``, ``pending``, ``cleanup``.

    Where no agent is named, one is started for the session.
    """
    yield getattr(request.config, _SESSION).topo_gc()

"""Stand-in for topology.pytest.plugin: unbuilds when another topology is needed, and when pytest ends."""

import traceback

import pytest

from ..manager import TopologyManager


class TopologyPlugin:
    """Keeps the topology that is built."""

    def __init__(self):
        self.topomgr = None
        self.of = None

    def destroy_topology(self):
        if self.topomgr is None:
            return
        if self.topomgr.is_built():
            self.topomgr.unbuild()
        self.topomgr = None
        self.of = None


def pytest_addoption(parser):
    group = parser.getgroup("topology", "Testing of network topologies")
    group.addoption("--topology-platform", default="docker")
    group.addoption("--topology-build-retries", default=0, type=int)
    group.addoption("--topology-group-by-topology", action="store_true")


def pytest_sessionstart(session):
    session.config._topology_plugin = TopologyPlugin()


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config):
    plugin = getattr(config, "_topology_plugin", None)
    if plugin:
        plugin.destroy_topology()


@pytest.fixture
def topology(request):
    """The manager of the topology of the module's ``TOPOLOGY``."""
    plugin = request.config._topology_plugin
    described = request.module.TOPOLOGY
    grouped = request.config.getoption("--topology-group-by-topology")
    of = repr(described) if grouped else request.module.__name__
    if plugin.topomgr is not None and plugin.of == of:
        return plugin.topomgr
    plugin.destroy_topology()
    manager = plugin.topomgr = TopologyManager(request.config.getoption("--topology-platform"))
    manager.load(described)
    for _ in range(request.config.getoption("--topology-build-retries") + 1):
        try:
            manager.build()
            break
        except Exception:
            error = traceback.format_exc()
    else:
        pytest.fail("Error building topology:\n" + error)
    plugin.of = of
    return manager

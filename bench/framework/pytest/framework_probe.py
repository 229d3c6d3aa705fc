"""A pytest plugin for `npm run framework`.

Writes a line of JSON for each build, each unbuild and each test to the file $FRAMEWORK_EVENTS. With
$FRAMEWORK_UNBUILD=never no topology is destroyed.
"""

import functools
import json
import os
import time

import pytest
from topology.manager import TopologyManager
from topology_docker.node import DockerNode
from topology_docker.platform import DockerPlatform

CAP_SYS_RESOURCE = 24
# What a node does with its privileges, short of what such a kernel does not grant.
CAPABILITIES = ['NET_ADMIN', 'SYS_ADMIN', 'NET_RAW', 'SYS_PTRACE']


def tell(**event):
    # Short lines that are appended do not mix, whichever worker writes them.
    with open(os.environ['FRAMEWORK_EVENTS'], 'a') as events:
        events.write(json.dumps(event) + '\n')


def timed(event, method):
    @functools.wraps(method)
    def wrapper(*args, **kwargs):
        tell(event=event + 'ing')
        began = time.monotonic()
        try:
            return method(*args, **kwargs)
        finally:
            tell(event=event, ms=(time.monotonic() - began) * 1000)

    return wrapper


def with_capabilities(init):
    @functools.wraps(init)
    def wrapper(self, *args, **kwargs):
        kwargs.update(privileged=False, create_host_config_kwargs={'cap_add': CAPABILITIES})
        init(self, *args, **kwargs)

    return wrapper


def can_be_privileged():
    """Docker refuses `--privileged` where the kernel does not grant CAP_SYS_RESOURCE."""
    with open('/proc/self/status') as status:
        effective = next(line for line in status if line.startswith('CapEff:')).split()[1]
    return bool(int(effective, 16) >> CAP_SYS_RESOURCE & 1)


@pytest.hookimpl(trylast=True)
def pytest_collection_finish(session):
    """After other plugins have put in their own: what they do is timed too."""
    if not can_be_privileged():
        DockerNode.__init__ = with_capabilities(DockerNode.__init__)
    if os.environ.get('FRAMEWORK_UNBUILD') == 'never':
        DockerPlatform.destroy = lambda self: None
    TopologyManager.build = timed('build', TopologyManager.build)
    TopologyManager.unbuild = timed('unbuild', TopologyManager.unbuild)


def pytest_runtest_logreport(report):
    # With xdist its controller tells of all tests.
    is_worker = 'PYTEST_XDIST_WORKER' in os.environ
    if not is_worker and (report.when == 'call' or not report.passed):
        tell(event='test', id=report.nodeid, outcome=report.outcome)

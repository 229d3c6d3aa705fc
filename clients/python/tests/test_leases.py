"""Topologies are leased from their first container on: whoever dies leaks nothing."""

import signal

from eventually import eventually

HANGING = """
    import os, time
    TOPOLOGY = {f"a-{MARK}": {}, f"b-{MARK}": {}}

    def test_hangs(topology):
        open("hangs", "w").close()
        time.sleep(300)
"""

STILLBORN = """
    import os, signal
    from topology_docker.node import HostNode
    from topology_docker.platform import DockerPlatform

    class Fatal(HostNode):
        def __init__(self, *args, **kwargs):
            super().__init__(*args, **kwargs)
            os.kill(os.getpid(), signal.SIGKILL)

    DockerPlatform.available_node_types["fatal"] = Fatal
"""

FOLDER_ONLY = """
    import os, signal
    import topology_docker.node

    make = topology_docker.node.ensure_dir

    def make_and_die(path):
        make(path)
        os.kill(os.getpid(), signal.SIGKILL)

    topology_docker.node.ensure_dir = make_and_die
"""


DEFERRED = ("--topology-deferred-unbuild", "--topology-gc-stop-timeout=1s")
IN_A_NAMESPACE = ("unshare", "--pid", "--fork", "--kill-child", "--mount-proc")


def states(agent):
    return [topology["state"] for topology in agent.topologies()]


def check_all_is_collected(suite, agent, traces):
    eventually(lambda: states(agent) != [] and "leased" not in states(agent))
    agent.client.collect()
    assert traces.all() == []
    assert suite.links() == []


def test_a_pytest_that_is_killed_leaks_nothing(suite, agent, traces):
    suite.write("test_hangs.py", HANGING)
    pytest = suite.start(*DEFERRED, env=agent.environment)
    eventually((suite.folder / "hangs").exists)
    (topology,) = agent.topologies()
    assert topology["state"] == "leased"
    kinds = [member["kind"] for member in topology["members"] if member["state"] == "leased"]
    assert sorted(kinds) == ["container"] * 2 + ["netns"] * 2 + ["network"] * 2 + ["path"] * 2
    pytest.kill()
    pytest.communicate()
    check_all_is_collected(suite, agent, traces)


def test_a_pytest_that_dies_with_its_first_container_leaks_nothing(suite, agent, traces):
    suite.write("conftest.py", STILLBORN)
    suite.write(
        "test_fatal.py",
        """
        TOPOLOGY = {f"a-{MARK}": {"type": "fatal"}}

        def test_nothing(topology):
            pass
        """,
    )
    run = suite.deferred(agent, "--topology-gc-stop-timeout=1s")
    assert run.status == -signal.SIGKILL
    assert traces.containers() != []
    check_all_is_collected(suite, agent, traces)


def test_a_pytest_that_dies_with_its_first_folder_leaks_nothing(suite, agent, traces):
    suite.write("conftest.py", FOLDER_ONLY)
    suite.write(
        "test_fatal.py",
        """
        TOPOLOGY = {f"a-{MARK}": {}}

        def test_nothing(topology):
            pass
        """,
    )
    run = suite.deferred(agent)
    assert run.status == -signal.SIGKILL
    assert [*traces.folders(), *traces.containers()] == traces.folders() != []
    report = agent.drain()
    assert (report["leaks"], traces.all()) == ([], [])


def test_a_drain_right_behind_a_kill_takes_what_was_leased(suite, agent, traces):
    suite.write("test_hangs.py", HANGING)
    pytest = suite.start(*DEFERRED, env=agent.environment)
    eventually((suite.folder / "hangs").exists)
    pytest.kill()
    pytest.communicate()
    report = agent.drain()
    assert (report["leaks"], traces.all(), suite.links()) == ([], [], [])


def test_a_worker_that_is_killed_leaks_nothing(suite, agent, traces):
    suite.write(
        "test_killed.py",
        """
        import os, signal
        TOPOLOGY = {f"a-{MARK}": {}}

        def test_killed(topology):
            os.kill(os.getpid(), signal.SIGKILL)
        """,
    )
    run = suite.deferred(agent, "-n1", "--topology-gc-stop-timeout=1s")
    assert "worker 'gw0' crashed" in run.output
    check_all_is_collected(suite, agent, traces)
    assert agent.topologies()[0]["metadata"] == {
        "client": "pytest",
        "framework": "topology_docker",
        "worker": "gw0",
    }


def test_where_the_agent_can_not_see_the_process_the_connection_is_the_lease(suite, agent, traces):
    suite.write("test_hangs.py", HANGING)
    pytest = suite.start(*DEFERRED, env=agent.environment, prefix=IN_A_NAMESPACE)
    eventually((suite.folder / "hangs").exists)
    assert states(agent) == ["leased"]
    assert suite.links() != []
    pytest.kill()
    pytest.communicate()
    check_all_is_collected(suite, agent, traces)


def test_a_topology_that_is_handed_over_lets_go_of_its_connections(suite, agent, traces):
    suite.write(
        "test_connections.py",
        """
        import os
        TOPOLOGY = {f"a-{MARK}": {}}

        def connections():
            handles = [f"/proc/self/fd/{fd}" for fd in os.listdir("/proc/self/fd")]
            return sum(os.readlink(handle).startswith("socket:") for handle in handles if os.path.lexists(handle))

        def test_connections(topology):
            before = connections()
            topology.platform.destroy()
            assert connections() < before
        """,
    )
    run = suite.run(*DEFERRED, env=agent.environment, prefix=IN_A_NAMESPACE)
    assert run.status == 0, run

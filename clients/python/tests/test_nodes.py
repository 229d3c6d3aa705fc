"""Nodes that are not as the framework's own: each is dealt with as stock would, or better."""

import os


def test_a_stop_of_its_own_runs_at_once(suite, agent, traces):
    suite.write(
        "conftest.py",
        """
        from topology_docker.node import HostNode
        from topology_docker.platform import DockerPlatform
        from topology_docker.utils import trace

        class Saving(HostNode):
            def stop(self):
                trace("saved", self.identifier, "running" in self("echo run''ning"))
                super().stop()

        class Failing(HostNode):
            def stop(self):
                raise RuntimeError("can't be stopped")

        DockerPlatform.available_node_types.update(saving=Saving, failing=Failing)
        """,
    )
    suite.write(
        "test_stop.py",
        """
        TOPOLOGY = {
            f"saving-{MARK}": {"type": "saving", "create_container_kwargs": {"stop_signal": "SIGKILL"}},
            f"failing-{MARK}": {"type": "failing"},
            f"plain-{MARK}": {},
        }

        def test_nothing(topology):
            pass
        """,
    )
    run = suite.deferred(agent, "--topology-gc-stop-timeout=1s")
    assert run.status == 0, run
    ((saved, state),) = suite.traced("saved")
    assert saved.startswith("saving-") and state == "True"
    assert [name for (name,) in suite.traced("stop")] == [saved]
    assert not any(name.startswith("saving-") for name in traces.containers())
    agent.client.collect()
    assert traces.all() == []


def test_open_shells_are_closed(suite, agent, traces):
    suite.write(
        "test_shells.py",
        """
        import os

        TOPOLOGY = {f"a-{MARK}": {}, f"b-{MARK}": {}}

        def terminals(topology):
            shells = [topology.get(f"{name}-{MARK}")._shells["sh"] for name in "ab"]
            return [terminal for shell in shells for terminal in shell._connections.values()]

        def test_shells(topology):
            for name in "ab":
                topology.get(f"{name}-{MARK}")("echo")
            opened = terminals(topology)
            pids = [terminal.pid for terminal in opened]
            assert all(os.path.exists(f"/proc/{pid}") for pid in pids)
            topology.platform.destroy()
            assert [terminal.closed for terminal in opened] == [True, True]
            # Waited for too: no zombies.
            assert not any(os.path.exists(f"/proc/{pid}") for pid in pids)
        """,
    )
    run = suite.deferred(agent, "--topology-gc-stop-timeout=1s")
    assert run.status == 0, run


def test_a_disabled_node_is_paused_and_removed_all_the_same(suite, agent, traces):
    suite.write(
        "test_disabled.py",
        """
        TOPOLOGY = {f"a-{MARK}": {}}

        def test_disable(topology):
            topology.get(f"a-{MARK}").disable()
        """,
    )
    run = suite.deferred(agent, "--topology-gc-stop-timeout=1s")
    assert run.status == 0, run
    agent.client.collect()
    assert traces.all() == []


def test_a_node_that_has_ended_by_itself(suite, agent, traces):
    suite.write(
        "test_ended.py",
        """
        TOPOLOGY = {f"a-{MARK}": {"command": "true"}}

        def test_nothing(topology):
            pass
        """,
    )
    run = suite.deferred(agent)
    assert run.status == 0, run
    assert suite.links() == []
    agent.client.collect()
    assert traces.all() == []


JOINED = """
    from topology_docker.node import HostNode
    from topology_docker.platform import DockerPlatform

    class Joined(HostNode):
        def _get_network_config(self):
            joined = {"netns": None, "managed_by": "docker", "prefix": "", "connect_to": f"joined-{MARK}"}
            older = {"netns": None, "managed_by": "docker", "prefix": "", "connect_to": f"older-{MARK}"}
            return {"default_category": "joined", "mapping": {"joined": joined, "older": older}}

    DockerPlatform.available_node_types["joined"] = Joined
"""

JOINED_MODULE = """
    TOPOLOGY = {f"a-{MARK}": {"type": "joined"}, f"b-{MARK}": {"type": "joined"}}

    def test_nothing(topology):
        pass
"""


def test_networks_joined_by_name_stay_with_those_who_use_them(suite, agent, traces, engine, mark):
    suite.write("conftest.py", JOINED)
    suite.write("test_joined.py", JOINED_MODULE)
    # The agent of another session knows nothing of this one's networks.
    engine.create_network(f"older-{mark}", labels={"topo-gc.session": "another"})
    run = suite.deferred(agent, "--topology-gc-stop-timeout=1s")
    assert run.status == 0, run
    user = engine.create_container(os.environ["TOPO_GC_TEST_IMAGE"], "sleep 600", name=f"user-{mark}")
    engine.connect_container_to_network(user, f"joined-{mark}")
    engine.start(user)
    agent.client.collect()
    assert traces.networks() == [f"joined-{mark}", f"older-{mark}"]
    engine.remove_container(user, force=True)
    assert agent.drain()["leaks"] == []


def test_networks_joined_by_name_go_when_they_are_empty(suite, agent, traces):
    suite.write("conftest.py", JOINED)
    suite.write("test_joined.py", JOINED_MODULE)
    run = suite.deferred(agent, "--topology-gc-stop-timeout=1s")
    assert run.status == 0, run
    agent.client.collect()
    assert traces.all() == []

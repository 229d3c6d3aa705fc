"""What can't be handed over: unbuilt as stock does, and said, or an error."""

QUICK = """{"create_container_kwargs": {"stop_signal": "SIGKILL"}}"""

MODULE = f"""
    TOPOLOGY = {{f"a-{{MARK}}": {QUICK}, f"b-{{MARK}}": {QUICK}}}

    def test_nothing(topology):
        pass
"""

FOREIGN = MODULE.replace('"SIGKILL"}', '"SIGKILL", "labels": {"topo-gc.session": "another"}}')


def check_unbuilt_as_stock(suite, traces):
    assert suite.traced("destroy") == [[]]
    assert len(suite.traced("stop")) == 2
    assert traces.containers() == traces.networks() == []
    assert suite.links() == []


def test_a_lease_is_given_back_where_stock_has_unbuilt(suite, agent, traces):
    refusal = """
        from topo_gc import HandOverFailed
        from topo_gc import TopoGc

        def refuse(self, topology):
            raise HandOverFailed("not today")

        TopoGc.hand_over = refuse
    """
    suite.write("conftest.py", refusal).write("test_one.py", MODULE)
    run = suite.deferred(agent)
    assert run.status == 0, run
    assert "unbuilt as stock does, not deferred: not today" in run.output
    check_unbuilt_as_stock(suite, traces)
    assert agent.topologies() == []


def test_what_the_agent_refuses_is_unbuilt_as_stock_does(suite, agent, traces):
    suite.write("test_foreign.py", FOREIGN).write("test_after.py", MODULE)
    run = suite.deferred(agent, "--topology-gc-stop-timeout=1s")
    assert run.status == 0, run
    assert "unbuilt as stock does, not deferred:" in run.output
    assert "carries topo-gc.session=another, the label of another session" in run.output
    # The other one is deferred all the same.
    assert suite.traced("destroy") == [[]]
    (topology,) = agent.topologies()
    assert topology["name"] == "test_after.py::test_nothing"


def test_or_an_error(suite, agent, traces):
    suite.write("test_foreign.py", FOREIGN).write("test_two.py", MODULE)
    run = suite.deferred(agent, "--topology-gc-fallback=error", "--topology-gc-stop-timeout=1s")
    assert run.status == 1
    assert "HandOverFailed: the topology is not unbuilt: containers[0] " in run.output
    assert ": container a-" in run.output
    assert suite.traced("destroy") == []


def test_no_agent_and_no_spool(suite, traces):
    suite.write("test_one.py", MODULE)
    run = suite.run("--topology-deferred-unbuild", f"--topology-gc-socket={suite.folder}/agent.sock")
    assert run.status == 0, run
    assert "and its spool takes nothing" in run.output
    check_unbuilt_as_stock(suite, traces)


def test_no_agent_and_no_command(suite, traces):
    suite.write("test_one.py", MODULE)
    run = suite.run("--topology-deferred-unbuild")
    assert run.status == 0, run
    assert run.output.count("there is no command topo-gc on the PATH") == 1
    check_unbuilt_as_stock(suite, traces)


def test_no_agent_and_no_command_is_a_usage_error_where_that_is_asked_for(suite):
    suite.write("test_one.py", MODULE)
    run = suite.run("--topology-deferred-unbuild", "--topology-gc-fallback=error")
    assert run.status == 4
    assert "topo-gc: no agent: TOPO_GC_SOCKET is not set" in run.output
    assert suite.traced("start") == []


def test_an_engine_that_is_not_the_agents_is_refused(suite, agent, traces):
    suite.write(
        "conftest.py",
        """
        import docker
        stock = docker.APIClient.info
        docker.APIClient.info = lambda self: {**stock(self), "ID": "ANOTHER"}
        """,
    )
    suite.write("test_one.py", MODULE)
    run = suite.deferred(agent)
    assert run.status == 0, run
    assert "the agent works on the engine" in run.output
    check_unbuilt_as_stock(suite, traces)


def test_a_stop_of_its_own_runs_once(suite, traces):
    suite.write(
        "conftest.py",
        """
        from topology_docker.node import HostNode
        from topology_docker.platform import DockerPlatform
        from topology_docker.utils import trace

        class Saving(HostNode):
            def stop(self):
                trace("saved", self.identifier)
                super().stop()

        DockerPlatform.available_node_types["saving"] = Saving
        """,
    )
    suite.write("test_one.py", MODULE.replace("{\"create", "{\"type\": \"saving\", \"create"))
    run = suite.run("--topology-deferred-unbuild", f"--topology-gc-socket={suite.folder}/agent.sock")
    assert run.status == 0, run
    assert len(suite.traced("saved")) == len(suite.traced("stop")) == 2
    assert traces.containers() == traces.networks() == []

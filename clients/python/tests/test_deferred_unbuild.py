"""With the flag, topologies are handed over and not unbuilt."""

TWO_MODULES = """
    TOPOLOGY = {f"a-{MARK}": {}, f"b-{MARK}": {}}

    def test_shell(topology):
        assert "hello" in topology.get(f"a-{MARK}")("echo hello")
"""


def test_nothing_is_left_after_a_run_of_two_modules(suite, agent, traces):
    suite.write("test_one.py", TWO_MODULES).write("test_two.py", TWO_MODULES)
    run = suite.deferred(agent, "--topology-gc-stop-timeout=1s")
    assert run.status == 0, run
    assert f"topo-gc: deferred unbuild is on, by the agent at {agent.environment['TOPO_GC_SOCKET']}" in run.output
    agent.client.collect()
    assert traces.all() == []
    assert traces.links() == []
    assert [len(topology["members"]) for topology in agent.topologies()] == [8, 8]

"""Options are ini options too."""

MODULE = """
    TOPOLOGY = {f"a-{MARK}": {}}

    def test_nothing(topology):
        pass
"""


def test_from_an_ini_file(suite, agent, traces):
    suite.write("test_one.py", MODULE)
    (suite.folder / "pytest.ini").write_text(
        "[pytest]\n"
        "topology_deferred_unbuild = true\n"
        f"topology_gc_socket = {agent.environment['TOPO_GC_SOCKET']}\n"
        "topology_gc_stop_timeout = 1s\n"
        "topology_gc_fallback = error\n"
    )
    run = suite.run()
    assert run.status == 0, run
    assert "topo-gc: deferred unbuild is on, by the agent at" in run.output
    agent.client.collect()
    assert traces.all() == []


def test_the_command_line_goes_before(suite, agent, traces):
    suite.write("test_one.py", MODULE)
    (suite.folder / "pytest.ini").write_text("[pytest]\ntopology_gc_fallback = error\ntopology_gc_socket = /none\n")
    run = suite.deferred(agent, f"--topology-gc-socket={agent.environment['TOPO_GC_SOCKET']}")
    assert run.status == 0, run
    assert len(agent.topologies()) == 1


def test_what_they_take_is_told(suite):
    suite.write("test_one.py", "")
    assert "--topology-gc-fallback later: takes sync or error" in suite.run("--topology-gc-fallback=later").output
    assert "--topology-gc-input quick: takes NAME=VALUE" in suite.run("--topology-gc-input=quick").output
    for option in ("deferred-unbuild", "gc-socket", "gc-stop-timeout", "gc-fallback", "gc-input"):
        assert f"--topology-{option}" in suite.run("--help").output

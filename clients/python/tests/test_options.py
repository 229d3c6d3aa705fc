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
    ini = "[pytest]\ntopology_gc_fallback = error\ntopology_gc_socket = /none\n"
    (suite.folder / "pytest.ini").write_text(ini)
    socket = agent.environment["TOPO_GC_SOCKET"]
    run = suite.deferred(agent, f"--topology-gc-socket={socket}", "--topology-gc-input=container-threshold=1")
    assert run.status == 0, run
    assert "--topology-gc-input is for an agent that the plugin starts" in run.output
    assert len(agent.topologies()) == 1


def test_what_they_take_is_told(suite):
    suite.write("test_one.py", "")
    for wrong, told in (
        ("--topology-gc-fallback=later", "--topology-gc-fallback later: takes sync or error"),
        ("--topology-gc-input=quick", "--topology-gc-input quick: takes NAME=VALUE"),
    ):
        assert told in suite.run(wrong).output
    for option in ("deferred-unbuild", "gc-socket", "gc-stop-timeout", "gc-fallback", "gc-input"):
        assert f"--topology-{option}" in suite.run("--help").output

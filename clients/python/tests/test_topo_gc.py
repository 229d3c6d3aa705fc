"""The package ``topo_gc``, by programs that have no pytest."""

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

import topo_gc
from eventually import eventually
from running_agent import RunningAgent
from suite import SOURCES

LABEL = "topo-gc-test"


@pytest.fixture(scope="module")
def shared_agent(command, tmp_path_factory):
    with RunningAgent(command / "topo-gc", tmp_path_factory.mktemp("state")) as running:
        yield running


@pytest.fixture
def here(shared_agent, monkeypatch):
    """The agent of this process."""
    for name, value in shared_agent.environment.items():
        monkeypatch.setenv(name, value)
    return shared_agent


@pytest.fixture
def container(engine, mark, traces):
    """Starts one, and returns its name."""

    def start(name):
        made = engine.create_container(
            os.environ["TOPO_GC_TEST_IMAGE"],
            ["sleep", "600"],
            name=f"{name}-{mark}",
            labels={LABEL: mark},
            stop_signal="SIGKILL",
        )
        engine.start(made)
        return f"{name}-{mark}"

    return start


def state_of(agent, topology_id):
    return agent.client.topology(topology_id)["state"]


def test_a_topology_is_submitted_and_cleaned_up(here, container, traces):
    submitted = topo_gc.submit(containers=[container("a"), "typo"], name="shop")
    assert submitted.startswith("shop-")
    assert (list(submitted.errors), submitted.is_spooled) == ([], False)
    assert topo_gc.pending() == [submitted]
    topo_gc.cleanup()
    assert (topo_gc.pending(), traces.all()) == ([], [])
    assert topo_gc.status()["pending"]["topologies"] == 0


def test_a_block_leases_what_it_names_and_hands_it_over_where_it_fails(here, container, traces):
    with pytest.raises(ZeroDivisionError):
        with topo_gc.topology(name="shop", metadata={"suite": "vlan"}) as shop:
            assert [known["id"] for known in here.topologies() if known["id"] == shop.id] == []
            shop.add(containers=[container("a")])
            shop.add(containers=[container("b")])
            assert state_of(here, shop.id) == "leased"
            raise ZeroDivisionError
    shown = here.client.topology(shop.id)
    assert [member["name"].split("-")[0] for member in shown["members"]] == ["a", "b"]
    assert shown["metadata"] == {"suite": "vlan"}
    topo_gc.collect()
    assert traces.all() == []


def test_a_block_that_names_nothing_hands_nothing_over(here):
    with topo_gc.topology() as nothing:
        pass
    with pytest.raises(topo_gc.AgentRefused) as unknown:
        here.client.topology(nothing.id)
    assert unknown.value.code == "not-found"


def test_a_lease_ends_with_its_time_and_can_be_renewed_until_then(here, container, traces, mark):
    lab = topo_gc.lease(containers=[container("a")], ttl="1h", name="lab")
    first = lab.ends_at
    again = topo_gc.lease(id=lab.id, ttl="2h")
    assert (again.ends_at - first).total_seconds() >= 3600
    lab.add(containers=[container("b")])
    assert [member["state"] for member in here.client.topology(lab.id)["members"]] == ["leased"] * 2
    topo_gc.lease(id=lab.id, ttl="1s")
    eventually(lambda: state_of(here, lab.id) == "stopped")
    with pytest.raises(topo_gc.AgentRefused) as late:
        lab.renew()
    assert (late.value.code, late.value.status) == ("already-submitted", 409)
    topo_gc.collect()
    assert traces.all() == []


def test_a_lease_is_given_back_or_submitted(here, container, traces):
    lab = topo_gc.lease(containers=[container("a")])
    lab.drop()
    assert list(traces.states().values()) == ["running"]
    with pytest.raises(ValueError, match="has no ttl"):
        lab.renew()
    lab = topo_gc.lease(containers=[container("b")], ttl="1h")
    assert lab.submit(containers=[container("c")]) == lab.id
    topo_gc.cleanup()
    assert len(traces.all()) == 1


@pytest.mark.parametrize("ttl", ["30", "500ms", "25h"])
def test_a_time_that_is_none_is_refused_by_its_field_and_value(here, ttl):
    with pytest.raises(topo_gc.AgentRefused, match=f'ttl "{ttl}": takes a duration .* from "1s" to "24h"') as refused:
        topo_gc.lease(containers=["a"], ttl=ttl)
    (fault,) = refused.value.faults
    assert (refused.value.code, fault.field, fault.value) == ("invalid-submission", "ttl", ttl)


def test_arguments_that_name_nothing_are_errors_before_anything_is_sent():
    with pytest.raises(TypeError, match="containers 'web': takes a list, such as .'web'."):
        topo_gc.submit(containers="web")
    with pytest.raises(TypeError, match="container is unknown; known are containers, networks"):
        topo_gc.submit(container=["web"])


def test_a_process_that_is_killed_in_a_block_leaves_nothing(here, container, traces):
    program = """
        import sys, time
        sys.modules["pytest"] = None
        import topo_gc

        with topo_gc.topology(id=sys.argv[1], containers=[sys.argv[2]]):
            print("leased", flush=True)
            time.sleep(300)
    """
    name = container("a")
    arguments = [sys.executable, "-c", textwrap.dedent(program), f"killed-{name}", name]
    environment = {**os.environ, "PYTHONPATH": str(SOURCES)}
    with subprocess.Popen(arguments, env=environment, stdout=subprocess.PIPE) as process:
        assert process.stdout.readline() == b"leased\n"
        assert state_of(here, f"killed-{name}") == "leased"
        process.kill()
    eventually(lambda: state_of(here, f"killed-{name}") == "stopped")
    topo_gc.collect()
    assert traces.all() == []


def test_without_an_agent_it_says_so_or_takes_down_by_other_means(monkeypatch):
    monkeypatch.delenv("TOPO_GC_SOCKET", raising=False)
    with pytest.raises(topo_gc.NoAgent, match="TOPO_GC_SOCKET is not set"):
        topo_gc.submit(containers=["a"])
    with pytest.raises(topo_gc.NoAgent):
        topo_gc.lease(containers=["a"], ttl="1h")
    with pytest.raises(topo_gc.NoAgent):
        with topo_gc.topology(containers=["a"]):
            pytest.fail("it is not leased")
    taken_down = []
    with topo_gc.topology(containers=["a"], otherwise=lambda: taken_down.append("a")) as shop:
        shop.add(networks=["n"])
        assert taken_down == []
    assert taken_down == ["a"]


def test_an_agent_that_does_not_answer_leases_nothing_and_has_a_spool(tmp_path):
    (tmp_path / "spool").mkdir()
    gone = topo_gc.connect(str(tmp_path / "agent.sock"))
    with pytest.raises(topo_gc.AgentUnreachable, match="no agent answers at"):
        gone.lease(containers=["a"], ttl="1h")
    submitted = gone.submit(containers=["a"])
    assert submitted.is_spooled
    (file,) = Path(tmp_path / "spool").glob("*.json")
    assert submitted in file.read_text()


def test_a_refusal_is_an_error_also_where_it_could_be_taken_down_by_other_means(here):
    with pytest.raises(topo_gc.AgentRefused, match="takes"):
        with topo_gc.topology(otherwise=lambda: pytest.fail("it was refused, not lost")) as shop:
            shop.add(containers=[""])

"""A module as users of topology_docker write them: four hosts in a line, each of which reaches its neighbours."""

TOPOLOGY = """
[type=host name="Host 1"] hs1
[type=host name="Host 2"] hs2
[type=host name="Host 3"] hs3
[type=host name="Host 4"] hs4

[ipv4="10.0.10.1/24" up=True] hs1:right
[ipv4="10.0.10.2/24" up=True] hs2:left
[ipv4="10.0.20.2/24" up=True] hs2:right
[ipv4="10.0.20.3/24" up=True] hs3:left
[ipv4="10.0.30.3/24" up=True] hs3:right
[ipv4="10.0.30.4/24" up=True] hs4:left

hs1:right -- hs2:left
hs2:right -- hs3:left
hs3:right -- hs4:left
"""


def test_each_host_reaches_its_neighbour(topology):
    for host, neighbour in (('hs1', '10.0.10.2'), ('hs2', '10.0.20.3'), ('hs3', '10.0.30.4')):
        reply = topology.get(host).libs.ping.ping(1, neighbour, shell='bash')
        assert reply['received'] == reply['transmitted'] == 1


def test_no_host_reaches_beyond_it_without_a_route(topology):
    reply = topology.get('hs1')('ping -c 1 10.0.30.4', shell='bash')
    assert 'Network is unreachable' in reply


def test_a_route_leads_through_a_neighbour(topology):
    topology.get('hs1').libs.ip.add_route('default', '10.0.10.2', shell='bash')
    topology.get('hs3').libs.ip.add_route('10.0.10.0/24', '10.0.20.2', shell='bash')
    reply = topology.get('hs1').libs.ping.ping(1, '10.0.20.3', shell='bash')
    assert reply['received'] == 1

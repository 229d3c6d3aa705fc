"""Stand-in for topology_docker.networks."""


def create_docker_network(enode, category, config):
    """Joins a network of the engine, which it makes where there is none of that name."""
    name = config.get("connect_to", f"{enode._container_name}_{category}")
    if not any(network["Name"] == name for network in enode._client.networks()):
        enode._client.create_network(name=name, driver="bridge")
    networks = enode._client.inspect_container(enode.container_id)["NetworkSettings"]["Networks"]
    if "none" in networks:
        enode._client.disconnect_container_from_network(container=enode._container_id, net_id="none")
    enode._client.connect_container_to_network(container=enode._container_id, net_id=name)


def create_platform_network(enode, category, config):
    """Of the platform's own networks a stand-in has none."""

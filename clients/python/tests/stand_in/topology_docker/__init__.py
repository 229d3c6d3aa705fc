"""Stand-in for HPENetworking/topology_docker."""

"""Deferral of what topology_docker's ``DockerPlatform.destroy()`` does (HPENetworking/topology_docker)."""

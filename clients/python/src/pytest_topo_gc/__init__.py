"""pytest plugin that hands topologies of Docker containers over to a topo-gc agent, which removes them."""

__version__ = "0.1.0"

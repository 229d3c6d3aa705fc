"""Stand-in for topology.platforms.platform."""


class BasePlatform:
    """What a topology is built on."""

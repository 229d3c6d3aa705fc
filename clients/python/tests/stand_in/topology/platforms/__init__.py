"""Stand-in for HPENetworking/topology."""

"""Every performance figure as a ratio against its limit or peer, measured in the same run."""

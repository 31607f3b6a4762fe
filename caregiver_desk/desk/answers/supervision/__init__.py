"""What people do together to do the work well: talks, groups, promises, requests."""

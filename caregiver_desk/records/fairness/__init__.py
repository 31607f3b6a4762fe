"""Fair process: probation, capability, conduct, grievance, and voice."""

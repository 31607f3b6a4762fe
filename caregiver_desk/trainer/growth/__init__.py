"""How people grow at Lesedi Ridge."""

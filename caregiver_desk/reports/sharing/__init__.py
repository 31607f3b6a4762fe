"""What is told of laptops and of what they exchange."""

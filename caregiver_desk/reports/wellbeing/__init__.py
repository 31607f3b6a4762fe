"""What is arranged for somebody, on a paper that they keep."""

"""The records of the programme as an application of Morango keeps them."""

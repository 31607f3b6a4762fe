"""What a fair process hands on: the same paper to everybody who takes part."""

"""What weighs on people, and the support that is offered."""

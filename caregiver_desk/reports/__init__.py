"""What can be handed on: tables and papers for people outside the desk."""

"""Exercises: small things to do on the fictional programme, which know by themselves when they are done."""

"""What is done with the book itself while it is open: lock it, give it another passphrase or sheet, keep it safe."""

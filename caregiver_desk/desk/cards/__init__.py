"""Cards that pages show: partners, promises, and two versions side by side."""

"""What is kept of figures: a report as it was handed over, what a team plans because of one, a site's own."""

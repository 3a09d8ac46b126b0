"""The finished report: one walk over its sections, and a renderer for each way to show it."""

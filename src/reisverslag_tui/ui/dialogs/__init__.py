"""The questions a screen may put in between, each answered with `dismiss`."""

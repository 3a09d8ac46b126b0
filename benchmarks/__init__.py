"""How fast the program is, beside the barest one that could do the same."""

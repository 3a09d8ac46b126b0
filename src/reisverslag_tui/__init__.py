"""Write the report of a foreign business trip, question by question, in the terminal."""

__version__ = "0.5.0"

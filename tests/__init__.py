"""The tests; their environment is made before anything reads it."""

from tests.environment import fix_environment

fix_environment()

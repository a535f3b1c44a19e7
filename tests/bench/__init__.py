"""Speed and memory, measured on pages made here: `python -m tests.bench`. Never part of the tests."""

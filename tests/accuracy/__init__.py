"""How well the reader agrees with people who labelled pages: `python -m tests.accuracy` rewrites docs/accuracy.md."""

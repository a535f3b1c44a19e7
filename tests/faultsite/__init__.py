"""The fault bed: a hostile and broken web on loopback, and what the product must make of it.

`menu.toml` lists the faults; `server.py` plays them, `bed.py` sends the real crawler and its browser there. A test
names the faults that it covers by `@pytest.mark.fault("F-4")` or in a `Case`; `make docs` writes docs/reliability.md
from both.
"""

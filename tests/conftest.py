"""Property tests try the same examples every time, and no test fails because the machine is busy."""

import signal

from hypothesis import HealthCheck, settings

settings.register_profile(
    "steady", deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("steady")
# A shell lets what it starts in the background ignore Ctrl+C, and so would every command that a test interrupts.
signal.signal(signal.SIGINT, signal.default_int_handler)

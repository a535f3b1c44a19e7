"""Property tests try the same examples every time, and are never timed."""

from hypothesis import settings

settings.register_profile("patuh", derandomize=True, deadline=None)
settings.load_profile("patuh")

"""Mentors' notes (catatan pendamping): beside the verdict, and in a second interval of their own."""

"""Keeping an installation well: examination, clearing out, backup and restore."""

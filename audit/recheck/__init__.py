"""A recheck (pemeriksaan ulang): only the gaps are looked at again, and the rest is taken over from the last audit."""

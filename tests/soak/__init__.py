"""`make soak`: the real main job through hundreds of bad sites, and killed at a hundred moments."""

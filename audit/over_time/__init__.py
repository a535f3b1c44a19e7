"""An agency over time: outlines, what became of pages, differences with their causes, regressions, replay."""

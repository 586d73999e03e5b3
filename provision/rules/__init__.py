"""How targets are written, measured and reviewed: pure, no Django."""

from . import cycle_sections, cycles, progress, targets, writing

__all__ = ["cycle_sections", "cycles", "progress", "targets", "writing"]

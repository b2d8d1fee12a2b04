"""Whole organisations under a virtual clock: everything that can go wrong does, and what was promised is checked."""

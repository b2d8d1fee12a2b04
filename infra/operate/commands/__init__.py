"""The commands of `throughline`, one module for each family."""

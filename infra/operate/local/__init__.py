"""The local AWS: one machine, loopback only, the same template as in production."""

"""Mail as people write it, read from its raw bytes."""

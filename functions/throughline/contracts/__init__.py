"""The code side of `events/schemas`: what may come in, what goes out, and how it is signed."""

"""A mail's words in three: what is new, what it quotes, how it is signed."""

"""Replies made up as mail programs write them: languages x programs x places of the words x signatures."""

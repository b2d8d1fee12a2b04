"""Others that do what we do, run on the same mails: each in an environment of its own that is thrown away."""

"""Who or what sent a mail, what it belongs to, and how far it is to be trusted."""

"""What the words of a mail say beside their intent: passed on for others, no name please, is it solved."""

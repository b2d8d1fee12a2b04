"""What lies in a mail: its parts and their bytes as text, under caps."""

"""The words by which a reply says what it wants, one language a file, and how they are found."""

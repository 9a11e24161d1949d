"""The pages of docs/ say what the program does: their tables are made from it, their examples are tried on it."""

"""Where the two sides of a comparison come from: files, folders, archives, git."""

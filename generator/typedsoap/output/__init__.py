"""The output on disk: files, manifest, lock, and how it drifts from a plan."""

"""What earlier runs found out, by content; nothing but time is lost without it."""

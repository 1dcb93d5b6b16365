"""Runs what the rules' verdicts claim, on one example of each rule."""

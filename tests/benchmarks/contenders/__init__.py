"""Who takes part: this project's client, three peers, and lxml's bare parse."""

"""Prosody's SQL storage with an object behind each store: tables, rows, stanzas."""

"""The values that Prosody's stores hold, and their text forms: Lua literals and Prosody's JSON."""

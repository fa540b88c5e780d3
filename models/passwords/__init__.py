"""Passwords against what servers store of them, one file a server; all of them are models.passwords.secret.Secret."""

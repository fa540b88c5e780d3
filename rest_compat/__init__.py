"""The two legacy doors: the URLs of Anope's REST module and of Prosody's mod_data_access."""

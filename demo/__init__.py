"""The sample province Nusa Melati: invented agencies in three monthly states, served on loopback. See agencies.toml."""

"""The ground floor: frozen nouns that every room shares. Imports the standard library only."""

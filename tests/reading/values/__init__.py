"""Typed values from text: own sentences in, values out."""

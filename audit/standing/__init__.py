"""Where agencies stand: official scores, confidence, roll-up of units, ranking."""

"""What the house does by itself, when this happens or that hour comes: one file a sentence."""

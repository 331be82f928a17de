"""The letters of the house: their words and looks (pure), what a reader may refuse, and how they leave."""

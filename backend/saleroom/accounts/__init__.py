"""Who is asking: people, their passwords and sessions, and how often they may knock."""

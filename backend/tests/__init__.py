"""The tests of the backend, in tiers by what is real: unit, integration, crowd, house."""

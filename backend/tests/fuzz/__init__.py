"""See the docstring of each file for the rule it tests."""

"""Turn Indonesian election news into training data."""

__version__ = "0.1.0"

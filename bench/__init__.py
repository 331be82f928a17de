"""The bench: one command that measures this house beside its peers, in the same run, on the same machine."""

import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]

if str(REPOSITORY / "backend") not in sys.path:  # the house and the actors of its tests, when started as `python -m bench`
    sys.path.insert(0, str(REPOSITORY / "backend"))

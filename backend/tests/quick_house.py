"""`saleroom up` with workers that hash passwords quickly; everything else of it is what `make run` starts."""

from saleroom import cli
from saleroom.startup import parts

if __name__ == "__main__":
    parts.WORKER = "tests.quick_worker"
    cli.app()

"""A worker that hashes passwords at the smallest cost: for people of the browser tests, who open accounts and sign in by the hundred."""

from saleroom import main
from tests.quick_passwords import hash_quickly_everywhere

if __name__ == "__main__":
    hash_quickly_everywhere()
    main.main()

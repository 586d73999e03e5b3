"""Secrets in addresses and cookies: handed out once, stored hashed."""

import hashlib
import secrets


def new_secret() -> tuple[str, str]:
    """A secret of 256 bits for an address, and the hash to store."""
    secret = secrets.token_urlsafe(32)
    return secret, hash_of(secret)


def hash_of(secret: str) -> str:
    """What is stored of a secret: it has 256 random bits, so one round is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable
from datetime import datetime

from core.models import OwnerKind, User
from core.repositories.users import UserRepository

LOCAL = User("local", OwnerKind.LOCAL)
MOST_SEEN = 10_000


class VisitorService:
    """Who is asking. A browser's token is kept only as a hash keyed with the installation's key."""

    def __init__(
        self, users: UserRepository, secret_key: str, clock: Callable[[], datetime]
    ) -> None:
        self._users = users
        self._secret_key = secret_key.encode()
        self._clock = clock
        self._seen: set[str] = set()

    def local(self) -> User:
        """The one person of a local installation."""
        return self._known(LOCAL)

    def anonymous(self, token: str) -> User:
        """The owner behind an unguessable browser token; the same token is the same owner."""
        digest = hmac.new(self._secret_key, token.encode(), hashlib.sha256).hexdigest()
        return self._known(User(f"anonymous-{digest}", OwnerKind.ANONYMOUS))

    def _known(self, user: User) -> User:
        """The user, who has a row from now on. Every rerun of every page asks for this."""
        if user.id not in self._seen:
            if not self._users.exists(user.id):
                self._users.create(user, self._clock())
            if len(self._seen) >= MOST_SEEN:
                self._seen.clear()
            self._seen.add(user.id)
        return user

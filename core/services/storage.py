from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from core.repositories.feedback import FeedbackRepository
from core.repositories.messages import MessageRepository
from core.repositories.sessions import SessionRepository


@dataclass(frozen=True, slots=True)
class Shelf:
    """What leading and judging an interview read and write, and the clock they write by."""

    sessions: SessionRepository
    messages: MessageRepository
    feedback: FeedbackRepository
    clock: Callable[[], datetime]

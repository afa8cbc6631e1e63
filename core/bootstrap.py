"""The composition root: the only module that knows every concrete class."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from core.ai.client import AIClient
from core.ai.fallback.health import Health
from core.ai.prices import prices_in
from core.ai.redaction import MaskedConsole, RedactingFilter, secrets_of
from core.ai.roster import Roster
from core.ai.trial import Trial
from core.ai.typed_keys import TypedKey
from core.ai.types import ProviderStatus
from core.config import Settings
from core.documents.links.fetch import Fetcher
from core.documents.parser import DocumentParser
from core.interview.rating.changes import Change
from core.interview.rating.rubric import Scale
from core.repositories.attempts import AttemptRepository
from core.repositories.database import Database
from core.repositories.feedback import FeedbackRepository
from core.repositories.files import FileRepository
from core.repositories.leases import LeaseRepository, TurnView
from core.repositories.messages import MessageRepository
from core.repositories.migrate import migrate
from core.repositories.places import Storage, find_secret_key, find_storage
from core.repositories.sessions import SessionRepository, SessionSummary
from core.repositories.users import UserRepository
from core.services.account import Account
from core.services.documents import DocumentService
from core.services.feedback import FeedbackService
from core.services.interviewer import Interviewer, Panel, Seat, State
from core.services.interviews import InterviewService
from core.services.plans import PlanService
from core.services.readings import Part, Place, Progress, Reading, Readings, Work, in_a_thread
from core.services.sessions import SessionService
from core.services.storage import Shelf
from core.services.turns import TurnRunner
from core.services.visitors import VisitorService
from core.services.workers import InlineWorkers, ThreadWorkers

__all__ = [
    "App",
    "Change",
    "Interviewer",
    "Panel",
    "Part",
    "Place",
    "Progress",
    "ProviderStatus",
    "Reading",
    "Scale",
    "Seat",
    "SessionSummary",
    "State",
    "Storage",
    "Trial",
    "TurnView",
    "TypedKey",
    "Work",
    "build_app",
    "start_logging",
]


log = logging.getLogger(__name__)

_HANDLER = "masked"


@dataclass(frozen=True, slots=True, kw_only=True)
class App:
    """The use cases that a user interface may call. Shared by all visitors, thread-safe."""

    settings: Settings
    storage: Storage
    visitors: VisitorService
    sessions: SessionService
    documents: DocumentService
    readings: Readings
    plans: PlanService
    interviews: InterviewService
    feedback: FeedbackService
    account: Account
    interviewer: Interviewer
    _shelf: Shelf
    _runner: TurnRunner
    _database: Database
    _ai: AIClient

    def with_keys(self, keys: Sequence[TypedKey]) -> App:
        """The same program for a visitor who has typed in these keys.

        Only what is returned holds them: to drop it is to forget them. Turns that were begun with
        them go on.
        """
        if not keys:
            return self
        ai = self._ai.with_keys(keys)
        return replace(
            self,
            interviews=InterviewService(self._shelf, ai, self._runner, self.account),
            feedback=FeedbackService(self._shelf, ai, self._runner, self.account),
            interviewer=Interviewer(ai),
        )

    def close(self) -> None:
        """Stop reading documents, let the turns under way finish, then close connections."""
        self.readings.close()
        self._runner.close()
        self._ai.close()
        self._database.close()


def build_app(settings: Settings, new_id: Callable[[], str] | None = None) -> App:
    """The whole program on an up-to-date database.

    `new_id` names the interviews; given, one can be held again exactly as it was. Raises
    `ConfigurationError` for settings that contradict each other.
    """
    storage = find_storage(settings)
    if storage.is_fallback:
        log.warning("The usual data folder cannot be written to; using %s", storage.folder)
    secret_key = find_secret_key(settings, storage)
    roster = Roster(settings)
    own_prices = prices_in(settings.ai_prices)
    database = Database(storage.database_url)
    migrate(database)
    files = FileRepository(storage.upload_folder, _unguessable)
    shelf = Shelf(
        SessionRepository(database), MessageRepository(database), FeedbackRepository(database), _now
    )
    workers = ThreadWorkers(settings.turn_workers) if settings.turn_workers else InlineWorkers()
    runner = TurnRunner(LeaseRepository(database), workers, _unguessable)
    account = Account(AttemptRepository(database), _now, own_prices)
    ai = AIClient(roster, Health(_now))
    return App(
        settings=settings,
        storage=storage,
        visitors=VisitorService(UserRepository(database), secret_key, _now),
        sessions=SessionService(shelf.sessions, files, new_id or _unguessable, _now),
        documents=DocumentService(
            shelf.sessions,
            files,
            DocumentParser(settings.max_content_length),
            Fetcher() if settings.job_links else None,
        ),
        readings=Readings(in_a_thread if settings.turn_workers else InlineWorkers().submit),
        plans=PlanService(shelf.sessions),
        interviews=InterviewService(shelf, ai, runner, account),
        feedback=FeedbackService(shelf, ai, runner, account),
        account=account,
        interviewer=Interviewer(ai),
        _shelf=shelf,
        _runner=runner,
        _database=database,
        _ai=ai,
    )


def start_logging(settings: Settings) -> None:
    """Log to the console, once, with every key and password masked; libraries' warnings too.

    The handler stands at the root, so that no library puts an unmasked one there. Those that have
    brought handlers of their own, as Streamlit does, write through the same mask.
    """
    mask = RedactingFilter(secrets_of(settings))
    logging.getLogger("core").setLevel(settings.log_level.upper())
    console = MaskedConsole()
    console.name = _HANDLER
    console.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    console.addFilter(mask)
    root = logging.getLogger()
    root.handlers = [*(one for one in root.handlers if one.name != _HANDLER), console]
    for handler in _handlers_of_libraries():
        others = [one for one in handler.filters if not isinstance(one, RedactingFilter)]
        handler.filters = [*others, mask]


def _handlers_of_libraries() -> list[logging.Handler]:
    known = list(logging.getLogger().manager.loggerDict.values())
    loggers = [one for one in known if isinstance(one, logging.Logger)]
    return [handler for logger in loggers for handler in logger.handlers]


def _now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 - the one clock; everything else takes it as an argument


def _unguessable() -> str:
    return secrets.token_urlsafe(24)

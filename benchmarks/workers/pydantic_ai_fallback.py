"""pydantic-ai's FallbackModel: `python pydantic_ai_fallback.py TALKING OVERLOADED` (addresses)."""

from __future__ import annotations

import importlib
import sys
from typing import Any

from tasks import work  # type: ignore[import-not-found]  # it stands beside this script


def agent_of(*urls: str) -> Any:
    """An agent whose model is at the first of these addresses that works."""
    openai = importlib.import_module("openai")
    models = importlib.import_module("pydantic_ai.models.openai")
    providers = importlib.import_module("pydantic_ai.providers.openai")
    clients = [openai.AsyncOpenAI(base_url=url, api_key="made-up", max_retries=0) for url in urls]
    chats = [
        models.OpenAIChatModel("m", provider=providers.OpenAIProvider(openai_client=client))
        for client in clients
    ]
    fallback = importlib.import_module("pydantic_ai.models.fallback").FallbackModel
    model = fallback(*chats) if len(chats) > 1 else chats[0]
    agent = importlib.import_module("pydantic_ai").Agent
    return agent(model, instructions="You are the interviewer.")


def said_by(agent: Any) -> str:
    stream = agent.run_stream_sync("Ask me.")
    return "".join(stream.stream_text(delta=True, debounce_by=None))


def main() -> None:
    talking, overloaded = sys.argv[1:]
    one, two = agent_of(talking), agent_of(overloaded, talking)
    work({"stream": lambda: said_by(one), "fallback": lambda: said_by(two)})


if __name__ == "__main__":
    main()

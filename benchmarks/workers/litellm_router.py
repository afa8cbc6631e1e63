"""LiteLLM's Router: `python litellm_router.py TALKING OVERLOADED` (addresses)."""

from __future__ import annotations

import importlib
import os
import sys
from typing import Any

from tasks import work  # type: ignore[import-not-found]  # it stands beside this script

MESSAGES = [
    {"role": "system", "content": "You are the interviewer."},
    {"role": "user", "content": "Ask me."},
]


def router_of(**urls: str) -> Any:
    """A router with a deployment at each of these addresses, tried in this order."""
    os.environ["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"  # or it asks the network for prices
    litellm = importlib.import_module("litellm")
    deployments = [
        {
            "model_name": name,
            "litellm_params": {"model": "openai/some-model", "api_base": url, "api_key": "made-up"},
        }
        for name, url in urls.items()
    ]
    first, *others = urls
    return litellm.Router(
        model_list=deployments,
        num_retries=0,
        disable_cooldowns=True,
        fallbacks=[{first: others}] if others else [],
    )


def said_by(router: Any, name: str) -> str:
    stream = router.completion(
        model=name, messages=MESSAGES, stream=True, stream_options={"include_usage": True}
    )
    return "".join(chunk.choices[0].delta.content or "" for chunk in stream if chunk.choices)


def main() -> None:
    talking, overloaded = sys.argv[1:]
    one, two = router_of(talking=talking), router_of(overloaded=overloaded, talking=talking)
    work(
        {
            "stream": lambda: said_by(one, "talking"),
            "fallback": lambda: said_by(two, "overloaded"),
        }
    )


if __name__ == "__main__":
    main()

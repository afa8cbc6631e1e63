"""Skills named in a text: our own list, looked up in linear time, judged by what stands around."""

from core.interview.skills.entries import Skill, all_skills, credentials, implied, known_by_name
from core.interview.skills.matcher import Kind, Mention, find_skills, skill_names
from core.interview.skills.quotes import quotes

__all__ = [
    "Kind",
    "Mention",
    "Skill",
    "all_skills",
    "credentials",
    "find_skills",
    "implied",
    "known_by_name",
    "quotes",
    "skill_names",
]

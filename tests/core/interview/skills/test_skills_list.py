"""The list itself: `core/interview/content/skills/*.txt`."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from core.interview.skills import all_skills, find_skills, implied
from core.interview.skills.entries import Spelling, all_spellings
from core.interview.skills.forms import key
from core.interview.words.tables import lexicon, table

# Words that somebody may write without meaning a skill.
EVERYDAY = frozenset(
    Path(__file__).with_name("everyday_words.txt").read_text(encoding="utf-8").split()
)


def forms() -> list[tuple[str, str]]:
    return [(key(spelling.text), spelling.skill.name) for spelling in all_spellings()]


def test_it_has_between_three_and_five_thousand_entries():
    assert 3_000 <= len(all_skills()) <= 5_000


def test_no_skill_and_no_spelling_stands_twice():
    twice = [form for form, count in Counter(form for form, _ in forms()).items() if count > 1]
    names = Counter(spelling.skill.name.lower() for spelling in all_spellings())
    lines = Counter(skill.name.lower() for skill in all_skills())

    assert twice == []
    assert set(names) == set(lines)
    assert max(lines.values()) == 1


def test_every_parent_is_a_skill_of_the_list():
    names = {skill.name for skill in all_skills()}

    assert [s.name for s in all_skills() if not names.issuperset(s.parents)] == []


def test_no_skill_implies_itself():
    parents = {skill.name: skill.parents for skill in all_skills()}

    def climbs_to(name: str, path: tuple[str, ...]) -> bool:
        return name in path or any(climbs_to(up, (*path, name)) for up in parents[name])

    assert [name for name in parents if climbs_to(name, ())] == []
    assert all(skill.name not in implied(skill.name) for skill in all_skills())


def test_an_everyday_word_is_never_listed_without_a_mark():
    bare = [
        spelling.text
        for spelling in all_spellings()
        if {spelling.text.lower(), key(spelling.text).strip()} & (EVERYDAY | lexicon("stop"))
        and not (spelling.exact or spelling.general)
    ]

    assert bare == []


def test_every_job_family_has_skills_and_every_wide_family_exists():
    families = Counter(skill.family for skill in all_skills())

    assert set(table("families")) <= set(families)
    assert min(families[family] for family in table("families")) >= 60
    assert set(table("skill_context")["wide_families"]) <= set(families)


def test_every_spelling_is_found_in_a_list_of_skills():
    def is_found(spelling: Spelling) -> bool:
        text = f"Skills: Python, {spelling.text}, Python"
        return spelling.skill.name in {m.skill.name for m in find_skills(text, "cv")}

    assert [spelling.text for spelling in all_spellings() if not is_found(spelling)] == []

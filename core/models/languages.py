"""The languages that an interview can be held in, by their ISO 639-1 codes."""

from __future__ import annotations

from dataclasses import dataclass

ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Language:
    """`name` is English; `own_name` is what its speakers call it."""

    code: str
    name: str
    own_name: str
    is_right_to_left: bool = False


LANGUAGES = {
    language.code: language
    for language in (
        Language("en", "English", "English"),
        Language("de", "German", "Deutsch"),
        Language("es", "Spanish", "Español"),
        Language("fr", "French", "Français"),
        Language("it", "Italian", "Italiano"),
        Language("nl", "Dutch", "Nederlands"),
        Language("pl", "Polish", "Polski"),
        Language("pt", "Portuguese", "Português"),
        Language("tr", "Turkish", "Türkçe"),
        Language("uk", "Ukrainian", "Українська"),
        Language("ar", "Arabic", "العربية", is_right_to_left=True),
        Language("hi", "Hindi", "हिन्दी"),
        Language("zh", "Chinese", "中文"),
        Language("ja", "Japanese", "日本語"),
    )
}


def language_named(code: str) -> str:
    """The English name of a language, or words around the code of one that is not in the list."""
    known = LANGUAGES.get(code)
    return known.name if known else f'the language whose ISO 639-1 code is "{code}"'

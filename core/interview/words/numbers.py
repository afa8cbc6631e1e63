"""Numbers in an answer that measure something, told apart from dates."""

from __future__ import annotations

import re

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_DATE = (
    r"(?i)"
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\b(?:\s+\d{{4}})?|{_MONTH}\s+\d{{1,4}}\b"
    r"|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}:\d{2}(?:\s?[ap]m)?|\d{1,2}\s?[ap]m\b"
    r"|(?<![£$€])\b(?:19|20)\d\d(?:s|/\d\d)?\b(?!\s*(?:%|percent|euros?|pounds?|dollars?|people|units)))"
)
_WORD_NUMBERS = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty"
    "|sixty|seventy|eighty|ninety|hundred|thousand|million|half|halved|twice|double|doubled"
    "|tripled|dozen|third|quarter|percent|per cent|zero"
)
_NUMBER = rf"(?i)[£$€]?\d+(?:[.,]\d+)*\s?(?:%|k\b|m\b)?|\b(?:{_WORD_NUMBERS})\b"
_UNITS = (
    r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|points?|pounds?|euros?|dollars?|people|cases"
    r"|errors|complaints|customers|patients|calls)"
)
_SIZE = (
    r"(?i)"
    r"\d\s?%|per\s?cent|[£$€]\s?\d|\bfrom\s+[^.]{1,40}\s+to\s+"
    r"|\b(?:halved|doubled|tripled|twice|half)\b"
    r"|\b(?:became|down\s+to|up\s+to|fell\s+to|rose\s+to|instead\s+of|rather\s+than|out\s+of)\s+"
    rf"(?:only\s+|just\s+)?(?:\d|{_WORD_NUMBERS})"
    r"|\b(?:within|under|by|in|over|less\s+than|more\s+than|only|just)\s+"
    rf"(?:about\s+|around\s+|a\s+)?[\w£$€.,]+\s+{_UNITS}\b"
)


def numbers(text: str) -> list[str]:
    """The numbers as they stand in the text, digits and words, without dates and times of day."""
    without_dates = re.sub(_DATE, lambda match: " " * len(match.group()), text)
    return [match.group().strip() for match in re.finditer(_NUMBER, without_dates)]


def has_size(sentence: str) -> bool:
    """True where a number says how large something was: a share, money, a change, a duration."""
    return bool(numbers(sentence)) and re.search(_SIZE, sentence) is not None

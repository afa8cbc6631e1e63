"""What a sentence can show of how somebody works, and the words by which it is recognised.

The words are strict: a strength that is none harms more than one that is missed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from core.interview.words.patterns import regex

EVENTS = ("behavioural", "technical")
_PLANS = (*EVENTS, "situational")
_SAYS = r"\b(?:I|we)\s+(?:\w+\s+){0,3}?"
_I = r"\bI\s+(?:\w+ly\s+|then\s+|also\s+|first\s+|always\s+)?"
_COUNT = (
    r"(?:[£$€]?\d|zero|none|half|third|quarter|tenth|fifth|one|two|three|four|five|six|seven|eight"
    r"|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
)
_ABOUT = (
    r"(?:about\s+|around\s+|nearly\s+|almost\s+|over\s+|under\s+|less\s+than\s+|the\s+|an?\s+)?"
)
_THEY = (
    r"(?:teams?|wards?|shops?|branch(?:es)?|sites?|schools?|colleagues|departments?|offices?"
    r"|stores?|units?|classes)"
)
_IT = r"(?:it|them|this|that|the|my|our|those)"
_TROUBLE = (
    r"(?=.*\b(?:late|delay(?:ed|s)?|behind|wrong|mistake|error|missing|miss|slip(?:ped|ping)?|short"
    r"|risk|fail(?:ed|ure)?|bad\s+news|could\s+not|would\s+not|cannot|problem)\b)"
)
_SOON = (
    r"(?=.*\b(?:at\s+once|straight\s+away|immediately|the\s+same\s+(?:day|hour|morning|evening)"
    r"|that\s+(?:evening|morning|day)|before\s+(?:she|he|they|it|any\w+|the)"
    r"|(?:a|one|two|three)\s+(?:day|week|hour|month)s?\s+(?:ahead|before|early|earlier)"
    r"|in\s+advance|ahead\s+of|beforehand|as\s+soon\s+as|first\s+thing|by\s+noon)\b)"
)
_WANTED = (
    r"(?:needs?|needed|wants?|wanted|worr\w+|bother\w*|mattered|matters|afraid|uses?\s+(?:it|them|for)"
    r"|(?:is|was)\s+(?:for|wrong)|(?:went|gone)\s+wrong|stopped|costs?|true|light|angr\w+|upset|expects?"
    r"|expected|hoped?|missing|hard|annoy\w*|help)"
)
# Says "I" and hides what was done.
EMPTY = regex(
    r"(?i)\bI\s+(?:just\s+|only\s+|then\s+|also\s+)?(?:did|do|tried|gave|handled|managed)\s+"
    r"(?:it|that|this|so|them|all|things|everything|what\s+(?:I|we)\s+c(?:ould|an)"
    r"|my\s+(?:best|part|all|job|work)|the\s+(?:same|necessary|needful))\b"
    r"|\bI\s+(?:helped|supported|assisted|contributed|participated)\b(?!\s+(?:\w+\s+){0,6}to\s)"
    r"|\bI\s+was\s+(?:involved|part\s+of|friendly|nice|polite|there)\b"
)
# Tells of lessons, beginnings and feelings, or of a mistake: no deed to name.
NO_DEED = regex(
    r"(?i)\bI\s+(?:was\s+|have\s+)?(?:\w+ly\s+)?(?:trained|learned|learnt|studied|qualified"
    r"|graduated|started|began|joined|moved\s+to|applied|came\s+to"
    r"|went\s+to\s+(?:school|university|college|work))\b"
    r"|\b(?:hopefully|at\s+first\s+I|at\s+the\s+start\s+I|in\s+the\s+beginning\s+I|back\s+then\s+I"
    r"|I\s+used\s+to)\b"
    r"|\bI\s+(?:had\s+)?(?:forgot(?:ten)?|missed|overlooked|misread|misunderstood|mixed\s+up|dropped"
    r"|broke|lost|failed|shouted|panicked|quarrel\w*|argued|ignored)\b"
    r"|\bI\s+(?:\w+\s+)?(?:liked?|loved?|enjoy(?:ed)?|felt|wanted|hoped|knew\s+(?:nothing|little)"
    r"|(?:noticed|realised|found)\s+that\s+I)\b"
    r"|\bI\s+(?:remember|recall|guess|(?:had\s+)?(?:read|heard)\s+(?:an?|that|about)|think\s+it)\b"
    r"|\bor\s+maybe\b|\b(?:my|the)\s+mistake\s+was\b|\bwas\s+my\s+(?:fault|mistake)\b"
    r"|\bI\s+was\s+(?:wrong|late|too\s+\w+)\b"
)
_CHANGE = (
    rf"\bfrom\s+(?!(?:19|20)\d\d\b){_ABOUT}[\w£$€.,%-]+(?:\s+[\w%-]+){{0,4}}?\s+(?:down\s+|up\s+)?to\s+{_ABOUT}{_COUNT}",
    (
        r"\b(?:fell|rose|dropped|grew|went\s+(?:down|up)|shrank|increased|decreased|cut|reduced)\b"
        rf".{{0,50}}\b(?:by|to)\s+{_ABOUT}{_COUNT}"
    ),
    r"\b(?:halved|doubled|tripled|trebled)\b",
    rf"\b(?:instead\s+of|rather\s+than|compared\s+with|not)\s+{_ABOUT}{_COUNT}\b",
    rf"\b{_COUNT}\b.{{0,60}}\bbefore(?:\s+that)?\s+(?:it\s+|they\s+|we\s+|there\s+)?(?:was|were|had)\b",
    rf"\b{_COUNT}\b.{{0,60}},\s+(?:it|they)\s+(?:was|were|had\s+been)\s+{_ABOUT}{_COUNT}",
    rf"\b{_COUNT}\b[^.]{{0,40}}\bbefore\b[^.]{{0,12}}\b{_COUNT}\b",
)
_CAUSE = (
    (
        r"\b(?:I|we)\b[^.!?]{0,80}?\b(?:found(?:\s+out)?|saw|discovered|noticed|worked\s+out|traced|spotted)\s+"
        r"(?:that|why|where\s+it|what\s+(?:was|caused|had))\b(?!\s+I\b)"
    ),
    r"\bit\s+turned\s+out\s+(?:that|to\s+be)\b",
    r"\bthe\s+(?:real\s+)?(?:cause|reason)\s+was\b",
    r"\b(?:half|most|third|thirds|quarters|all|\d+)\b.{0,40}\b(?:came\s+from|w(?:as|ere)\s+due\s+to)\b",
)
_UNDERSTOOD = (
    (
        r"\b(?:ask(?:ed)?|let|had|made)\s+(?:[\w-]+\s+){1,4}?(?:to\s+)?"
        r"(?:say|tell|repeat|explain|show|teach|read|write|describe)\b.{0,80}"
        r"\b(?:back|own\s+words|understood|as\s+if)\b"
    ),
    r"\b(?:said|say|read|repeat|repeated|reads?)\s+(?:it|this|that|the\s+\w+|everything|each\s+\w+)\s+back\b",
    r"\bin\s+(?:their|his|her|your)\s+own\s+words\b",
    (
        rf"{_I}(?:check|checked|ask|asked)\s+(?:\w+\s+){{0,4}}(?:what|whether|that|if|how\s+much)\s+"
        r"(?:\w+\s+){0,4}(?:understood|understands?|got\s+across)\b"
    ),
)
_WARNING = (
    rf"{_I}warned\b",
    (
        r"\bI\s+(?:then\s+|also\s+|first\s+|had\s+)?(?:rang|told|called|wrote\s+to|informed|emailed|let"
        rf"|phoned|reported)\b{_TROUBLE}{_SOON}"
    ),
)
_TRIAL = (
    (
        rf"{_SAYS}(?:tried|tested|piloted|trialled|try|test|pilot)\b.{{0,60}}\b(?:first"
        r"|for\s+(?:an?|one|two|three|four|six|\d+)\s+(?:days?|weeks?|months?|shifts?|sundays?|saturdays?)"
        r"|(?:on|with|in|at)\s+(?:just\s+|only\s+)?(?:one|two|three|a\s+few|a\s+single)\s+\w+)\b"
    ),
    (
        r"\b(?:I|we)\b[^.!?]{0,40}\b(?:ran|made|did|held|proposed|began\s+with|started\s+with"
        r"|asked\s+for|agreed\s+on|set\s+up)\s+(?:an?|one)\s+(?:\w+\s+)?"
        r"(?:trial|pilot|test\s+(?:run|day|week|shift)|dry\s+run)\b"
    ),
)
_NEED = (
    rf"{_I}ask(?:ed)?\s+(?:[\w'\u2019-]+\s+){{0,5}}?(?:what|why|which|where|how)\b.{{0,70}}\b{_WANTED}\b",
    rf"{_I}ask(?:ed)?\s+(?:[\w-]+\s+){{0,3}}?(?:what\s+for|why(?:\s+not)?)(?=[\s,.]|$)",
)
_OTHERS = (
    r"\b(?:is|are|was|were)\s+(?:still\s+|now\s+|also\s+)?used\s+(?:by|on|in|for|at|across|every)\b",
    rf"\b(?:still|now|today|also)\s+(?:all\s+)?uses?\s+{_IT}\b",
    rf"\b(?:they|everybody|everyone|all|the\s+\w+)\s+uses?\s+{_IT}\b.{{0,40}}\b(?:today|now|still|since)\b",
    (
        r"\b(?:became|become|is\s+now|was\s+made)\s+(?:the|a|our|their)\s+"
        r"(?:standard|rule|norm|template|usual\s+way|way\s+we|model)\b"
    ),
    (
        rf"\b(?:other|all|both|two|three|four|five|six|\d+)\s+(?:more\s+|other\s+)?{_THEY}\s+"
        r"(?:have\s+|has\s+|also\s+|now\s+|then\s+)*(?:took|taken|take|copied|copy|use|used|asked\s+for"
        r"|adopted|do|did)\b"
    ),
    (
        r"\b(?:took|taken|takes)\s+(?:it|this|that|them|(?:my|our)\s+\w+)\s+over\b"
        r"|\brolled\s+(?:it\s+|this\s+)?out\s+to\b"
        r"|\b(?:head\s+office|the\s+company)\s+used\s+(?:it|my|our|that|this)\b"
    ),
)
_SINCE = (
    (
        r"\b(?:ever\s+)?since\s+(?:then|that\s+(?:day|week|month|night|time))\b[^.!?]{0,12}"
        r"\b(?:it|they|he|she|we|the|all|no|nobody|both|each|my|our|\w+s)\b"
    ),
    r"\b(?:\w+s?|has|have|been|runs?|run)\b[^.!?]{0,60}\bever\s+since\b",
    rf"\b(?:where|while|whereas)\s+(?:the\s+\w+\s+before|before|it|they|we)\b[^.!?]{{0,50}}\b{_COUNT}\b",
    r"\b(?:now|today)\s+(?:it|they|we|the\s+\w+)\b[^.!?]{0,60}\b(?:instead\s+of|no\s+longer|without)\b",
)
_CASE = (
    r"\b(?:I|we)\s+(?:had|once\s+had|met)\s+(?:an?|one)\s+\w+\s+(?:who|that|which|whose|where)\b",
    r"\b(?:last\s+\w+|in\s+(?:19|20)\d\d|once|the\s+last\s+time)\b.{0,40}\bI\s+\w+ed\b",
)
_CHECK = (
    (
        r"\b(?:I|we)(?:['\u2019](?:d|ll)|\s+would|\s+will)?\s+(?:\w+\s+){0,3}?(?:check|compare|measure|ask"
        r"|look|count|see|test|review)\b.{0,60}\b(?:whether|if|again|back|afterwards|worked|works|helped"
        r"|helps|better|slower|faster|same|still|weeks?|months?|days?|how)\b"
    ),
    r"\b(?:would|['\u2019]d)\s+(?:know|notice|be\s+satisfied|tell\s+me)\b",
)
_AIM = (
    (
        r"\b(?:I\s+(?:would|['\u2019]d)\s+like|I['\u2019]d\s+like|I\s+want|I\s+hope|I\s+aim"
        rf"|(?:should|would)\s+have)\b.{{0,90}}\b(?:{_COUNT}|none|per\s+cent"
        r"|each\s+(?:week|month|year))\b"
    ),
    rf"\b{_COUNT}\b.{{0,60}}\bshould\s+have\b",
)
_GAP = (
    (
        r"\b(?:stretch\s+me|new\s+to\s+me|(?:have|['\u2019]ve)\s+(?:never|not\s+yet|only)\s+"
        r"(?:\w+\s+){0,3}(?:done|worked|used|seen)|(?:do\s+not|don['\u2019]t)\s+know\s+yet"
        r"|still\s+have\s+to\s+learn|most\s+want\s+to\s+learn)\b.{0,120}\bI(?:['\u2019](?:d|ll)|\s+would|\s+will)\b"
    ),
)
_PATH = (
    r"\b(?:since|in|from|for|until)\s+(?:(?:19|20)\d\d|\w+\s+(?:years?|months?))\b|\b(?:19|20)\d\d\b",
)


@dataclass(frozen=True, slots=True)
class Deed:
    """A kind of strength.

    `is_late` asks for the second half of an answer, `is_own` for a step with "I", and `goes_on` for
    a step of one's own in a later sentence.
    """

    kind: str
    words: tuple[str, ...]
    styles: tuple[str, ...] = EVENTS
    is_late: bool = False
    is_own: bool = False
    goes_on: bool = False

    def stands_in(self, sentence: str) -> bool:
        return re.search(f"(?i){'|'.join(self.words)}", sentence) is not None


DEEDS = (
    Deed("change", _CHANGE, (*_PLANS, "opening", "motivation"), is_late=True),
    Deed("cause", _CAUSE, goes_on=True),
    Deed("understood", _UNDERSTOOD, _PLANS, is_own=True),
    Deed("warning", _WARNING, is_own=True),
    Deed("trial", _TRIAL, _PLANS),
    Deed("need", _NEED, _PLANS, is_own=True),
    Deed("others", _OTHERS, (*EVENTS, "opening", "motivation"), is_late=True),
    Deed("since", _SINCE, (*_PLANS, "opening", "motivation"), is_late=True),
    Deed("case", _CASE, ("technical",)),
    Deed("check", _CHECK, ("situational",)),
    Deed("aim", _AIM, ("motivation",)),
    Deed("gap", _GAP, ("motivation", "technical")),
    Deed(
        "decided",
        (rf"{_I}(?:decided|chose|picked|agreed|proposed|suggested|refused|stopped)\b",),
        is_own=True,
    ),
    Deed(
        "checked",
        (
            (
                rf"{_I}(?:checked|compared|counted|measured|timed|tested|looked\s+at|went\s+through"
                r"|read\s+through|pulled|sorted|searched|traced|check|compare|count|measure|test"
                r"|look\s+at|go\s+through)\b"
            ),
        ),
        is_own=True,
    ),
    Deed(
        "made",
        (
            (
                rf"{_I}(?:wrote|made|built|drew|set\s+up|designed|drafted|planned|redesigned|organi[sz]ed"
                r"|rewrote|created|put\s+(?:together|up)|write|make|build|draw|plan)\b"
            ),
        ),
        is_own=True,
    ),
    Deed(
        "spoke",
        (
            (
                rf"{_I}(?:asked|rang|called|told|explained|showed|spoke|met|invited|phoned|visited"
                r"|taught|coached|ask|ring|call|tell|explain|show)\b"
                r"(?!\s+(?:for|about|if|whether|what|why|how|that|it)\b)"
            ),
        ),
        is_own=True,
    ),
    Deed("path", _PATH, ("opening",)),
)
ORDER = (
    *("change", "measure", "cause", "understood", "warning", "trial", "need", "others"),
    *("since", "points", "reason", "case", "aim", "gap", "decided", "checked", "made", "spoke"),
    *("own_part", "own_step", "check", "result", "path", "facts", "lived", "tied"),
)
RANK = {kind: at for at, kind in enumerate(ORDER)}

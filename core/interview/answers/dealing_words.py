"""The words by which a sentence shows how somebody deals with others: asked, gave, told, shared."""

from __future__ import annotations

from core.interview.answers.working_words import BY_ME

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
_ASK = rf"{BY_ME}ask(?:ed)?\s+(?:[\w'\u2019-]+\s+){{0,5}}?"
_WANTED = (
    r"(?:needs?|needed|wants?|wanted|worr\w+|bother\w*|mattered|matters|afraid|fear\w*"
    r"|uses?\s+(?:it|them|for)|(?:is|was)\s+for|expects?|expected|hoped?|annoy\w*|help)"
)
_BEHIND = (
    r"(?:(?:is|was|were|went|gone)\s+(?:\w+\s+)?wrong|stopped|angr\w+|upset|missing|hard|happened"
    r"|changed|refused|left|late|unhappy|so\s+\w+)"
)
_WORTH = r"(?:costs?|cost|loses?|lost|(?:is|was)\s+worth)"
_HER = r"(?:her|him|them|(?:the|their|his)\s+\w+)"
_GAVE = (
    r"(?:gave|give|offered|offer|granted|grant|agreed\s+to|allowed|allow|dropped|took\s+off|lowered"
    r"|conceded|threw\s+in)"
)
_LARGER = (
    r"(?:an?\s+)?(?:second|longer|larger|fixed|earlier|bigger|firm|fewer|payment|paying|prepayment|cash"
    r"|advance|ordering|taking|signing|(?:two|three|four|five)\s+years?)"
)
UNDERSTOOD = (
    (
        r"^(?!.*\b(?:issue|problem|happened|story)\b).*"
        r"\b(?:ask(?:ed)?|let|had|made)\s+(?:[\w-]+\s+){1,4}?(?:to\s+)?"
        r"(?:say|tell|repeat|explain|show|teach|read|write|describe)\b.{0,80}"
        r"\b(?:back|own\s+words|understood|as\s+if|how\s+(?:they|she|he)(?:\s+would|\s+will|['\u2019](?:d|ll))\s+"
        r"(?:explain|do|use|take|say|tell|put|show))\b"
    ),
    r"\b(?:said|say|read|repeat|repeated|reads?)\s+(?:it|this|that|the\s+\w+|everything|each\s+\w+)\s+back\b",
    r"^(?!.*\b(?:issue|problem|happened|story)\b).*\bin\s+(?:their|his|her|your)\s+own\s+words\b",
    (
        rf"{BY_ME}(?:check|checked|ask|asked)\s+(?:\w+\s+){{0,4}}(?:what|whether|that|if|how\s+much)\s+"
        r"(?:\w+\s+){0,4}(?:understood|understands?|got\s+across)\b"
    ),
    (
        r"\b(?:she|he|they|each|both)\s+(?:then\s+)?(?:showed|demonstrated|explained)\s+(?:it\s+)?"
        r"(?:to\s+)?(?:me|us)\b[^.!?]{0,40}\b(?:back|(?:herself|himself|themselves)\s+before|without\s+help)\b"
    ),
    (
        r"\bI\s+(?:show|explain|showed|explained|tell|told)\b[^.!?]{0,40}\bthen\s+(?:they|she|he)\s+"
        r"(?:show|showed|tell|told|explain|explained|repeat|repeated|say)\s+(?:it\s+)?(?:to\s+)?(?:me|back|us)\b"
    ),
)
WARNING = (
    rf"{BY_ME}warned\b",
    rf"{BY_ME}(?:told|rang|called|phoned|wrote\s+to|informed)\s+(?:[\w'\u2019]+\s+){{1,5}}(?:that|the\s+same)\s+hour\b",
    (
        r"\bI\s+(?:then\s+|also\s+|first\s+|had\s+)?(?:rang|told|called|wrote\s+to|informed|emailed|let"
        rf"|phoned|reported)\b{_TROUBLE}{_SOON}"
    ),
    (
        r"\bI\b[^.!?]{0,40}\b(?:would|will|might|could)\s+(?:be|arrive|come|finish|need|miss)\b[^.!?]{0,30}"
        r"\b(?:late|later|longer|behind|short|missing)\b[^.!?]{0,20}\b(?:told|rang|wrote\s+to|warned|informed"
        r"|called|phoned|emailed)\s"
    ),
)
NEED = (
    rf"{_ASK}(?:what|which|where|how(?!\s+(?:many|much|long|old)))\b.{{0,70}}\b{_WANTED}\b",
    rf"{BY_ME}ask(?:ed)?\s+(?:[\w-]+\s+){{0,3}}?what\s+for(?=[\s,.]|$)",
    (
        r"\bI\b[^.!?]{0,60}\bask(?:ed)?\s+(?:\w+\s+){0,3}?for\s+(?:the\s+)?(?:\w+\s+){0,2}"
        r"(?:questions?|purpose|use)\s+(?:that\s+)?(?:they|she|he|it)\b"
    ),
)
WHY = (
    rf"{_ASK}(?:what|which|where|how)\b.{{0,70}}\b{_BEHIND}\b",
    rf"{_ASK}why\b",
)
COST = (
    rf"\b(?:ask(?:ed)?|let|had)\s+(?:[\w'\u2019-]+\s+){{0,5}}?what\s+(?:[\w'\u2019-]+\s+){{1,8}}?{_WORTH}\s+{_HER}\b",
    (
        r"\b(?:ask(?:ed)?|let|had)\s+(?:[\w'\u2019-]+\s+){0,5}?what\s+(?:an?|each|one|every)\s+(?:\w+\s+)?"
        rf"(?:hour|day|week|month|minute|stop|mistake|error|delay|fault|miss|return)\b.{{0,40}}\b{_WORTH}\b"
    ),
    (
        r"\bI\s+(?:worked\s+out|added\s+up|reckoned)\s+(?:together\s+)?with\s+(?:\w+\s+){1,4}what\b"
        r".{0,50}\bcosts?\b"
    ),
)
EXCHANGE = (
    (
        rf"\bI\b[^.!?]{{0,60}}\b{_GAVE}\b[^.!?]{{0,70}}\b(?:in\s+(?:return|exchange)\b|on\s+condition\b|only\s+if\b"
        r"|provided\s+that\b|but\s+only\b|against\s+(?:an?\s+)?(?:larger|longer|second|payment|earlier|fixed))"
    ),
    (
        rf"\bI\b[^.!?]{{0,70}}\b{_GAVE}\s+(?:(?:them|him|her)\s+)?(?:\w+\s+){{0,3}}?(?:per\s+cent|percent|discount"
        r"|rebate|reduction|days?['\u2019]?\s+grace|days?\s+(?:more|longer)|credit|\d+\s?%)\s+(?:off\s+)?"
        rf"[^.!?]{{0,30}}?\bfor\s+(?:it\b|that\b|{_LARGER})"
    ),
    r"\bin\s+(?:return|exchange)\s+(?:for\b[^.!?]{3,60}\bI\s+(?!got\b|was\b)\w+|I\s+(?:asked|wanted|got|took)\b)",
)
_HELD = (
    r"(?:(?:takes?|took)\s+(?:(?:him|her|them|it)\s+)?(?:the\s+)?(?:longest|most)"
    r"|(?:held|holds?|holding|slowed|slows)\s+(?:him|her|them|it|things|the\s+\w+)\s+(?:up|back|down)"
    r"|(?:kept|keeps|stopped|stops)\s+(?:him|her|them)\s+from|(?:stood|stands?)\s+in\s+(?:his|her|their|the)\s+way)"
)
OBSTACLE = (rf"{_ASK}(?:which|what)\b[^.!?]{{0,40}}\b{_HELD}\b",)
FOR_THEM = r"(?i)\bI\b[^.!?]{0,60}\b(?:him|her|them|his|their)\b"
SHARED = (
    (
        r"\bI\b[^.!?]{0,60}?\b(?:sent|gave|asked|had|left|let)\b[^.!?]{3,90}\b(?:sent|gave|asked|had|left|let)\s+"
        r"(?:\w+\s+)?(?:the\s+(?:others?|rest|second|younger|older)|another|two\s+others?)\b"
    ),
    (
        r"\bI\s+(?:then\s+)?(?:shared|divided|split|handed|gave)\s+(?:out\s+)?(?:up\s+)?the\s+(?:\w+\s+)?"
        r"(?:work|tasks?|jobs?|calls|rooms|beds|orders|tables|pages)\b[^.!?]{0,40}\b(?:among|between|by|so\s+that)\b"
    ),
    (
        r"\bby\s+what\s+(?:each|everybody|everyone)\s+(?:could|can|was|is|knew|knows)\b"
        r"|\beach\s+(?:\w+\s+)?(?:took|got|did|had)\s+(?:what|the\s+\w+\s+that)\s+(?:they|he|she)\s+(?:could|can|knew)"
    ),
)
A_DAY = (
    r"(?i)\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|day|date|hour|noon|o['\u2019]clock"
    r"|on\s+the\s+\w+(?:th|st|nd|rd)|first|second|third)\b"
)
DATES = (
    (
        r"\bI\b[^.!?]{0,50}\b(?:told|named|wrote|said|gave|made|sent|informed|name|tell|say)\b[^.!?]{0,180}\b(?:when\s+to"
        r"\s+expect|(?:the\s+)?(?:day|date|hour)\s+(?:on\s+which|when|by\s+which|at\s+which)\s+(?:I|we|it|they|he|she|the)\b"
        r"|when\s+(?:I|we|they|it|the\s+\w+)\s+(?:would|will|['\u2019]d|['\u2019]ll|could)\s+(?:know|hear|have|be|get|come|ring"
        r"|call)|by\s+when|what\s+comes\s+on\s+the)\b"
    ),
)
IN_HAND = (
    (
        rf"{BY_ME}(?:rang|called|told|went\s+to(?!\s+(?:school|work|town)\b)|wrote\s+to|phoned)\s+(?:the\s+|my\s+|our\s+|her\s+|his\s+)?\w+"
        r"(?:\s+\w+){0,4}?\s+with\s+(?:the|my|all|both|our|three|two)\s+(?:\w+\s+)?(?:numbers|figures|counts?"
        r"|photos?|readings?|values|records?|facts|results|measurements)\b"
    ),
    (
        rf"{BY_ME}showed\s+(?:\w+\s+){{1,3}}(?:the|my)\s+(?:\w+\s+)?(?:numbers|figures|counts?|readings?|records?"
        r"|measurements)\b"
    ),
)
PROPOSED = (rf"{BY_ME}(?:proposed|suggested)\b",)
DECIDED = (
    rf"{BY_ME}(?:decided|chose|picked(?!\s+(?:up|him|her|them|it)\b)|refused|stopped\s+\w+ing)\b",
)
MADE = (
    (
        rf"{BY_ME}(?:wrote|made(?!\s+(?:sure|certain|an?\s+(?:\w+\s+)?(?:mistake|error|joke)|it|up|friends|money|progress|eye)\b)|built|drew|set\s+up|designed|drafted|redesigned|organi[sz]ed|rewrote|created"
        r"|put\s+(?:together|up))\b(?!\s+(?:him|her|them|us)\s+(?:the|an?)\s+(?:way|coffee|tea|offer)\b)"
    ),
)
SPOKE = (
    (
        rf"{BY_ME}(?:asked|rang|called|told|explained|showed|spoke|met|invited|phoned|visited"
        r"|taught|coached|ask|ring|call|tell|explain|show)\b"
        r"(?!\s+(?:for|about|if|whether|what|why|how|that|it)\b)"
    ),
)

"""The words by which a sentence shows how somebody works: what was counted, tried, changed."""

from __future__ import annotations

_SAYS = r"\b(?:I|we)\s+(?:\w+\s+){0,3}?"
BY_ME = r"\bI\s+(?:\w+ly\s+|then\s+|also\s+|first\s+|always\s+)?"
COUNT = (
    r"(?:[£$€]?\d|zero|none|half|third|quarter|tenth|fifth|one|two|three|four|five|six|seven|eight"
    r"|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
)
_ABOUT = (
    r"(?:about\s+|around\s+|nearly\s+|almost\s+|over\s+|under\s+|less\s+than\s+|the\s+|an?\s+){0,2}"
)
_THEY = (
    r"(?:teams?|wards?|shops?|branch(?:es)?|sites?|schools?|colleagues|departments?|offices?"
    r"|stores?|units?|classes|depots?|warehouses?|kitchens?)"
)
_IT = r"(?:it|them|this|that|the|my|our|those)"
# The size of a thing that one makes is no effect of it: "the list was cut to two pages".
_MADE = (
    r"(?:budgets?|forecasts?|estimates?|lists?|rotas?|reports?|plans?|drafts?|letters?|schedules?|quotes?"
    r"|offers?|timetables?|totals?|sums?|documents?|guides?|numbers?(?!\s+of)|figures?(?!\s+(?:of|for)))"
)
_SIZED = (
    r"(?:fell|rose|dropped|grew|went|shrank|came\s+down|(?:was|were|is|are|got)\s+(?:cut|reduced|halved|doubled)"
    r"|increased|decreased|halved|doubled)"
)
NO_EFFECT = rf"(?i)\b{_MADE}\s+(?:then\s+|also\s+|now\s+)?{_SIZED}\b"
CHANGE = (
    rf"(?<!\bshift\s)(?<!\bopen\s)(?<!\bworked\s)(?<!\bwork\s)\bfrom\s+(?!(?:19|20)\d\d\b){_ABOUT}[\w£$€.,%-]+(?:\s+[\w%-]+){{0,4}}?\s+(?:down\s+|up\s+)?to\s+{_ABOUT}{COUNT}",
    (
        r"\b(?:fell|rose|dropped|grew|went\s+(?:down|up)|shrank|increased|decreased|cut|reduced)\b"
        rf".{{0,50}}\b(?:by|to)\s+{_ABOUT}{COUNT}"
    ),
    r"(?<!\bwith\s)(?<!\ba\s)\b(?:halved|doubled|tripled|trebled)\b",
    (
        r"^(?!.*\bI\s+(?:wrote|chose|picked|took|sent|used|asked|bought|gave|offered)\b).*"
        rf"\b(?:instead\s+of|rather\s+than|compared\s+with)\s+{_ABOUT}{COUNT}\b"
    ),
    rf"\b{COUNT}\b.{{0,60}}\bbefore(?:\s+that)?\s+(?:it\s+|they\s+|we\s+|there\s+)?(?:was|were|had)\b",
    rf"\b{COUNT}\b.{{0,60}},\s+(?:it|they)\s+(?:was|were|had\s+been)\s+{_ABOUT}{COUNT}",
    rf"\b{COUNT}\b[^.]{{0,40}}\bbefore\b[^.]{{0,12}}\b{COUNT}\b",
)
CAUSE = (
    (
        r"\b(?:I|we)\b[^.!?]{0,80}?\b(?:found(?:\s+out)?|saw|discovered|noticed|worked\s+out|traced|spotted)\s+"
        r"(?:that|why|where\s+it|what\s+(?:was|caused|had))\b(?!\s+I\b)"
        r"(?![^.!?]*\b(?:works?\s+(?:for|best)|would\s+often|(?:is|was)\s+(?:very\s+)?(?:important|helpful)|helps?)\b)"
    ),
    r"\bit\s+turned\s+out\s+(?:that|to\s+be)\b",
    r"\bthe\s+(?:real\s+)?(?:cause|reason)\s+was\b",
    (
        r"\bI\s+(?:first\s+)?(?:looked\s+at|studied|traced|read|measured|went\s+through)\b[^.!?]{0,50}"
        r"\bbefore\s+I\s+(?:changed|touched|replaced|rewrote|repaired|mended|moved)\b"
    ),
    r"\b(?:half|most|third|thirds|quarters|all|\d+)\b.{0,40}\b(?:came\s+from|w(?:as|ere)\s+due\s+to)\b",
)
# Somebody from outside tries what others are to understand.
OUTSIDER = (
    (
        r"\b(?:I|we)\s+(?:\w+ly\s+|then\s+|also\s+|first\s+)?(?:let|had|asked|gave|showed)\b[^.!?]{0,60}"
        r"\b(?:read|try|use|test|fill|explain|look|watch|it|to|list|page|draft|letter|sheet|sign)\b[^.!?]{0,60}\b(?:who\s+"
        r"(?:knows?|knew|had|has|is|was)\s+(?:nothing|never|no\s+idea|not|new)|had\s+never|have\s+never|has\s+never"
        r"|new\s+to\s+(?:it|us|the\s+\w+)|from\s+(?:outside|another\s+(?:team|ward|shop|office|department|class)))\b"
    ),
    (
        r"\bI\s+(?:then\s+|first\s+)?(?:let|had|asked)\b[^.!?]{0,40}\bwho\s+(?:knows?\s+nothing|knew\s+nothing|had\s+never"
        r"|has\s+never)\b[^.!?]{0,40}\b(?:to\s+)?(?:read|try|use|test|fill|look)\b"
    ),
)
COMPARED = (
    (
        r"\b(?:I|we)\b[^.!?]{0,40}\b(?:ran|run|tried|tested|kept|used|put|laid|let|had)\b[^.!?]{0,50}"
        r"\b(?:side\s+by\s+side|in\s+parallel(?=\s+(?:for|until|and)\b|[,.;]|$))"
    ),
    (
        r"\b(?:I|we)\s+(?:then\s+)?(?:ran|kept|used|worked\s+with)\s+(?:both|the\s+old\s+and\s+the\s+new)\b"
        r"[^.!?]{0,40}\b(?:for|until|before|and\s+compared)\b"
    ),
    (
        r"\bI\s+(?:then\s+)?compared\s+(?:the\s+)?(?:old|new)\b[^.!?]{0,60}\b(?:and|with|to)\s+(?:the\s+)?(?:new|old)"
        r"\b[^.!?]{0,60}\bbefore\b"
    ),
)
TRIAL = (
    (
        rf"{_SAYS}(?:tried|tested|piloted|trialled|try|test|pilot)\b(?!\s+to\b).{{0,60}}\b(?:first"
        r"|for\s+(?:an?|one|two|three|four|six|\d+)\s+(?:days?|weeks?|months?|shifts?|sundays?|saturdays?)"
        r"|(?:on|with|in|at)\s+(?:just\s+|only\s+)?(?:one|two|three|a\s+few|a\s+single)\s+\w+)\b"
    ),
    (
        r"\b(?:let|had|asked)\s+(?:our|my|the|an?|one|two)\s+(?:[\w-]+\s+){1,3}?(?:to\s+)?(?:read|try|use|test)\s+"
        r"(?:it|them|the\s+\w+|my\s+\w+)\b[^.!?]{0,40}\b(?:first|before|(?:knows?|knew|had|has)\s+(?:nothing|never|no))\b"
    ),
    (
        r"\b(?:I|we)\b[^.!?]{0,40}\b(?:ran|made|did|held|proposed|began\s+with|started\s+with"
        r"|asked\s+for|agreed\s+on|set\s+up)\s+(?:an?|one)\s+(?:\w+\s+)?"
        r"(?:trial|pilot|test\s+(?:run|day|week|shift)|dry\s+run)\b"
    ),
)
OTHERS = (
    r"\b(?:is|are|was|were)\s+(?:still\s+|now\s+|also\s+)?used\s+(?:by|on|in|for|at|across|every)\b",
    rf"\b(?:still|now|today|also)\s+(?:all\s+)?uses?\s+{_IT}\b",
    rf"\b(?:they|everybody|everyone|all|the\s+\w+)\s+uses?\s+{_IT}\b.{{0,40}}\b(?:today|now|still|since)\b",
    (
        r"\b(?:became|become|is\s+now|was\s+made)\s+(?:the|a|our|their)\s+"
        r"(?:standard|rule|norm|template|usual\s+way|way\s+we|model)\b"
    ),
    (
        rf"\b(?:other|all|both|two|three|four|five|six|\d+)\s+(?:more\s+|other\s+)?{_THEY}\s+"
        r"(?:have\s+|has\s+|also\s+|now\s+|then\s+|since\s+)*(?:copied|copy|use|used|adopted|adopt"
        r"|took\s+(?:it|this|that|them|\w+\s+\w+)\s+over|taken\s+(?:it|this|that|them|\w+\s+\w+)\s+over"
        rf"|(?:do|did|done|work|worked)\s+{_IT}?\s*(?:like\s+this|like\s+that|the\s+same|that\s+way|this\s+way|so))\b"
    ),
    (
        r"\b(?:took|taken|takes)\s+(?:it|this|that|them|(?:my|our)\s+\w+)\s+over\b"
        r"|\brolled\s+(?:it\s+|this\s+)?out\s+to\b"
        r"|\b(?:head\s+office|the\s+company)\s+used\s+(?:it|my|our|that|this)\b"
    ),
    (
        rf"\b(?:have|has)\s+(?:since\s+)?used\s+(?:it|them|this|that)\b[^.!?]{{0,30}}\b(?:{COUNT}|since|ever)\b"
        r"|\b(?!we\b)\w+\s+(?:have|has)\s+(?:since\s+)?(?:written|drawn|added|made|built|run|filled|kept|put)\s+"
        r"(?:\w+\s+){0,4}(?:themselves|himself|herself)\b"
    ),
    (
        rf"\b(?:{_THEY}|shift|warehouse|school|reception|kitchen|office|night|team|ward|they|everybody|others)\s+"
        rf"(?:now\s+|also\s+)?uses?\s+{_IT}(?:\s+\w+)?\s+(?:too|as\s+well|now|today)\b"
        r"|\b(?:is|are)\s+(?:still|now|also)\s+in\s+use\b"
    ),
)
SINCE = (
    (
        r"\b(?:ever\s+)?since\s+(?:then|that\s+(?:day|week|month|night|time))\b[^.!?]{0,12}"
        r"\b(?:it|they|he|she|we|the|all|no|nobody|both|each|my|our|\w+s)\b"
    ),
    r"\b\w+\b[^.!?]{0,60}\b(?:ever|every\s+\w+)\s+since\b(?!\s+(?:I|we|19|20)\b)",
    r"\b(?:is|was)\s+(?:how|the\s+way(?:\s+in\s+which)?)\s+(?:we|they|everybody|all\s+of\s+us)\b[^.!?]{0,60}\b(?:since|now|today|still)\b",
    rf"\b(?:where|while|whereas)\s+(?:the\s+\w+\s+before|before|it|they|we)\b[^.!?]{{0,50}}\b{COUNT}\b",
    r"\b(?:now|today)\s+(?:it|they|we|the\s+\w+)\b[^.!?]{0,60}\b(?:instead\s+of|no\s+longer|without)\b",
)
BACK_THEN = (
    r"\bI\s+used\s+to\b(?!\s+(?:live|think|be)\b)",
    (
        r"\b(?:at\s+the\s+(?:start|beginning)|in\s+the\s+beginning|back\s+then|in\s+my\s+first\s+years?"
        r"|when\s+I\s+(?:started|began|was\s+new))\b,?\s+I\s+(?!was\b|had\b|am\b)[a-z]+"
    ),
    r"\bI\s+(?:\w+ed|wrote|took|did|made|put|read)\b[^.!?]{0,60}\b(?:at\s+the\s+(?:start|beginning)|back\s+then)\b",
)
BY_NOW = (
    r"(?i)\b(?:today|now|nowadays|these\s+days)\b[^.!?]{0,20}\bI\s+(?!am\b|was\b)[a-z]+"
    r"|\bI\s+now\s+[a-z]+"
)
CASE = (
    r"\b(?:I|we)\s+(?:had|once\s+had|met)\s+(?:an?|one)\s+\w+\s+(?:who|that|which|whose|where)\b",
    r"\b(?:last\s+\w+|in\s+(?:19|20)\d\d|once|the\s+last\s+time)\b.{0,40}\bI\s+\w+ed\b",
)
CHECK = (
    (
        r"\b(?:I|we)(?:['\u2019](?:d|ll)|\s+would|\s+will)?\s+(?:\w+\s+){0,3}?(?:check|compare|measure|ask"
        r"|look|count|see|test|review)\b.{0,60}\b(?:whether|if|again|back|afterwards|worked|works|helped"
        r"|helps|better|slower|faster|same|still|weeks?|months?|days?|how)\b"
    ),
    r"\b(?:would|['\u2019]d)\s+(?:know|notice|be\s+satisfied|tell\s+me)\b",
)
AIM = (
    (
        r"\b(?:I\s+(?:would|['\u2019]d)\s+like|I['\u2019]d\s+like|I\s+want|I\s+hope|I\s+aim"
        rf"|(?:should|would)\s+have)\b.{{0,90}}\b(?:{COUNT}|none|per\s+cent"
        r"|each\s+(?:week|month|year))\b"
    ),
    rf"\b{COUNT}\b.{{0,60}}\bshould\s+have\b",
)
GAP = (
    (
        r"\b(?:stretch\s+me|new\s+to\s+me|(?:have|['\u2019]ve)\s+(?:never|not\s+yet|only)\s+"
        r"(?:\w+\s+){0,3}(?:done|worked|used|seen)|(?:do\s+not|don['\u2019]t)\s+know\s+yet"
        r"|still\s+have\s+to\s+learn|most\s+want\s+to\s+learn)\b.{0,120}\bI(?:['\u2019](?:d|ll)|\s+would|\s+will)\b"
    ),
)
A_YEAR = r"\b(?:19|20)\d\d\b"
PATH = (
    r"\b(?:since|in|from|for|until)\s+(?:(?:19|20)\d\d|\w+\s+(?:years?|months?))\b|\b(?:19|20)\d\d\b",
)
OWN_CHECK = (
    (
        r"\b(?:compared?|keep|kept|put|held?|check(?:ed)?|lay|laid)\b[^.!?]{0,30}\b(?:what\s+I\s+(?:had\s+)?"
        r"(?:said|promised|planned|estimated|expected|guessed|forecast)|my\s+(?:own\s+|last\s+)?"
        r"(?:estimates?|forecasts?|plans?|guess(?:es)?))\b[^.!?]{0,40}\b(?:beside|against|with|next\s+to|came|happened)\b"
    ),
    r"\bI\s+(?:was|am|came|stayed|have\s+been)\s+(?:\w+\s+)?(?:within|out\s+by|off\s+by)\s+[\w.]+\s*(?:per\s+cent|percent|%)",
    (
        r"\b(?:my|our)\s+(?:\w+\s+)?(?:estimates?|forecasts?|guess(?:es)?|plans?|budgets?|counts?)\s+"
        r"(?:was|were|came|lay|is|are)\s+(?:\w+\s+)?(?:within|out\b|off\b|too\s+(?:high|low|short|long)"
        rf"|right|wrong|{COUNT}\b)[^.!?]{{0,20}}\b(?:{COUNT}|by|in|of)\b"
    ),
)
ORDERED = (
    (
        r"\bin\s+(?:the\s+)?order\s+of\s+(?:the\s+|their\s+)?(?:damage|danger|urgency|risk|costs?|weight"
        r"|importance|size|harm|value|need|severity|loss|impact|how\s+\w+)\b"
    ),
    (
        r"\b(?:sort(?:ed)?|rank(?:ed)?|order(?:ed)?|list(?:ed)?|group(?:ed)?|took|take|put|planned)\b"
        r"[^.!?]{0,40}\bby\s+(?:the\s+)?(?:costs?|risk|danger|urgency|damage|value|severity|weight|impact"
        r"|priority|importance|harm|loss|due\s+date"
        r"|how\s+(?:much|many|often|urgent|bad|badly|long|soon|dangerous))\b"
    ),
    (
        r"\b(?:decided?|know|knew|said|say)\s+that\s+(?:the\s+)?\w+(?:\s+\w+)?\s+"
        r"(?:comes?|came|goes|went)\s+first\b"
    ),
    (
        r"\b(?:most\s+(?:urgent|dangerous|important|expensive)|worst|biggest|largest|sickest|costliest"
        r"|heaviest)\s+(?:\w+\s+){0,2}first\b"
    ),
    r"\b(?:only|just|merely)\s+nice\s+to\s+have\b|\bwhat\s+(?:could|can)\s+(?:not\s+)?wait\b",
)
# A reading that is taken as a routine is no count, nor is what was counted after the act.
COUNTED = (
    (
        r"^(?!.*\b(?:temperature|pulse|breath(?:s|ing)|blood|sugar|pressure|oxygen|score|again|afterwards"
        r"|then\s+(?:I\s+)?(?:counted|measured|timed|added)"
        r"|every\s+(?:day|week|month|morning|shift)|each\s+(?:day|week|month|morning|shift))\b)"
        r".*?\bI\s+(?:\w+ly\s+|first\s+|also\s+|sat\s+down\s+and\s+)?(?:went\s+through|counted(?!\s+(?:to|on|an?)\b)"
        r"|looked\s+through|added\s+up|measured|timed|kept\s+a\s+(?:list|count|tally))\b[^.!?]{0,90}"
        rf"\b(?!(?:one|half|third|quarter)\b){COUNT}\b"
    ),
)
SAW = (
    (
        r"^(?!.*\b(?:queue|rain|traffic)\b).*\bI\s+(?:\w+ly\s+|then\s+|also\s+|first\s+)?"
        r"(?:sat|stood|watched|rode\s+along|went\s+along|shadowed|worked\s+beside"
        r"|spent\s+(?:an?|one|two|three|half)\s+(?:an?\s+)?\w+\s+(?:at|beside|on)\s+the)\b(?!\s+down)"
        r"[^.!?]{0,60}\b(?:and\s+(?:saw|watched|counted|looked|timed|listened|noticed|noted|found)"
        r"|for\s+(?:an?|one|two|three|four|half)\s+(?:\w+\s+)?(?:hours?|mornings?|days?|shifts?|weeks?|nights?"
        r"|(?:sun|mon|tues|wednes|thurs|fri|satur)days?|afternoons?|evenings?))\b"
    ),
)
GUARD = (
    (
        r"\bI\b[^.!?]{0,60}\bcheck(?:ed)?\b[^.!?]{0,50}\bbefore\s+(?:any(?:body|one|thing)|somebody|someone"
        r"|it|they|the\s+\w+)\s+(?!(?:meeting|day|weekend|holidays?)\b)\w+"
    ),
)
FALLBACK = (
    (
        r"(?:^|[,;:]\s+)(?:but\s+|and\s+|so\s+)?if\s+(?!I\s+am\s+not\b|I['\u2019]m\s+not\b|I\s+remember\b)"
        r"[^.!?]{0,80}\b(?:not|no|too|cannot|\w+n['\u2019]t|refuses?|still|fails?|failed|wrong|nobody|missing|worse"
        r"|broken|short|late|doubt|without)\b[^.!?]{0,40}?[\s,]I(?:['\u2019](?:d|ll)|\s+would|\s+will)?\s+"
        r"(?!(?:am|think|know|feel|was|were|like|hope|guess|believe|mean|have|had|do|did|can|could|not|be)\b)[a-z]+"
    ),
    r"\bI\s+(?!(?:think|believe|guess)\b)[a-z]+\b[^.!?]{2,60}\bunless\b",
)
CHECKED = (
    rf"{BY_ME}(?:compared?|timed?|traced?|measured?|counted)\s+(?!(?:to|on|myself|my\s+(?:success|phone))\b)\w+",
    (
        rf"^(?!.*\b(?:clean\w*|tid(?:y|ied)|cleared?|threw|put\s+away)\b).*{BY_ME}"
        r"(?:checked|looked\s+at|went\s+through|read\s+through|searched|check|look\s+at|go\s+through|read)\s+"
        r"(?:[\w'\u2019-]+\s+){0,4}?(?:lists?|records?|complaints?|logs?|files?|books?|figures|numbers|notes|answers"
        r"|letters|cases|charts?|data|orders?|invoices?|tickets?|bills?|plans?|accounts?|stock|reports?"
        r"|receipts?|dates?|rows?|columns?|versions?|labels?|drawings?|contracts?|results?|forms?|wiring"
        r"|machine|engine|meter|code|query|history|sheets?|entries|deals|observations)\b"
    ),
)
LED = (
    (
        r"\bI\s+(?:\w+ly\s+|then\s+|also\s+)?(?:led|built|set\s+up|taught|coached|mentored|looked\s+after|wrote|ran"
        rf"|opened|introduced|moved\s+(?:all|the|an?\s+hundred|{COUNT}))\b"
    ),
)

"""Words of a text as the search sees them: small letters, no accents, American spelling, without endings.

The tables here go into the index as they are, so the browser cuts words by the same rules.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

#: Letters that do not come apart into a plain letter and an accent.
LETTERS = {"ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "đ": "d", "ł": "l", "ı": "i", "þ": "th", "’": "'"}
_LETTERS = str.maketrans(LETTERS)
#: A code such as 4.3 or 5.1.t03, a word, a number.
_WORD = re.compile(r"[0-9]+(?:\.[0-9]+)+(?:\.[ts][0-9]+)?|[^\W_]+")
_HUMP = re.compile(r"([A-Za-z0-9][a-z0-9])([A-Z])|([A-Z])([A-Z][a-z])")

#: Words that are left as they are, or end up where no rule brings them.
WHOLE = {
    "variable": "variable", "variables": "variable", "production": "production", "productions": "production", "format": "format", "formats": "format",
    "registry": "registry", "registries": "registry", "information": "information", "universe": "universe", "universes": "universe", "indices": "index",
    "indexes": "index", "matrices": "matrix", "analyses": "analyz", "analysis": "analyz", "census": "census", "censuses": "census", "qualify": "qualif",
    "qualified": "qualif", "qualifies": "qualif", "qualification": "qualif", "general": "general", "generic": "generic", "integrity": "integrity",
    "series": "series", "content": "content", "contents": "content", "consent": "consent", "policy": "policy", "policies": "policy", "supply": "suppli",
    "supplies": "suppli", "update": "update", "updates": "update", "updated": "update", "table": "table", "tables": "table", "structured": "structur",
    "organ": "organ", "people": "people", "factor": "factor", "factors": "factor", "station": "station", "stations": "station", "wrote": "writ",
    "written": "writ", "sent": "send", "taught": "teach", "learnt": "learn", "kept": "keep", "said": "say", "drawn": "draw", "drew": "draw",
    "found": "find", "told": "tell", "women": "woman", "men": "man", "children": "child", "criteria": "criterion", "paid": "pay", "built": "build",
    "mapping": "map", "mappings": "map", "chose": "choose", "chosen": "choose", "held": "hold", "broken": "break", "hidden": "hide", "lost": "loss",
    "accessibility": "accessibility", "accessible": "accessibility", "monthly": "monthly", "quarterly": "quarterly", "yearly": "yearly",
    "weekly": "weekly", "daily": "daily", "interviewer": "interviewer", "interviewers": "interviewer", "editor": "editor", "editors": "editor", "safe": "safe", "safely": "safe",
    "enumerator": "enumerator", "enumerators": "enumerator", "anonymous": "anonymiz", "anonymity": "anonymiz",
    "computer": "computer", "computers": "computer", "class": "class", "classes": "class", "fill": "fill", "fills": "fill", "filled": "fill", "filling": "fill",
    "roll": "roll", "edition": "edition", "editions": "edition", "objective": "objective", "objectives": "objective", "sector": "sector",
    "sectors": "sector", "responsible": "responsib", "responsibility": "responsib", "responsibilities": "responsib", "missing": "missing",
    "meaning": "mean", "meanings": "mean", "national": "national", "international": "international",
}  # fmt: skip

#: Endings, in steps; of each step the first rule that fits is applied: ending, what takes its place, letters that must remain.
ENDINGS: tuple[tuple[tuple[str, str, int], ...], ...] = (
    (
        ("'s", "", 2), ("sses", "ss", 1), ("ies", "y", 2), ("xes", "x", 1), ("ches", "ch", 2), ("shes", "sh", 2), ("us", "us", 1), ("ss", "ss", 1), ("is", "is", 1), ("s", "", 2),
    ),
    (("ated", "ate", 2), ("ating", "ate", 2), ("ying", "y", 2), ("ied", "y", 2), ("eed", "eed", 0), ("ing", "", 3), ("ed", "", 3)),
    *((
        ("istical", "ist", 3), ("istics", "ist", 3), ("istician", "ist", 3), ("istic", "ist", 4), ("izational", "iz", 3), ("isational", "is", 3),
        ("ization", "iz", 3), ("isation", "is", 3), ("ification", "", 4), ("ifier", "", 4), ("ify", "", 4), ("plication", "pli", 1),
        ("ational", "", 3), ("ription", "rib", 2), ("riptive", "rib", 2),
        ("ative", "", 3), ("ation", "", 3), ("ator", "", 3), ("ate", "", 4), ("ability", "", 3), ("ibility", "", 3), ("able", "", 4), ("ible", "", 4),
        ("graphical", "graph", 2), ("graphic", "graph", 2), ("graphy", "graph", 2), ("logical", "logy", 3), ("logist", "logy", 3), ("archical", "archy", 3),
        ("ural", "ure", 3), ("osure", "ose", 3), ("oval", "ove", 3), ("ieval", "ieve", 2), ("ytical", "yz", 3), ("ytic", "yz", 3), ("yst", "yz", 3),
        ("onally", "on", 3), ("onal", "on", 3), ("ically", "ic", 3), ("ical", "ic", 3), ("ally", "al", 3), ("very", "v", 3), ("ily", "y", 3), ("ly", "", 4),
        ("ship", "", 4), ("ness", "", 4), ("ment", "", 4), ("ance", "", 4), ("ency", "ent", 4), ("ence", "", 4),
        ("ent", "", 5), ("ant", "", 5), ("ity", "", 4), ("ive", "", 4),
        ("ison", "", 5), ("tion", "t", 3), ("sion", "s", 3), ("blish", "blic", 2), ("er", "", 5), ("or", "", 4),
    ),) * 2,
    (("e", "", 3),),
    (("is", "iz", 3), ("ys", "yz", 2), ("our", "or", 3), ("ogu", "og", 3), ("enter", "entr", 1), ("eter", "etr", 1), ("enc", "ens", 2), ("y", "i", 2)),
)  # fmt: skip


def single(word: str) -> str:
    """A word with double letters written once."""
    return re.sub(r"([^\W\d])\1", r"\1", word)


#: The same by their words with double letters written once, as people mistype them.
_WHOLE = {single(word): term for word, term in WHOLE.items()}


@lru_cache(maxsize=65536)
def parts(text: str) -> tuple[str, ...]:
    """The words of a text in small plain letters, IfThenElse and OBS_STATUS taken apart."""
    plain = _HUMP.sub(r"\1\3 \2\4", text).lower()
    if not plain.isascii():
        plain = unicodedata.normalize("NFD", plain.translate(_LETTERS))
        plain = "".join(letter for letter in plain if unicodedata.category(letter) != "Mn")
    return tuple(_WORD.findall(plain))


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without its endings, double letters written once."""
    if single(word) in _WHOLE:
        return _WHOLE[single(word)]
    if not word.isalpha() or len(word) < 3:
        return word
    for rules in ENDINGS:
        for ending, instead, left in rules:
            if word.endswith(ending) and len(word) - len(ending) >= left:
                word = word[: len(word) - len(ending)] + instead
                break
    return single(word)


def runs(text: str) -> list[str]:
    """Names written as one word of several (IfThenElse, OBS_STATUS, cross-domain), each as one stem."""
    joined = re.findall(r"[^\W_]+(?:[_-][^\W_]+)+|[A-Za-z]*[a-z0-9][A-Z]\w*", text)
    return [stem("".join(parts(each))) for each in joined]

"""Text into words, pieces and features. All offsets are UTF-16 code units.

This file is the one to write again in TypeScript, line for line: nothing here needs a model.
"""
from dataclasses import dataclass

import regex

# A run of letters, marks and digits is one word; any other visible character is a word of its own.
WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}\p{C}]")
# One to one, so that offsets stay: the vocabulary knows the plain marks best.
PLAIN = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "―": "—", "–": "-"})
# Order of the columns of `features` and the number of values of each.
FEATURES = {"case": 5, "quote": 4, "place": 3, "glued": 2}
# In pieces: what a window labels at most, and how much before and after it is shown.
WINDOW = {"centre": 256, "left": 24, "right": 0}


@dataclass
class Word:
    """A word of the text: [start, end), the paragraph it is in, and whether a sentence ends with it."""
    text: str
    start: int
    end: int
    paragraph: int
    ends: bool
    features: tuple


def letter_case(word):
    """0 no letter with case, 1 lower, 2 Capitalised (also a lone capital), 3 UPPER, 4 mIxed."""
    if word.upper() == word.lower():
        return 0
    if word == word.lower():
        return 1
    if word == word.upper():
        return 2 if len(word) == 1 else 3
    return 2 if word[0] == word[0].upper() and word[1:] == word[1:].lower() else 4


def utf16(text):
    """Offset in UTF-16 code units of each code point, and of the end."""
    out, at = [], 0
    for c in text:
        out.append(at)
        at += 2 if ord(c) > 0xFFFF else 1
    out.append(at)
    return out


def words_of(text):
    """Words of a text with their features (case, quote, place, glued).

    quote: 0 outside quotation marks, 1 inside, 2 an opening mark, 3 a closing mark. “ always opens, ” always
    closes, a straight " does the one after the other; a new paragraph starts outside.
    place: 1 first word of a paragraph, 2 first word of the text. glued: 1 if no space stands before it.
    """
    at, out, inside, paragraph, last = utf16(text), [], False, 0, 0
    for m in WORD.finditer(text):
        gap, word = text[last:m.start()], m.group()
        first = not out or "\n" in gap
        if first:
            inside = False
            paragraph += bool(out)
        quote = 1 if inside else 0
        if word == "“" or (word == '"' and not inside):
            inside, quote = True, 2
        elif word == "”" or word == '"':
            inside, quote = False, 3
        place = 2 if not out else 1 if first else 0
        features = (letter_case(word), quote, place, 0 if gap or not out else 1)
        out.append(Word(word.translate(PLAIN), at[m.start()], at[m.end()], paragraph, False, features))
        last = m.end()
    mark_ends(out)
    return out


def mark_ends(words):
    """A sentence ends with . ! ? and the closing marks after it, if a space comes next and no lower-case word."""
    for i, w in enumerate(words):
        if w.text not in (".", "!", "?"):
            continue
        j = i
        while j + 1 < len(words) and words[j + 1].features[3] == 1 and words[j + 1].text in ('"', "'", ")", "]"):
            j += 1
        after = words[j + 1] if j + 1 < len(words) else None
        if after is None or (after.features[3] == 0 and after.features[0] != 1):
            words[j].ends = True


@dataclass
class Window:
    """Words [first, last) go through the model; [begin, end) of them, the centre, are this window's to label."""
    first: int
    last: int
    begin: int
    end: int


def windows_of(words, sizes, centre=WINDOW["centre"], left=WINDOW["left"], right=WINDOW["right"]):
    """Windows over the words, `sizes` being the number of pieces of each word.

    A unit is a paragraph, or, where a paragraph has more than `centre` pieces, as many whole sentences (else
    words) of it as fit. Units fill a centre while they fit; words before and after, up to `left` and `right`
    pieces, are its context.
    """
    total = [0]
    for n in sizes:
        total.append(total[-1] + n)
    units, i = [], 0
    while i < len(words):
        stop = i + 1
        while stop < len(words) and words[stop].paragraph == words[i].paragraph:
            stop += 1
        while i < stop:
            j = stop
            if total[j] - total[i] > centre:
                j = i + 1
                while j < stop and total[j + 1] - total[i] <= centre:
                    j += 1
                k = j
                while k > i and not words[k - 1].ends:
                    k -= 1
                j = k if k > i else j
            units.append((i, j))
            i = j
    out = []
    for begin, end in units:
        if out and total[end] - total[out[-1].begin] <= centre:
            out[-1].end = end
        else:
            out.append(Window(begin, end, begin, end))
    for w in out:
        w.first, w.last = w.begin, w.end
        while w.first > 0 and total[w.begin] - total[w.first - 1] <= left:
            w.first -= 1
        while w.last < len(words) and total[w.last + 1] - total[w.end] <= right:
            w.last += 1
    return out

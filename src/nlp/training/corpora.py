"""Corpora into training examples: windows with gold tags, links and factualities."""
import json
import os
import re

from model import ROLES, TAGS
from windows import windows_of, words_of

TAG = {t: i for i, t in enumerate(TAGS)}


def read(name):
    """Rows of one corpus file of the folder HEARSAY_DATA."""
    with open(os.path.join(os.environ["HEARSAY_DATA"], name + ".jsonl"), encoding="utf-8") as f:
        return [json.loads(line) for line in f if line.strip()]


class Article:
    """A text with its words, their pieces and its windows."""

    def __init__(self, text, tokenizer):
        self.text, self.words = text, words_of(text)
        self.pieces = [[] for _ in self.words]
        if self.words:
            encoded = tokenizer.encode([w.text for w in self.words], is_pretokenized=True, add_special_tokens=False)
            for token, word in zip(encoded.ids, encoded.word_ids):
                self.pieces[word].append(token)
        self.pieces = [p or [100] for p in self.pieces]         # a word of which nothing is left is [UNK]
        self.windows = windows_of(self.words, [len(p) for p in self.pieces])

    def inputs(self, window):
        """Ids, features (both with [CLS] and [SEP]) and, for each word of the window, the place of its first piece."""
        ids, features, firsts = [101], [(0, 0, 0, 0)], []
        for i in range(window.first, window.last):
            firsts.append(len(ids))
            ids += self.pieces[i]
            features += [self.words[i].features] * len(self.pieces[i])
        return ids + [102], features + [(0, 0, 0, 0)], firsts


def fragments(words, spans, borders):
    """Spans [start, end) as runs of words (first, last), cut where a unit or paragraph ends."""
    inside = sorted({i for s, e in spans for i, w in enumerate(words) if w.start < e and w.end > s})
    out = []
    for i in inside:
        if out and out[-1][1] == i - 1 and i not in borders:
            out[-1][1] = i
        else:
            out.append([i, i])
    return [tuple(x) for x in out]


def gold_of(article, annotation):
    """Tags of all words and links: (role, first, last) spans, and pairs of spans by kind of link."""
    words = article.words
    borders = {i for i in range(1, len(words)) if words[i].paragraph != words[i - 1].paragraph}
    borders |= {w.begin for w in article.windows}
    tags = [TAG["O"]] * len(words)
    links = {"content>cue": {}, "content>source": {}, "cue>source": {}}
    spans = {r: set() for r in ROLES}
    for a in annotation:
        f = {r: fragments(words, a.get(r) or [], borders) for r in ROLES}
        for r in ROLES:
            spans[r].update(f[r])
        cue, source = (f["cue"] or [None])[0], (f["source"] or [None])[0]
        for c in f["content"]:
            links["content>cue"][c] = cue
            links["content>source"][c] = source
        if cue:
            links["cue>source"][cue] = source
    for r in ("content", "cue", "source"):
        for s, e in spans[r]:
            tags[s:e + 1] = [TAG[f"I-{r}"]] * (e + 1 - s)
            tags[s], tags[e] = TAG[f"B-{r}"], TAG[f"E-{r}"]
            if s == e:
                tags[s] = TAG[f"S-{r}"]
    return mend(tags), {r: sorted(v) for r, v in spans.items()}, links


def mend(tags):
    """Where spans overlapped, make the tags a legal sequence again."""
    names = [TAGS[t] for t in tags]
    for i, n in enumerate(names):
        if n == "O":
            continue
        p, r = n[0], n[2:]
        before = i > 0 and names[i - 1] in (f"B-{r}", f"I-{r}")
        after = i + 1 < len(names) and names[i + 1] in (f"I-{r}", f"E-{r}")
        p = {(False, False): "S", (False, True): "B", (True, False): "E", (True, True): "I"}[before, after]
        names[i] = f"{p}-{r}"
    return [TAG[n] for n in names]


def attribution_examples(name, tokenizer):
    """Each article with the gold of each of its annotators."""
    out = []
    for row in read(name):
        article = Article(row["text"], tokenizer)
        out.append((article, [gold_of(article, a) for _, a in sorted(row["annotations"].items())]))
    return out


def join_marks(text, events):
    """A tokenised sentence written as people write it ("did n't ." -> "didn't."), its events moved along."""
    cuts = re.compile(r" (?=(?:n't|'s|'re|'ve|'ll|'m|'d|')(?:\s|$)|[.,;:?!%)\]](?:\s|$))|(?<=[$(\[]) |(?<=``) | (?='')| (?=- )|(?<= -) ")
    keep = [True] * len(text)
    for m in cuts.finditer(text):
        keep[m.start()] = False
    chars, place = [], []
    for i, c in enumerate(text):
        place.append(len(chars))
        if keep[i]:
            if text[i:i + 2] in ("``", "''"):
                chars.append('"')
            elif not (i and text[i - 1:i + 1] in ("``", "''")):
                chars.append(c)
    place.append(len(chars))
    return "".join(chars), [{**e, "start": place[e["start"]], "end": place[e["end"]]} for e in events]


def factuality_examples(rows, tokenizer, rng, packed=True):
    """Examples of one epoch: 1 to 6 sentences, each a paragraph, so that the head learns to read within context."""
    rows, out = list(rows), []
    if packed:
        rng.shuffle(rows)
    while rows:
        take = rng.choice([1, 1, 2, 3, 4, 6]) if packed else 1
        text, events = "", []
        for row in rows[:take]:
            t, e = row["text"], row["events"]
            if packed and rng.random() < 0.6:
                t, e = join_marks(t, e)
            shift = len(text)
            events += [{**x, "start": x["start"] + shift, "end": x["end"] + shift} for x in e]
            text += t + "\n\n"
        rows = rows[take:]
        article = Article(text, tokenizer)
        heads = []
        for x in events:
            i = next((i for i, w in enumerate(article.words) if w.start < x["end"] and w.end > x["start"]), None)
            if i is not None:
                heads.append((i, x["factuality"]))
        out.append((article, heads))
    return out

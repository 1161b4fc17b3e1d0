"""A checkpoint into model.onnx (float and int8), tokenizer.json, config.json; scores of the int8 model on dev."""
import argparse
import json
import os
import shutil
import time

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from tokenizers import Tokenizer

import corpora
import decode
import evaluate
from model import BUCKETS, LINK_DIM, LINKS, TAGS, Model
from windows import FEATURES, WINDOW


def to_onnx(model, path):
    """Float model with dynamic batch and length."""
    for layer in model.layers:
        layer.exporting = True
    ids = torch.randint(5, 1000, (2, 24))
    inputs = (ids, torch.ones_like(ids), torch.zeros(2, 24, len(FEATURES), dtype=torch.long))
    names_in, names_out = ["input_ids", "attention_mask", "features"], ["tags", "links", "factuality"]
    torch.onnx.export(model, inputs, path, input_names=names_in, output_names=names_out, opset_version=17, dynamo=False,
                      dynamic_axes={n: {0: "batch", 1: "length"} for n in names_in + names_out})


def to_int8(source, path, reduce_range):
    """Weights of matrices per channel, the word table too, to 8 bits; activations are scaled as they come."""
    ready = path + ".ready"
    quant_pre_process(source, ready, skip_symbolic_shape=True)
    graph = onnx.load(ready).graph
    keep = [n.name for n in graph.node if n.op_type == "Gather" and not any(i.startswith("word") for i in n.input)]
    quantize_dynamic(ready, path, op_types_to_quantize=["MatMul", "Gemm", "Gather"], per_channel=True,
                     reduce_range=reduce_range, weight_type=QuantType.QInt8, nodes_to_exclude=keep)
    os.remove(ready)


def onnx_run(path, threads=2):
    """The model as `evaluate.predict` wants it."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    return lambda ids, mask, features: session.run(None, {
        "input_ids": ids.numpy(), "attention_mask": mask.numpy(), "features": features.numpy()})


def config_of(params, extra):
    """All that a decoder needs beside the model's outputs; see FORMAT.md."""
    rounded = {k: np.round(v, 5).tolist() for k, v in params.items()}
    return {"version": 1, "tags": TAGS, "features": FEATURES, "links": LINKS, "linkDim": LINK_DIM,
            "linkKinds": decode.KINDS, "buckets": BUCKETS, "window": WINDOW, "contentSource": decode.CONTENT_SOURCE,
            "noSource": decode.NO_SOURCE, "leastCue": decode.LEAST_CUE, **rounded, **extra}


def latency(run, tokenizer, words=600):
    """Median milliseconds of the model on an article of so many words."""
    text = "\n\n".join(["The mayor of Lowmere said on Tuesday that the bridge would stay closed until the spring, "
                        "and that the council “has no money” for another one, according to two officials."] * (words // 30))
    article = corpora.Article(text, tokenizer)
    times = []
    for _ in range(15):
        t = time.perf_counter()
        evaluate.predict(run, [article])
        times.append((time.perf_counter() - t) * 1000)
    return len(article.words), sum(map(len, article.pieces)), sorted(times)[7]


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--checkpoint", required=True)
    p.add_argument("--tokenizer", required=True, help="tokenizer.json of the base model")
    p.add_argument("--out", required=True)
    p.add_argument("--scorer", help="score.mjs; without it nothing is scored")
    p.add_argument("--float-too", action="store_true", help="score the float model as well")
    p.add_argument("--reduce-range", action="store_true", help="7 bits, for processors without VNNI")
    o = p.parse_args()
    os.makedirs(o.out, exist_ok=True)
    model = Model()
    model.load_state_dict(torch.load(o.checkpoint))
    model.eval()
    params = evaluate.params_of(model)
    path, full = os.path.join(o.out, "model.onnx"), os.path.join(o.out, "float.onnx")
    to_onnx(model, full)
    to_int8(full, path, o.reduce_range)
    with open(os.path.join(o.out, "config.json"), "w", encoding="utf-8") as f:
        json.dump(config_of(params, {}), f, separators=(",", ":"))
        f.write("\n")
    shutil.copy(o.tokenizer, os.path.join(o.out, "tokenizer.json"))
    tokenizer = Tokenizer.from_file(o.tokenizer)
    tokenizer.no_truncation(), tokenizer.no_padding()
    print(os.path.getsize(path) / 1e6, "MB; words, pieces, ms:", *latency(onnx_run(path), tokenizer), flush=True)
    if o.scorer:
        if o.float_too:
            print("float\n" + evaluate.evaluate(evaluate.exact_run(model), params, tokenizer, o.out, o.scorer), flush=True)
        print("int8\n" + evaluate.evaluate(onnx_run(path), params, tokenizer, o.out, o.scorer), flush=True)


if __name__ == "__main__":
    main()

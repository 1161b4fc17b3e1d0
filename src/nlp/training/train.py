"""Trains the tagger, the links and the factuality head together. See README.md."""
import argparse
import copy
import math
import os
import random
import time

import numpy as np
import torch
from tokenizers import Tokenizer

import corpora
from evaluate import batches, collate, evaluate, flatten, params_of, torch_run
from losses import attribution_loss, factuality_loss
from model import Model, load_base


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--base", required=True, help="folder with model.safetensors and tokenizer.json of MiniLM-L6")
    p.add_argument("--out", required=True)
    p.add_argument("--scorer", required=True, help="score.mjs, run with node")
    p.add_argument("--epochs", type=int, default=8)
    p.add_argument("--lr", type=float, default=2e-4)
    p.add_argument("--head-lr", type=float, default=1e-3)
    p.add_argument("--budget", type=int, default=4096, help="pieces a batch")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--ema", type=float, default=0.99)
    p.add_argument("--fact", type=float, default=0.5)
    p.add_argument("--dropout", type=float, default=0.1)
    p.add_argument("--minutes", type=float, default=1e9, help="end the schedule after so long, whatever the epochs")
    p.add_argument("--steps", type=int, default=0, help="stop after so many steps (for a profile)")
    o = p.parse_args()
    os.makedirs(o.out, exist_ok=True)
    torch.manual_seed(o.seed)
    rng = random.Random(o.seed)
    torch.set_num_threads(2)
    tokenizer = Tokenizer.from_file(os.path.join(o.base, "tokenizer.json"))
    tokenizer.no_truncation(), tokenizer.no_padding()
    model = Model(dropout=o.dropout)
    load_base(model, o.base)
    attributions = corpora.attribution_examples("attributions-train", tokenizer)
    facts = corpora.read("factuality-uw-train") + corpora.read("factuality-meantime-train")

    def epoch_batches():
        items = flatten([(a, rng.choice(g)) for a, g in attributions], "attribution")
        more = flatten(corpora.factuality_examples(facts, tokenizer, rng), "factuality")
        both = batches(items, o.budget, rng) + batches(more, o.budget // 2, rng)
        rng.shuffle(both)
        return both

    encoder = [v for k, v in model.named_parameters() if k.split(".")[0] in ("word", "position", "norm", "layers")]
    heads = [v for k, v in model.named_parameters() if k.split(".")[0] not in ("word", "position", "norm", "layers")]
    optimizer = torch.optim.AdamW([{"params": encoder, "lr": o.lr, "weight_decay": 0.01},
                                   {"params": heads, "lr": o.head_lr, "weight_decay": 0.0}], betas=(0.9, 0.98))
    total = len(epoch_batches()) * o.epochs
    warm = max(1, total // 12)
    average, step, started = copy.deepcopy(model), 0, time.time()

    def left(s):
        """What is left of the schedule, by steps or by the clock, whichever is less."""
        return max(0.0, min((total - s) / (total - warm), 1.02 - (time.time() - started) / 60 / o.minutes))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min((s + 1) / warm, left(s)))
    print(f"steps {total}", flush=True)
    for epoch in range(o.epochs):
        model.train()
        sums, counts = np.zeros(5), np.zeros(5)
        for batch in epoch_batches():
            ids, mask, features, firsts = collate(batch)
            with torch.autocast("cpu", torch.bfloat16):
                h = model.encode(ids, mask, features)
            h = h.float()
            if batch[0][3] == "attribution":
                tag, link = attribution_loss(model, h, firsts, batch, rng)
                loss = 10 * tag + 0.15 * sum(link)
                parts = [tag.item()] + [x.item() for x in link] + [math.nan]
            else:
                loss = o.fact * factuality_loss(model, h, firsts, batch)
                parts = [math.nan] * 4 + [loss.item()]
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            step += 1
            if step % 4 == 0:
                with torch.no_grad():
                    decay = min(o.ema ** 4, (1 + step) / (20 + step))
                    torch._foreach_lerp_(list(average.parameters()), list(model.parameters()), 1 - decay)
            sums += np.nan_to_num(parts)
            counts += ~np.isnan(parts)
            if step % 25 == 0 or step == o.steps:
                print(f"{step} {time.time() - started:.0f}s tag {sums[0] / counts[0]:.4f} links "
                      + " ".join(f"{s / c:.3f}" for s, c in zip(sums[1:4], counts[1:4])) + f" fact {sums[4] / max(1, counts[4]):.4f}", flush=True)
                sums[:], counts[:] = 0, 1e-9
            if step == o.steps or left(step) == 0.0:
                break
        average.eval()
        torch.save(average.state_dict(), os.path.join(o.out, f"epoch-{epoch + 1}.pt"))
        print(f"== epoch {epoch + 1} {time.time() - started:.0f}s\n" + evaluate(torch_run(average), params_of(average), tokenizer, o.out, o.scorer), flush=True)
        if step == o.steps or left(step) == 0.0:
            break


if __name__ == "__main__":
    main()

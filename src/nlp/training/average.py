"""The mean of several checkpoints' weights: better than each, at no cost."""
import sys

import torch


def main():
    """average.py OUT.pt IN.pt IN.pt ..."""
    out, *paths = sys.argv[1:]
    states = [torch.load(p) for p in paths]
    torch.save({k: sum(s[k].float() for s in states) / len(states) for k in states[0]}, out)


if __name__ == "__main__":
    main()

"""Figures of the gateway beside a bare route, measured on the machine at hand: run `python -m benchmarks`."""

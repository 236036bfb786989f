"""A scanned page as a picture: turned straight, its ruling lines found and taken out."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from cchc.officialdocs.sources.sheet import Rule

Gray = NDArray[np.uint8]
Mask = NDArray[np.bool_]

POINTS = 72.0
_STEEPEST = 3.0
_LEAST_TURN = 0.08
_BAND = 256
_FADED = 240
_SIDEWAYS = 1.3
_MOST_INK = 120_000
_ACROSS = 0.4
_DOWN = 0.15
"""Shortest rules, in inches."""
_SURELY_DOWN = 0.35 * 72
"""Points; a shorter upright is a rule only when it runs from one horizontal rule to another."""
_DENSE = 0.88
_THICK = 6
"""Half pixels a drawn rule may lie off its middle where it slopes."""


@dataclass(slots=True)
class PageImage:
    """A page in grey at `dpi`, upright and straight, and the rules found on it in points."""

    gray: Gray
    dpi: int
    horizontals: list[Rule]
    verticals: list[Rule]


def gray_of(colours: NDArray[np.uint8]) -> Gray:
    """The page in grey; red ink (stamps over signatures) fades into the paper.

    `colours` are rows of red, green, blue, or grey already. Done in bands, to spare memory.
    """
    if colours.ndim == 2:
        return np.ascontiguousarray(colours)
    gray = np.empty(colours.shape[:2], dtype=np.uint8)
    for top in range(0, colours.shape[0], _BAND):
        band = colours[top : top + _BAND]
        red, green, blue = (band[..., at].astype(np.int16) for at in range(3))
        light = (red * 19 + green * 38 + blue * 7) >> 6
        is_red = (red > 90) & (red - np.maximum(green, blue) > 40)
        light[is_red] = np.maximum(light, red)[is_red]
        light[is_red & (red > 130)] = _FADED
        gray[top : top + _BAND] = light
    return gray


def straightened(gray: Gray, dpi: int) -> PageImage:
    """The page turned until its lines lie level, with its rules found and painted over."""
    angle = skew_of(gray, dpi)
    if abs(angle) >= _LEAST_TURN:
        turned = Image.fromarray(gray).rotate(
            angle, resample=Image.Resampling.BICUBIC, expand=False, fillcolor=255
        )
        gray = np.asarray(turned)
    across, down = _masks(gray, dpi)
    horizontals, verticals = _rules_of_masks(across, down, dpi)
    drawn = _along(across, horizontals, dpi) | _along(down.T, verticals, dpi).T
    return PageImage(_without(gray, drawn), dpi, horizontals, verticals)


def rules_of(gray: Gray, dpi: int) -> tuple[list[Rule], list[Rule]]:
    """The horizontal and vertical rules on a page that is straight already."""
    return _rules_of_masks(*_masks(gray, dpi), dpi)


def _masks(gray: Gray, dpi: int) -> tuple[Mask, Mask]:
    half = _halved(gray)
    return _rule_masks(half < threshold_of(half), dpi / 2)


def _rules_of_masks(across: Mask, down: Mask, dpi: int) -> tuple[list[Rule], list[Rule]]:
    scale = POINTS / (dpi / 2)
    horizontals = _rules(across, scale)
    verticals = [
        rule
        for rule in _rules(down.T, scale)
        if rule.end - rule.start >= _SURELY_DOWN or _is_held(rule, horizontals)
    ]
    return horizontals, verticals


def _is_held(upright: Rule, horizontals: list[Rule]) -> bool:
    """Whether a short upright touches a horizontal rule with both its ends."""
    return all(
        any(
            abs(rule.at - end) <= 1.2 and rule.start - 4 <= upright.at <= rule.end + 4
            for rule in horizontals
        )
        for end in (upright.start, upright.end)
    )


def threshold_of(gray: Gray) -> int:
    """The grey that parts ink from paper best (Otsu), within reason for faint and dark scans."""
    counts = np.bincount(gray.ravel(), minlength=256).astype(np.float64)
    total = counts.sum()
    levels = np.arange(256)
    below = np.cumsum(counts)
    sums = np.cumsum(counts * levels)
    above = total - below
    with np.errstate(divide="ignore", invalid="ignore"):
        spread = (sums[-1] * below / total - sums) ** 2 / (below * above)
    best = int(np.nanargmax(np.where(np.isfinite(spread), spread, -1.0)))
    return min(max(best + 1, 110), 200)


def skew_of(gray: Gray, dpi: int) -> float:
    """By how many degrees to turn the page counter-clockwise so that its lines lie level."""
    step = max(1, round(dpi / 150))
    small = gray[::step, ::step]
    dark = (small < threshold_of(small)).astype(np.float32)
    margin = int(0.04 * min(dark.shape))
    dark = dark[margin : -margin or None, margin : -margin or None]
    if dark.sum() < 200:
        return 0.0
    ys, xs = np.nonzero(dark)
    if len(xs) > _MOST_INK:
        chosen = np.linspace(0, len(xs) - 1, _MOST_INK).astype(np.int64)
        ys, xs = ys[chosen], xs[chosen]
    coarse = max(
        np.arange(-_STEEPEST, _STEEPEST + 0.01, 0.25), key=lambda angle: _sharpness(xs, ys, angle)
    )
    fine = np.arange(coarse - 0.25, coarse + 0.26, 0.05)
    return float(max(fine, key=lambda angle: (_sharpness(xs, ys, angle), -abs(angle))))


def _sharpness(xs: NDArray[np.int64], ys: NDArray[np.int64], angle: float) -> float:
    """How sharply ink gathers into lines when the page is read at this slope."""
    rows = ((ys - xs * math.tan(math.radians(angle))) / 2 + 0.25).astype(np.int64)
    counts = np.bincount(rows - rows.min()).astype(np.float64)
    return float(np.square(counts).sum())


def lies_sideways(page: PageImage) -> bool:
    """Whether the lines of text seem to run up and down the page rather than across it."""
    step = max(1, round(page.dpi / 100))
    small = page.gray[::step, ::step]
    margin = int(0.04 * min(small.shape))
    dark = (small < threshold_of(small))[margin : -margin or None, margin : -margin or None]
    return _waviness(dark.T) > _SIDEWAYS * _waviness(dark)


def _waviness(dark: Mask) -> float:
    """How much the ink of one row differs from that of the next: lines of text make waves."""
    counts = dark.sum(axis=1).astype(np.float64)
    return float(np.square(np.diff(counts)).sum() / max(np.square(counts).sum(), 1.0))


def _halved(gray: Gray) -> Gray:
    """Half the size, each pixel the darkest of four, so that thin lines stay."""
    height, width = gray.shape[0] // 2 * 2, gray.shape[1] // 2 * 2
    even = gray[:height, :width]
    return np.minimum(
        np.minimum(even[0::2, 0::2], even[0::2, 1::2]),
        np.minimum(even[1::2, 0::2], even[1::2, 1::2]),
    )


def _rule_masks(dark: Mask, dpi: float) -> tuple[Mask, Mask]:
    across = _long_runs(_thickened(dark), int(_ACROSS * dpi)) & dark
    down = _long_runs(_thickened(dark.T), int(_DOWN * dpi)).T & dark
    return across, down


def _thickened(dark: Mask) -> Mask:
    """Each pixel dark that is dark itself or right above or below: a line may slope a little."""
    thick = dark.copy()
    thick[1:] |= dark[:-1]
    thick[:-1] |= dark[1:]
    return thick


def _long_runs(dark: Mask, length: int) -> Mask:
    """The pixels that lie in a nearly unbroken dark run of at least `length` along the rows."""
    height, width = dark.shape
    found = np.zeros_like(dark)
    if width <= length:
        return found
    for top in range(0, height, 512):
        band = dark[top : top + 512]
        sums = np.zeros((band.shape[0], width + 1), dtype=np.int32)
        np.cumsum(band, axis=1, out=sums[:, 1:])
        full = sums[:, length:] - sums[:, :-length] >= _DENSE * length
        marks = np.zeros((band.shape[0], width + 1), dtype=np.int32)
        marks[:, : width - length + 1] += full
        marks[:, length:] -= full
        found[top : top + 512] = (np.cumsum(marks, axis=1)[:, :width] > 0) & band
    return found


def _rules(mask: Mask, scale: float) -> list[Rule]:
    """Runs along the rows of a mask as rules in points."""
    padded = np.zeros((mask.shape[0], mask.shape[1] + 2), dtype=np.int8)
    padded[:, 1:-1] = mask
    edges = np.diff(padded, axis=1)
    rows, starts = np.nonzero(edges == 1)
    _, ends = np.nonzero(edges == -1)
    return _gathered(
        [
            Rule((row + 0.5) * scale, start * scale, end * scale)
            for row, start, end in zip(rows.tolist(), starts.tolist(), ends.tolist(), strict=True)
            if end - start >= 4
        ],
        scale,
    )


def _gathered(rules: list[Rule], scale: float) -> list[Rule]:
    """Runs of neighbouring rows that touch, as one rule at their mean height."""
    open_rules: list[list[Rule]] = []
    done: list[list[Rule]] = []
    for rule in rules:
        still: list[list[Rule]] = []
        home: list[Rule] | None = None
        for group in open_rules:
            if rule.at - group[-1].at > 2.5 * scale:
                done.append(group)
                continue
            still.append(group)
            last = group[-1]
            if (
                home is None
                and rule.start <= last.end + 6 * scale
                and rule.end >= last.start - 6 * scale
            ):
                home = group
        open_rules = still
        if home is None:
            open_rules.append([rule])
        else:
            home.append(rule)
    return [_one(group) for group in done + open_rules if _is_thin(group, scale)]


def _one(group: list[Rule]) -> Rule:
    weight = sum(rule.end - rule.start for rule in group)
    at = sum(rule.at * (rule.end - rule.start) for rule in group) / weight
    return Rule(at, min(rule.start for rule in group), max(rule.end for rule in group))


def _is_thin(group: list[Rule], scale: float) -> bool:
    """Whether the runs make a line rather than a black area."""
    length = max(rule.end for rule in group) - min(rule.start for rule in group)
    thickness = group[-1].at - group[0].at
    return length > 9 and thickness < max(0.06 * length, 9 * scale)


def _along(mask: Mask, rules: list[Rule], dpi: int) -> Mask:
    """The pixels of the mask that lie on one of the rules."""
    scale = dpi / 2 / POINTS
    kept = np.zeros_like(mask)
    for rule in rules:
        middle, first, last = (int(part * scale) for part in (rule.at, rule.start, rule.end))
        box = np.s_[max(middle - _THICK, 0) : middle + _THICK + 1, max(first - 1, 0) : last + 2]
        kept[box] |= mask[box]
    return kept


def _without(gray: Gray, mask: Mask) -> Gray:
    """The page with its rules painted over; `mask` has half the size."""
    wide = mask.copy()
    wide[1:] |= mask[:-1]
    wide[:-1] |= mask[1:]
    wide[:, 1:] |= mask[:, :-1]
    wide[:, :-1] |= mask[:, 1:]
    clean = gray.copy()
    height, width = mask.shape
    for down in (0, 1):
        for across in (0, 1):
            clean[down : 2 * height : 2, across : 2 * width : 2][wide] = 255
    return clean

"""Draws the learning curves kept in learning/src/test/resources into docs/pictures: draw.py. Needs Python alone.

A curve is a line by,seed,steps,return of a CSV file. A thick line is the mean over seeds where there are several, thin ones are seeds.
"""

import collections
import math
import pathlib

ROOT = pathlib.Path(__file__).parents[3]
CURVES = ROOT / "learning/src/test/resources/quorate/learning/curves"
PICTURES = ROOT / "docs/pictures"

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 760, 380, 76, 34, 62, 46
LOOKS = {"quorate": ("Quorate", "#1261a0"), "stable-baselines3": ("Stable-Baselines3", "#d1661b"), "pytorch": ("PyTorch", "#d1661b")}
FLOORS = {"mappo-simple-spread": -20.0}  # what lies below is cut off: the start says little
PICTURED = {
    "ppo-cart-pole": "PPO on CartPole-v1, defaults of Stable-Baselines3",
    "dqn-cart-pole": "DQN on CartPole-v1, as tuned in RL Baselines3 Zoo",
    "sac-pendulum": "SAC on Pendulum-v1, as tuned in RL Baselines3 Zoo",
    "mappo-simple-spread": "MAPPO on simple-spread, three agents, the same settings",
}


def curves(name):
    """by → seed → [(steps, return)]."""
    found = collections.defaultdict(lambda: collections.defaultdict(list))
    for line in (CURVES / f"{name}.csv").read_text().splitlines()[1:]:
        by, seed, steps, value = line.split(",")
        found[by][int(seed)].append((int(steps), float(value)))
    return found


def ticks(low, high, most):
    """Round numbers from low to high."""
    step = 10 ** math.floor(math.log10((high - low) / most))
    step *= next(times for times in (1, 2, 5, 10) if (high - low) / (step * times) <= most)
    return [step * i for i in range(math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9) + 1)]


def label(number):
    return (f"{number / 1e6:g} M" if abs(number) >= 1e6 else f"{number:,g}").replace("-", "−")


def picture(name, title):
    found = curves(name)
    points = [point for seeds in found.values() for curve in seeds.values() for point in curve]
    last = max(steps for steps, _ in points)
    least, most = max(min(v for _, v in points), FLOORS.get(name, -math.inf)), max(v for _, v in points)
    values = ticks(least, most, 6)
    low, high = min(values[0], least), max(values[-1], most) + (values[1] - values[0]) / 10

    def x(steps):
        return LEFT + (WIDTH - LEFT - RIGHT) * steps / last

    def y(value):
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * (value - low) / (high - low)

    def line(curve, colour, width, opacity):
        places = " ".join(f"{x(steps):.1f},{y(value):.1f}" for steps, value in curve)
        return (
            f'<polyline clip-path="url(#inside)" points="{places}" fill="none" stroke="{colour}" stroke-width="{width}" stroke-opacity="{opacity}"'
            ' stroke-linejoin="round"/>')

    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="13" fill="#333" role="img">',
        f"<title>{title}</title>",
        f'<clipPath id="inside"><rect x="{LEFT}" y="{TOP - 10}" width="{WIDTH - LEFT}" height="{HEIGHT - TOP - BOTTOM + 12}"/></clipPath>',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        f'<text x="{LEFT}" y="24" font-size="16" font-weight="bold">{title}</text>',
    ]
    for value in values:
        out.append(f'<line x1="{LEFT}" y1="{y(value):.1f}" x2="{WIDTH - RIGHT}" y2="{y(value):.1f}" stroke="#e3e3e3"/>')
        out.append(f'<text x="{LEFT - 8}" y="{y(value) + 4:.1f}" text-anchor="end">{label(value)}</text>')
    for steps in ticks(0, last, 6):
        out.append(f'<text x="{x(steps):.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{label(steps)}</text>')
    out.append(f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 8}" text-anchor="middle">steps</text>')
    out.append(f'<text transform="translate(15 {(TOP + HEIGHT - BOTTOM) / 2}) rotate(-90)" text-anchor="middle">mean return</text>')
    at = LEFT
    for by in sorted(found, key=list(LOOKS).index, reverse=True):  # ours above
        seeds, (words, colour) = found[by], LOOKS[by]
        for curve in seeds.values():
            out.append(line(curve, colour, 1.2 if len(seeds) > 1 else 2.5, 0.45 if len(seeds) > 1 else 1))
        if len(seeds) > 1:
            at_step = collections.defaultdict(list)
            for curve in seeds.values():
                for steps, value in curve:
                    at_step[steps].append(value)
            mean = [(steps, sum(v) / len(v)) for steps, v in sorted(at_step.items()) if len(v) == len(seeds)]
            out.append(line(mean, colour, 2.8, 1))
    for by in sorted(found, key=list(LOOKS).index):
        words, colour = LOOKS[by]
        words += f", {len(found[by])} seed{'s' if len(found[by]) > 1 else ''}"
        out.append(f'<rect x="{at}" y="40" width="20" height="4" fill="{colour}"/><text x="{at + 26}" y="47">{words}</text>')
        at += 60 + 7.2 * len(words)
    out.append("</svg>")
    (PICTURES / f"{name}.svg").write_text("\n".join(out) + "\n")


if __name__ == "__main__":
    for name, title in PICTURED.items():
        picture(name, title)

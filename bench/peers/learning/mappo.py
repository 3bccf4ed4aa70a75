"""MAPPO in PyTorch on simple-spread with three agents: mappo.py <seed> [steps]; appends its curve to
mappo-simple-spread.csv.

After C. Yu and others, "The surprising effectiveness of PPO in cooperative multi-agent games" (NeurIPS 2022), and the code its authors
published (github.com/marlbenchmark/on-policy). One actor that all agents share; one critic that sees all observations side by side and
gives a value for each agent, since agents are paid differently here. Settings are those of Quorate's
MappoSettings.tuned("simple_spread_v3"): the authors' for simple-spread without recurrent networks, layer norms and clipping of values, but with
four minibatches an epoch instead of one and with rates that fall to 0.

Where the authors' code differs from Quorate's, theirs is followed: advantages are normalised over the whole rollout, and the running mean and
deviation of returns forget at 0.99999 a minibatch. An episode's end is its time limit, so the value of what follows is in the last reward, as
in Quorate. A step is one of a whole copy, with all three agents.

mappo.py check         compares the world with MPE2's own transitions in learning/src/test/resources
mappo.py beginnings    prints what an evaluation begins with, which Quorate is judged by too
"""

import dataclasses
import json
import pathlib
import sys
import time

import numpy as np
import torch
from torch import nn

AGENTS, EPISODE, EVALUATIONS, EVERY = 3, 25, 200, 100_000
FIXTURES = pathlib.Path(__file__).parents[3] / "learning/src/test/resources/quorate/learning/world/simple-spread.json"


class SimpleSpread:
    """simple_spread_v3 of MPE2 1.1.1 with local_ratio 0.5 and discrete actions, many copies as arrays [copy][agent]...; all begin together."""

    PUSH = 5.0 * np.array([[0, 0], [-1, 0], [1, 0], [0, -1], [0, 1]])

    def __init__(self, copies, seed):
        self.copies, self.chance = copies, np.random.default_rng(seed)

    def reset(self):
        self.place = self.chance.uniform(-1, 1, (self.copies, AGENTS, 2))
        self.speed = np.zeros((self.copies, AGENTS, 2))
        self.landmarks = self.chance.uniform(-1, 1, (self.copies, AGENTS, 2))
        return self.observe()

    def observe(self):
        """[copy][agent][18]: speed, place, landmarks from there, other agents from there, and their silence."""
        seen = np.zeros((self.copies, AGENTS, 18), np.float32)
        seen[..., 0:2], seen[..., 2:4] = self.speed, self.place
        seen[..., 4:10] = (self.landmarks[:, None] - self.place[:, :, None]).reshape(self.copies, AGENTS, 6)
        away = self.place[:, None] - self.place[:, :, None]
        for agent in range(AGENTS):
            others = [other for other in range(AGENTS) if other != agent]
            seen[:, agent, 10:14] = away[:, agent, others].reshape(self.copies, 4)
        return seen

    def step(self, actions):
        """actions [copy][agent]; rewards [copy][agent]."""
        away = self.place[:, :, None] - self.place[:, None]
        distance = np.sqrt((away**2).sum(-1)) + np.eye(AGENTS)  # an agent is far from itself, and away is 0
        depth = np.logaddexp(0, (0.3 - distance) / 1e-3) * 1e-3
        force = self.PUSH[actions] + (1e2 * away * (depth / distance)[..., None]).sum(2)
        self.place = self.place + self.speed * 0.1
        self.speed = self.speed * 0.75 + force * 0.1

        between = self.place[:, :, None] - self.place[:, None]
        touching = np.sqrt((between**2).sum(-1)) + np.eye(AGENTS) < 0.3
        to_landmarks = np.sqrt(((self.place[:, :, None] - self.landmarks[:, None]) ** 2).sum(-1))
        uncovered = to_landmarks.min(1).sum(-1)
        return -0.5 * uncovered[:, None] - 0.5 * touching.sum(-1)


def check():
    """Every step of every fixture: places, speeds and rewards."""
    steps = 0
    for trajectory in json.loads(FIXTURES.read_text())["trajectories"]:
        world = SimpleSpread(1, 0)
        agents = np.array(trajectory["agents"]).reshape(1, AGENTS, 4)
        world.place, world.speed = agents[..., :2].copy(), agents[..., 2:].copy()
        world.landmarks = np.array(trajectory["landmarks"]).reshape(1, AGENTS, 2)
        for row in trajectory["steps"]:
            rewards = world.step(np.array([row[:3]], int))
            state = np.concatenate([world.place, world.speed], -1).ravel()
            np.testing.assert_allclose(state, row[3:15], rtol=0, atol=1e-9)
            np.testing.assert_allclose(world.observe()[0, :, :14].ravel(), row[15:57], rtol=1e-6, atol=1e-7)
            np.testing.assert_allclose(rewards[0], row[57:60], rtol=0, atol=1e-6)
            steps += 1
    print(f"{steps} steps as in MPE2")


@dataclasses.dataclass(frozen=True)
class Settings:
    copies: int = 128
    minibatches: int = 4
    epochs: int = 10
    rate: float = 7e-4  # falls in a line to 0, as the entropy's weight
    discount: float = 0.99
    lambda_: float = 0.95
    clip: float = 0.2
    entropy: float = 0.01
    huber: float = 10.0
    max_norm: float = 10.0
    hidden: int = 64


def network(inputs, outputs, gain, settings):
    def linear(ins, outs, gain):
        layer = nn.Linear(ins, outs)
        nn.init.orthogonal_(layer.weight, gain)
        nn.init.zeros_(layer.bias)
        return layer

    return nn.Sequential(
        linear(inputs, settings.hidden, 2**0.5), nn.Tanh(),
        linear(settings.hidden, settings.hidden, 2**0.5), nn.Tanh(),
        linear(settings.hidden, outputs, gain))


class ValueNorm:
    """Running mean and deviation of returns, as the authors' ValueNorm."""

    KEEP = 0.99999

    def __init__(self):
        self.mean = self.square = self.weight = 0.0

    def update(self, returns):
        self.mean = self.KEEP * self.mean + (1 - self.KEEP) * returns.mean().item()
        self.square = self.KEEP * self.square + (1 - self.KEEP) * (returns**2).mean().item()
        self.weight = self.KEEP * self.weight + (1 - self.KEEP)

    def moments(self):
        weight = max(self.weight, 1e-5)
        mean = self.mean / weight
        return mean, max(self.square / weight - mean**2, 1e-2) ** 0.5

    def normalise(self, returns):
        mean, deviation = self.moments()
        return (returns - mean) / deviation

    def restore(self, said):
        mean, deviation = self.moments()
        return said * deviation + mean


class Mappo:
    def __init__(self, settings, seed, total):
        torch.manual_seed(seed)
        self.settings, self.total, self.steps = settings, total, 0
        self.world = SimpleSpread(settings.copies, seed)
        self.actor = network(18, 5, 0.01, settings)
        self.critic = network(18 * AGENTS, AGENTS, 1.0, settings)
        self.networks = [list(self.actor.parameters()), list(self.critic.parameters())]
        self.adams = [torch.optim.Adam(each, lr=settings.rate, eps=1e-5) for each in self.networks]
        self.scale = ValueNorm()

    def play(self):
        """One episode of every copy; tensors [step][copy]..."""
        copies = self.settings.copies
        seen = torch.empty(EPISODE, copies, AGENTS, 18)
        actions = torch.empty(EPISODE, copies, AGENTS, dtype=torch.long)
        rewards = torch.empty(EPISODE, copies, AGENTS)
        observation = torch.from_numpy(self.world.reset())
        with torch.no_grad():
            for step in range(EPISODE):
                seen[step] = observation
                logits = self.actor(observation.view(-1, 18))
                actions[step] = torch.multinomial(torch.softmax(logits, -1), 1).view(copies, AGENTS)
                rewards[step] = torch.from_numpy(self.world.step(actions[step].numpy()))
                observation = torch.from_numpy(self.world.observe())
            logs = torch.log_softmax(self.actor(seen), -1).gather(-1, actions[..., None])[..., 0]
            said = self.critic(torch.cat([seen, observation[None]]).flatten(2))
        self.steps += EPISODE * copies
        return seen, actions, logs, rewards, said

    def advantages(self, rewards, said):
        """Generalised; the value after the cut at the time limit counts."""
        values, after = self.scale.restore(said), torch.zeros(self.settings.copies, AGENTS)
        found = torch.empty_like(rewards)
        for step in reversed(range(EPISODE)):
            surprise = rewards[step] + self.settings.discount * values[step + 1] - values[step]
            after = found[step] = surprise + self.settings.discount * self.settings.lambda_ * after
        return found, found + values[:-1]

    def advance(self):
        s = self.settings
        left = max(0.0, 1 - self.steps / self.total)
        for adam in self.adams:
            adam.param_groups[0]["lr"] = s.rate * left
        seen, actions, old, rewards, said = self.play()
        gains, returns = self.advantages(rewards, said)
        gains = (gains - gains.mean()) / (gains.std() + 1e-5)
        batch = [each.flatten(0, 1) for each in (seen, actions, old, gains, returns)]
        for _ in range(s.epochs):
            for chosen in torch.randperm(len(batch[0])).chunk(s.minibatches):
                self.learn(*(each[chosen] for each in batch), s.entropy * left)

    def learn(self, seen, actions, old, gains, returns, entropy_weight):
        s = self.settings
        self.scale.update(returns)
        wanted = self.scale.normalise(returns)
        logs = torch.log_softmax(self.actor(seen), -1)
        ratio = torch.exp(logs.gather(-1, actions[..., None])[..., 0] - old)
        gain = torch.min(ratio * gains, ratio.clamp(1 - s.clip, 1 + s.clip) * gains).mean()
        entropy = -(logs.exp() * logs).sum(-1).mean()
        values = self.critic(seen.flatten(1))
        error = nn.functional.huber_loss(values, wanted, delta=s.huber)
        for adam in self.adams:
            adam.zero_grad()
        (error - gain - entropy_weight * entropy).backward()
        for adam, parameters in zip(self.adams, self.networks):
            nn.utils.clip_grad_norm_(parameters, s.max_norm)
            adam.step()

    def evaluate(self):
        """Mean return of an agent over unseen episodes, without chance."""
        world = SimpleSpread(EVALUATIONS, 1_000_000)
        observation, sum_ = world.reset(), 0.0
        for _ in range(EPISODE):
            with torch.no_grad():
                actions = self.actor(torch.from_numpy(observation)).argmax(-1).numpy()
            sum_ += world.step(actions).sum()
            observation = world.observe()
        return sum_ / (EVALUATIONS * AGENTS)


def beginnings():
    """What the 200 episodes of an evaluation begin with, a line each: of three agents x and y, of three landmarks x and y."""
    world = SimpleSpread(EVALUATIONS, 1_000_000)
    world.reset()
    for row in np.concatenate([world.place.reshape(-1, 6), world.landmarks.reshape(-1, 6)], 1):
        print(",".join(repr(float(each)) for each in row))


def main(seed, total=5_000_000):
    torch.set_num_threads(1)
    mappo, began, due = Mappo(Settings(), seed, total), time.time(), 0
    with open("mappo-simple-spread.csv", "a") as curve:
        while True:
            if mappo.steps >= due or mappo.steps >= total:
                reached, due = mappo.evaluate(), due + EVERY
                print(f"pytorch,{seed},{mappo.steps},{reached:.3f}", file=curve, flush=True)
                print(f"{mappo.steps} steps, return {reached:.2f}, {mappo.steps / (time.time() - began):.0f} steps/s", flush=True)
            if mappo.steps >= total:
                return
            mappo.advance()


if __name__ == "__main__":
    if sys.argv[1] in ("check", "beginnings"):
        globals()[sys.argv[1]]()
    else:
        main(*map(int, sys.argv[1:]))

"""Stable-Baselines3's learning curves: curves.py <name> <seed> [steps]; appends lines to <name>.csv.

ppo-cart-pole   PPO's defaults, 100,000 steps
dqn-cart-pole   DQN as tuned in RL Baselines3 Zoo, 50,000 steps
sac-pendulum    SAC as tuned there, 20,000 steps

At the steps at which `./quorate train` with the same algorithm is evaluated: the mean return without chance over 20 episodes from
beginnings that training has not seen.
"""

import sys

import gymnasium
import torch
from stable_baselines3 import DQN, PPO, SAC
from stable_baselines3.common.callbacks import BaseCallback
from stable_baselines3.common.evaluation import evaluate_policy
from stable_baselines3.common.monitor import Monitor

EPISODES, UNSEEN = 20, 1_000_000

ZOO_DQN = dict(
    learning_rate=2.3e-3, batch_size=64, buffer_size=100_000, learning_starts=1000, gamma=0.99, target_update_interval=10,
    train_freq=256, gradient_steps=128, exploration_fraction=0.16, exploration_final_eps=0.04,
    policy_kwargs=dict(net_arch=[256, 256]))

CURVES = {
    "ppo-cart-pole": ("CartPole-v1", PPO, {}, 100_000, 4096),
    "dqn-cart-pole": ("CartPole-v1", DQN, ZOO_DQN, 50_000, 2048),
    "sac-pendulum": ("Pendulum-v1", SAC, dict(learning_rate=1e-3), 20_000, 1000),
}


class Curve(BaseCallback):
    """Evaluates between rounds, when learning from the newest steps is done."""

    def __init__(self, name, seed, world, every):
        super().__init__()
        self.file, self.seed, self.every, self.due = open(f"{name}.csv", "a"), seed, every, every
        self.world = Monitor(gymnasium.make(world))

    def _on_rollout_start(self):
        if self.num_timesteps >= self.due:
            self.point()
            self.due += self.every

    def _on_training_end(self):
        self.point()

    def _on_step(self):
        return True

    def point(self):
        self.world.reset(seed=UNSEEN + self.seed)
        mean, _ = evaluate_policy(self.model, self.world, EPISODES, deterministic=True)
        print(f"stable-baselines3,{self.seed},{self.num_timesteps},{mean:.2f}", file=self.file, flush=True)


if __name__ == "__main__":
    torch.set_num_threads(1)
    name, seed = sys.argv[1], int(sys.argv[2])
    world, algorithm, settings, steps, every = CURVES[name]
    steps = int(sys.argv[3]) if len(sys.argv) > 3 else steps
    model = algorithm("MlpPolicy", gymnasium.make(world), device="cpu", seed=seed, **settings)
    model.learn(steps, callback=Curve(name, seed, world, every))

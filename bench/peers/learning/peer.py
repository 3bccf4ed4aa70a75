"""One piece of work on a peer: peer.py <name>; prints its figure as JSON.

ppo-cartpole          Stable-Baselines3, its defaults, end to end           environment steps/s
ppo-cartpole.64x128   64 copies, 128 steps, 4 epochs, minibatch 2048        environment steps/s
dqn-cartpole          its defaults, but one update a step                   environment steps/s
sac-pendulum          its defaults                                          environment steps/s
ppo-step              a minibatch of 64 in PyTorch: loss, gradients, clipping, Adam       µs
lstm-step             LSTM(64), 48 steps of 16 numbers, batch 32, in PyTorch: loss, gradients, Adam        µs
transformer-step      encoder of 2 layers, width 64, 4 heads, feed-forward 128, 48 steps, batch 32       µs
forward               one row through 48-64-64-2 in ONNX Runtime, buffers bound           µs
"""

import json
import sys
import time

import numpy as np


def steps_a_second(model, warm, steps):
    model.learn(warm)
    begin = time.perf_counter()
    model.learn(steps, reset_num_timesteps=False)
    return steps / (time.perf_counter() - begin)


def ppo_cartpole():
    import gymnasium
    from stable_baselines3 import PPO

    model = PPO("MlpPolicy", gymnasium.make("CartPole-v1"), device="cpu", seed=1)
    return steps_a_second(model, 2048, 6144)


def ppo_cartpole_64x128():
    from stable_baselines3 import PPO
    from stable_baselines3.common.env_util import make_vec_env

    copies = make_vec_env("CartPole-v1", 64, seed=1)
    model = PPO("MlpPolicy", copies, n_steps=128, n_epochs=4, batch_size=2048, device="cpu", seed=1)
    return steps_a_second(model, 8192, 40960)


def dqn_cartpole():
    import gymnasium
    from stable_baselines3 import DQN

    model = DQN(
        "MlpPolicy", gymnasium.make("CartPole-v1"), device="cpu", seed=1, learning_starts=200, train_freq=1)
    return steps_a_second(model, 400, 1500)


def sac_pendulum():
    import gymnasium
    from stable_baselines3 import SAC

    model = SAC("MlpPolicy", gymnasium.make("Pendulum-v1"), device="cpu", seed=1, learning_starts=200)
    return steps_a_second(model, 300, 300)


def median_us(work, rounds):
    for _ in range(rounds):
        work()
    found = []
    for _ in range(5):
        begin = time.perf_counter()
        for _ in range(rounds):
            work()
        found.append((time.perf_counter() - begin) / rounds * 1e6)
    return sorted(found)[2]


def ppo_step():
    import torch
    from torch import nn

    torch.manual_seed(1)

    def network(outs):
        return nn.Sequential(
            nn.Linear(4, 64), nn.Tanh(), nn.Linear(64, 64), nn.Tanh(), nn.Linear(64, outs))

    actor, critic = network(2), network(1)
    parameters = [*actor.parameters(), *critic.parameters()]
    adam = torch.optim.Adam(parameters, lr=3e-4, eps=1e-5)
    seen = torch.randn(64, 4)
    actions = torch.randint(0, 2, (64,))
    old = torch.full((64,), -0.69)
    gains = torch.randn(64)
    returns = torch.randn(64)

    def step():
        advantages = (gains - gains.mean()) / (gains.std() + 1e-8)
        logs = torch.log_softmax(actor(seen), -1).gather(1, actions[:, None])[:, 0]
        ratio = torch.exp(logs - old)
        policy = -torch.min(advantages * ratio, advantages * torch.clamp(ratio, 0.8, 1.2)).mean()
        loss = policy + 0.5 * nn.functional.mse_loss(returns, critic(seen)[:, 0])
        adam.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(parameters, 0.5)
        adam.step()

    return median_us(step, 200)


def sequence_step(network, width):
    import torch
    from torch import nn

    head = nn.Linear(64, 1)
    parameters = [*network.parameters(), *head.parameters()]
    adam = torch.optim.Adam(parameters, lr=1e-4)
    seen = torch.randn(32, 48, width)
    wanted = torch.randn(32, 1)

    def step():
        said = network(seen)
        said = said[0] if isinstance(said, tuple) else said
        loss = nn.functional.mse_loss(head(said[:, -1]), wanted)
        adam.zero_grad()
        loss.backward()
        adam.step()

    return median_us(step, 30)


def lstm_step():
    import torch

    torch.manual_seed(1)
    return sequence_step(torch.nn.LSTM(16, 64, batch_first=True), 16)


def transformer_step():
    import torch
    from torch import nn

    torch.manual_seed(1)
    layer = nn.TransformerEncoderLayer(64, 4, 128, dropout=0.0, batch_first=True)
    return sequence_step(nn.TransformerEncoder(layer, 2), 64)


def forward():
    import onnx
    import onnxruntime
    from onnx import TensorProto, helper, numpy_helper

    chance = np.random.default_rng(1)
    sizes = [48, 64, 64, 2]
    nodes, numbers, name = [], [], "x"
    for i in range(3):
        weight = chance.normal(0, 0.1, (sizes[i], sizes[i + 1])).astype(np.float32)
        numbers += [
            numpy_helper.from_array(weight, f"w{i}"),
            numpy_helper.from_array(np.zeros(sizes[i + 1], np.float32), f"b{i}"),
        ]
        nodes.append(helper.make_node("Gemm", [name, f"w{i}", f"b{i}"], [f"z{i}"]))
        name = f"z{i}"
        if i < 2:
            nodes.append(helper.make_node("Tanh", [name], [f"h{i}"]))
            name = f"h{i}"
    graph = helper.make_graph(
        nodes,
        "network",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, [1, 48])],
        [helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, 2])],
        numbers,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=9)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(model.SerializeToString(), options)
    binding = session.io_binding()
    binding.bind_cpu_input("x", np.full((1, 48), 0.5, np.float32))
    binding.bind_output(name)
    return median_us(lambda: session.run_with_iobinding(binding), 5000)


UNITS = {"ppo-step": "µs", "forward": "µs", "lstm-step": "µs", "transformer-step": "µs"}

if __name__ == "__main__":
    what = sys.argv[1]
    value = globals()[what.replace("-", "_").replace(".", "_")]()
    print(json.dumps({"name": what, "value": value, "unit": UNITS.get(what, "steps/s")}))

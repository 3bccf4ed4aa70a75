package quorate.learning.sac;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import quorate.learning.graph.Activation;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Tensor;
import quorate.learning.layer.Mlp;

/// Two networks that judge actions, Q₁(s, a) and Q₂(s, a); the lower one is believed, since an
/// actor seeks out what is judged too high (S. Fujimoto, H. van Hoof and D. Meger, "Addressing
/// function approximation error in actor-critic methods", ICML 2018).
public final class Critics {
  private final Parameters parameters = new Parameters();
  private final Mlp first;
  private final Mlp second;

  /// @param hidden sizes of the hidden layers, followed by ReLU
  public Critics(
      int observationSize, int actionSize, List<Integer> hidden, RandomGenerator chance) {
    List<Integer> sizes = new ArrayList<>(hidden);
    sizes.add(1);
    first = network("q1", observationSize + actionSize, sizes, chance);
    second = network("q2", observationSize + actionSize, sizes, chance);
  }

  private Mlp network(String name, int in, List<Integer> sizes, RandomGenerator chance) {
    return Mlp.even(parameters, name, in, sizes, Activation.RELU, Activation.NONE, chance);
  }

  public Parameters parameters() {
    return parameters;
  }

  /// What each says of each row, `[rows][1]`.
  List<Tensor> judge(GraphBuilder g, Tensor observations, Tensor actions) {
    Tensor both = g.join(-1, observations, actions);
    return List.of(first.apply(g, both), second.apply(g, both));
  }

  /// The lower judgement of each row, `[rows]`; gradients flow to the actions, not to the critics.
  public Tensor lower(GraphBuilder g, Tensor observations, Tensor actions) {
    Tensor both = g.join(-1, observations, actions);
    Tensor lower = g.minimum(first.applyFrozen(g, both), second.applyFrozen(g, both));
    return g.reshape(lower, observations.shape().size(0));
  }
}

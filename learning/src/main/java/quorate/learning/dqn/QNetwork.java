package quorate.learning.dqn;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import quorate.learning.graph.Activation;
import quorate.learning.graph.Graph;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Tensor;
import quorate.learning.kernel.Kernels;
import quorate.learning.layer.Mlp;

/// What each choice is worth, Q(s, ·).
///
/// Duelling, the hidden layers feed two heads, and Q(s, a) = V(s) + A(s, a) − mean A(s, ·).
public final class QNetwork {
  private final Kernels kernels;
  private final Parameters parameters = new Parameters();
  private final int observationSize;
  private final int choices;
  private final boolean duelling;
  private final List<Mlp> networks = new ArrayList<>();

  /// @param hidden sizes of the hidden layers, at least one, followed by ReLU
  public QNetwork(
      Kernels kernels,
      int observationSize,
      int choices,
      List<Integer> hidden,
      boolean duelling,
      RandomGenerator chance) {
    this.kernels = kernels;
    this.observationSize = observationSize;
    this.choices = choices;
    this.duelling = duelling;
    if (duelling) {
      networks.add(network("shared", observationSize, hidden, Activation.RELU, chance));
      networks.add(network("value", hidden.getLast(), List.of(1), Activation.NONE, chance));
      networks.add(
          network("advantage", hidden.getLast(), List.of(choices), Activation.NONE, chance));
    } else {
      List<Integer> sizes = new ArrayList<>(hidden);
      sizes.add(choices);
      networks.add(network("q", observationSize, sizes, Activation.NONE, chance));
    }
  }

  private Mlp network(
      String name, int in, List<Integer> sizes, Activation last, RandomGenerator chance) {
    return Mlp.even(parameters, name, in, sizes, Activation.RELU, last, chance);
  }

  public Parameters parameters() {
    return parameters;
  }

  public int observationSize() {
    return observationSize;
  }

  public int choices() {
    return choices;
  }

  /// @param observations `[rows][observation]`
  /// @return `[rows][choices]`
  public Tensor apply(GraphBuilder g, Tensor observations) {
    Tensor first = networks.get(0).apply(g, observations);
    if (!duelling) {
      return first;
    }
    Tensor value = networks.get(1).apply(g, first);
    Tensor advantages = networks.get(2).apply(g, first);
    int rows = observations.shape().size(0);
    Tensor mean = g.reshape(g.mean(advantages, -1), rows, 1);
    return g.add(advantages, g.subtract(value, mean));
  }

  /// A face that judges so many rows at a time.
  public Judging judging(int rows) {
    return new Judging(rows);
  }

  /// Judges and picks the best; has buffers of its own, so one thread's.
  public final class Judging {
    private final Tensor seen;
    private final Tensor values;
    private final Graph graph;

    private Judging(int rows) {
      GraphBuilder g = new GraphBuilder(kernels);
      seen = g.input("observations", rows, observationSize);
      values = apply(g, seen);
      graph = g.inference();
    }

    /// Where observations are fed that [#judge] then takes.
    float[] seen() {
      return seen.values();
    }

    /// @return `[rows][choices]` of what stands in [#seen], overwritten at the next call
    float[] judge() {
      graph.forward();
      return values.values();
    }

    /// The best choice of each row, the first of equals.
    public void best(float[] observations, float[] actions) {
      seen.set(observations);
      float[] judged = judge();
      for (int row = 0; row < actions.length; row++) {
        actions[row] = best(judged, row);
      }
    }

    /// What the best choice of the first row is worth.
    public double bestValue(float[] observations) {
      seen.set(observations);
      float[] judged = judge();
      return judged[best(judged, 0)];
    }

    int best(float[] judged, int row) {
      int at = row * choices;
      int best = 0;
      for (int choice = 1; choice < choices; choice++) {
        if (judged[at + choice] > judged[at + best]) {
          best = choice;
        }
      }
      return best;
    }
  }
}

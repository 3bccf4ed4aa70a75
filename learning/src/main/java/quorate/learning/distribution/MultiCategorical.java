package quorate.learning.distribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Tensor;
import quorate.learning.kernel.Kernels;

/// Several independent choices; the outputs are the logits of the first, then of the second and so
/// on, an action is the number of each choice.
public final class MultiCategorical implements ActionDistribution {
  private final int[] choices;
  private final int outputs;

  /// @param choices how many there are for each number of an action, at least 2 each
  public MultiCategorical(int... choices) {
    this.choices = choices.clone();
    this.outputs = Arrays.stream(choices).sum();
    if (choices.length == 0 || Arrays.stream(choices).anyMatch(n -> n < 2)) {
      throw new IllegalArgumentException(
          "there must be at least 2 choices each, but were " + Arrays.toString(choices));
    }
  }

  @Override
  public int outputs() {
    return outputs;
  }

  @Override
  public int actionSize() {
    return choices.length;
  }

  /// Logarithms of the probabilities.
  @Override
  public Tensor prepare(GraphBuilder g, Tensor logits) {
    Tensor[] each = new Tensor[choices.length];
    for (int i = 0, from = 0; i < choices.length; from += choices[i++]) {
      each[i] = g.logSoftmax(g.slice(logits, 1, from, from + choices[i]));
    }
    return each.length == 1 ? each[0] : g.join(1, each);
  }

  @Override
  public Tensor logProbability(GraphBuilder g, Tensor prepared, Tensor actions) {
    List<Tensor> each = new ArrayList<>();
    for (int i = 0, from = 0; i < choices.length; from += choices[i++]) {
      Tensor chosen = g.reshape(g.slice(actions, 1, i, i + 1), actions.shape().size(0));
      each.add(g.pick(g.slice(prepared, 1, from, from + choices[i]), chosen));
    }
    return total(g, each);
  }

  /// Σ of the entropies of the choices.
  @Override
  public Tensor entropy(GraphBuilder g, Tensor prepared) {
    return g.negate(g.sum(g.multiply(g.exp(prepared), prepared), -1));
  }

  private static Tensor total(GraphBuilder g, List<Tensor> each) {
    Tensor sum = each.getFirst();
    for (Tensor next : each.subList(1, each.size())) {
      sum = g.add(sum, next);
    }
    return sum;
  }

  @Override
  public Sampler sampler(Kernels kernels, int rows) {
    return new Draw(kernels, rows);
  }

  private final class Draw implements Sampler {
    private final Kernels kernels;
    private final int rows;
    private final float[] probabilities;

    Draw(Kernels kernels, int rows) {
      this.kernels = kernels;
      this.rows = rows;
      this.probabilities = new float[rows * outputs];
    }

    @Override
    public void sample(
        float[] prepared, float[] actions, float[] logProbabilities, RandomGenerator chance) {
      kernels.exp(probabilities.length, prepared, 0, probabilities, 0);
      int at = 0;
      for (int row = 0; row < rows; row++) {
        float logProbability = 0f;
        for (int i = 0; i < choices.length; i++) {
          int choice = Categorical.choice(probabilities, at, choices[i], chance);
          actions[row * choices.length + i] = choice;
          logProbability += prepared[at + choice];
          at += choices[i];
        }
        logProbabilities[row] = logProbability;
      }
    }

    @Override
    public void mode(float[] prepared, float[] actions) {
      int at = 0;
      for (int row = 0; row < rows; row++) {
        for (int i = 0; i < choices.length; i++) {
          actions[row * choices.length + i] = Categorical.likeliest(prepared, at, choices[i]);
          at += choices[i];
        }
      }
    }
  }

  @Override
  public String toString() {
    return "MultiCategorical of " + Arrays.toString(choices);
  }
}

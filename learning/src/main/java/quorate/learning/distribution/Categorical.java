package quorate.learning.distribution;

import java.util.random.RandomGenerator;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Tensor;
import quorate.learning.kernel.Kernels;

/// One of n choices; the outputs are logits, the action is the choice's number from 0 up.
///
/// @param choices n, at least 2
public record Categorical(int choices) implements ActionDistribution {
  public Categorical {
    if (choices < 2) {
      throw new IllegalArgumentException("there must be at least 2 choices, but were " + choices);
    }
  }

  @Override
  public int outputs() {
    return choices;
  }

  @Override
  public int actionSize() {
    return 1;
  }

  /// Logarithms of the probabilities.
  @Override
  public Tensor prepare(GraphBuilder g, Tensor outputs) {
    return g.logSoftmax(outputs);
  }

  @Override
  public Tensor logProbability(GraphBuilder g, Tensor prepared, Tensor actions) {
    return g.pick(prepared, g.reshape(actions, actions.shape().size(0)));
  }

  /// −Σ p·ln p.
  @Override
  public Tensor entropy(GraphBuilder g, Tensor prepared) {
    return g.negate(g.sum(g.multiply(g.exp(prepared), prepared), -1));
  }

  @Override
  public Sampler sampler(Kernels kernels, int rows) {
    return new Draw(kernels, choices, rows);
  }

  /// Draws by inversion: the first choice at which the sum of probabilities is above a number drawn
  /// from 0 to 1; never one whose probability is 0, though a rounded sum may end below the number.
  static int choice(float[] probabilities, int at, int choices, RandomGenerator chance) {
    float drawn = chance.nextFloat();
    int choice = 0;
    float below = probabilities[at];
    while (drawn >= below && choice < choices - 1) {
      choice++;
      below += probabilities[at + choice];
    }
    while (choice > 0 && probabilities[at + choice] == 0) {
      choice--;
    }
    return choice;
  }

  /// The first of the likeliest.
  static int likeliest(float[] logProbabilities, int at, int choices) {
    int best = 0;
    for (int choice = 1; choice < choices; choice++) {
      if (logProbabilities[at + choice] > logProbabilities[at + best]) {
        best = choice;
      }
    }
    return best;
  }

  private static final class Draw implements Sampler {
    private final Kernels kernels;
    private final int choices;
    private final int rows;
    private final float[] probabilities;

    Draw(Kernels kernels, int choices, int rows) {
      this.kernels = kernels;
      this.choices = choices;
      this.rows = rows;
      this.probabilities = new float[rows * choices];
    }

    @Override
    public void sample(
        float[] prepared, float[] actions, float[] logProbabilities, RandomGenerator chance) {
      kernels.exp(probabilities.length, prepared, 0, probabilities, 0);
      for (int row = 0; row < rows; row++) {
        int choice = choice(probabilities, row * choices, choices, chance);
        actions[row] = choice;
        logProbabilities[row] = prepared[row * choices + choice];
      }
    }

    @Override
    public void mode(float[] prepared, float[] actions) {
      for (int row = 0; row < rows; row++) {
        actions[row] = likeliest(prepared, row * choices, choices);
      }
    }
  }
}

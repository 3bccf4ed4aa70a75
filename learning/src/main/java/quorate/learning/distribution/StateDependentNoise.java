package quorate.learning.distribution;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import quorate.learning.graph.Activation;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Tensor;
import quorate.learning.kernel.Kernels;
import quorate.learning.layer.Initialisation;
import quorate.learning.layer.Linear;

/// Normal actions whose noise is a function of what is seen, and stays that function for some
/// steps: a = μ(s) + z(s)·E, with z(s) the network's last hidden features and E a matrix of normal
/// numbers that is drawn anew from time to time. Equal states then get equal noise, so exploration
/// is smooth.
///
/// A. Raffin, J. Kober and F. Stulp, "Smooth exploration for robotic reinforcement learning" (CoRL
/// 2021), in the form of Stable-Baselines3: the law of an action is normal with mean μ(s) and
/// variance Σⱼ zⱼ²·σⱼₐ² + 10⁻⁶; ln σ is a parameter for each feature and number of an action, and
/// no gradient flows from the noise into the features.
///
/// The outputs of the network are its features; the means are one more linear layer, which belongs
/// to the distribution.
public final class StateDependentNoise implements ActionDistribution {
  private static final float HALF_LOG_TWO_PI = (float) (0.5 * StrictMath.log(2 * Math.PI));
  private static final float LEAST_VARIANCE = 1e-6f;

  private final int features;
  private final int size;
  private final Linear means;
  private final Tensor logDeviation;

  /// @param prefix of its parameters, `prefix.mean.weight`, `prefix.mean.bias` and `prefix.log_std`
  /// @param features numbers that the network gives
  /// @param size numbers in an action
  /// @param logDeviation where every ln σ begins
  /// @param last how the weight of the means begins
  public StateDependentNoise(
      Parameters parameters,
      String prefix,
      int features,
      int size,
      float logDeviation,
      Initialisation last,
      RandomGenerator chance) {
    this.features = features;
    this.size = size;
    this.means =
        new Linear(parameters, prefix + ".mean", features, size, Activation.NONE, last, chance);
    this.logDeviation = parameters.add(prefix + ".log_std", features, size);
    Arrays.fill(this.logDeviation.values(), logDeviation);
  }

  @Override
  public int outputs() {
    return features;
  }

  @Override
  public int actionSize() {
    return size;
  }

  /// @return `[rows][2 × size + features]`: means, deviations, features
  @Override
  public Tensor prepare(GraphBuilder g, Tensor outputs) {
    Tensor noisy = g.stopGradient(outputs);
    Tensor variances = g.multiplyMatrices(g.square(noisy), g.exp(g.scale(logDeviation, 2f)));
    Tensor deviations = g.root(g.affine(variances, 1f, LEAST_VARIANCE));
    return g.join(1, means.apply(g, outputs), deviations, noisy);
  }

  @Override
  public Tensor logProbability(GraphBuilder g, Tensor prepared, Tensor actions) {
    Tensor deviations = deviations(g, prepared);
    Tensor distances = g.divide(g.subtract(actions, g.slice(prepared, 1, 0, size)), deviations);
    Tensor each = g.subtract(g.scale(g.square(distances), -0.5f), g.log(deviations));
    return g.sum(g.affine(each, 1f, -HALF_LOG_TWO_PI), -1);
  }

  private Tensor deviations(GraphBuilder g, Tensor prepared) {
    return g.slice(prepared, 1, size, 2 * size);
  }

  @Override
  public Tensor entropy(GraphBuilder g, Tensor prepared) {
    return g.sum(g.affine(g.log(deviations(g, prepared)), 1f, 0.5f + HALF_LOG_TWO_PI), -1);
  }

  @Override
  public Sampler sampler(Kernels kernels, int rows) {
    return new Draw(kernels, rows);
  }

  private final class Draw implements Sampler {
    private final Kernels kernels;
    private final int rows;
    private final float[] deviation = new float[features * size];
    private final float[] matrices;
    private final float[] logs;

    Draw(Kernels kernels, int rows) {
      this.kernels = kernels;
      this.rows = rows;
      this.matrices = new float[rows * features * size];
      this.logs = new float[rows * size];
    }

    /// Draws a matrix for each row.
    @Override
    public void renew(RandomGenerator chance) {
      kernels.exp(deviation.length, logDeviation.values(), 0, deviation, 0);
      for (int i = 0; i < matrices.length; i++) {
        matrices[i] = (float) chance.nextGaussian() * deviation[i % deviation.length];
      }
    }

    @Override
    public void sample(
        float[] prepared, float[] actions, float[] logProbabilities, RandomGenerator chance) {
      int width = 2 * size + features;
      for (int row = 0; row < rows; row++) {
        System.arraycopy(prepared, row * width + size, logs, row * size, size);
      }
      kernels.log(logs.length, logs, 0, logs, 0);
      for (int row = 0; row < rows; row++) {
        int at = row * width;
        float logProbability = 0f;
        for (int i = 0; i < size; i++) {
          float noise = 0f;
          for (int j = 0; j < features; j++) {
            noise =
                Math.fma(
                    prepared[at + 2 * size + j], matrices[(row * features + j) * size + i], noise);
          }
          actions[row * size + i] = prepared[at + i] + noise;
          float distance = noise / prepared[at + size + i];
          logProbability += -0.5f * (distance * distance) - logs[row * size + i] - HALF_LOG_TWO_PI;
        }
        logProbabilities[row] = logProbability;
      }
    }

    @Override
    public void mode(float[] prepared, float[] actions) {
      for (int row = 0; row < rows; row++) {
        System.arraycopy(prepared, row * (2 * size + features), actions, row * size, size);
      }
    }
  }
}

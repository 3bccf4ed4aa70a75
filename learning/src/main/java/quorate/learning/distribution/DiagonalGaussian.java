package quorate.learning.distribution;

import java.util.random.RandomGenerator;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Shape;
import quorate.learning.graph.Tensor;
import quorate.learning.kernel.Kernels;

/// Independent normal numbers; the outputs are their means, the logarithms of their deviations are
/// parameters of their own that do not depend on what is seen (as in PPO on continuous actions).
///
/// An action may lie outside its space; who acts clips it, and learns from what was drawn.
public final class DiagonalGaussian implements ActionDistribution {
  private static final float HALF_LOG_TWO_PI = (float) (0.5 * StrictMath.log(2 * Math.PI));

  private final int size;
  private final Tensor logDeviation;

  /// @param size numbers in an action
  /// @param prefix of its parameter, `prefix.log_std`
  /// @param logDeviation where the logarithms of the deviations begin
  public DiagonalGaussian(Parameters parameters, String prefix, int size, float logDeviation) {
    this.size = size;
    this.logDeviation = parameters.add(prefix + ".log_std", size);
    java.util.Arrays.fill(this.logDeviation.values(), logDeviation);
  }

  @Override
  public int outputs() {
    return size;
  }

  @Override
  public int actionSize() {
    return size;
  }

  @Override
  public Tensor prepare(GraphBuilder g, Tensor outputs) {
    return outputs;
  }

  /// Σ −½((a − μ)/σ)² − ln σ − ½ ln 2π.
  @Override
  public Tensor logProbability(GraphBuilder g, Tensor prepared, Tensor actions) {
    Tensor deviations = g.divide(g.subtract(actions, prepared), g.exp(logDeviation));
    Tensor each = g.subtract(g.scale(g.square(deviations), -0.5f), logDeviation);
    return g.sum(g.affine(each, 1f, -HALF_LOG_TWO_PI), -1);
  }

  /// Σ ½ + ½ ln 2π + ln σ, the same for every row.
  @Override
  public Tensor entropy(GraphBuilder g, Tensor prepared) {
    Tensor each = g.affine(logDeviation, 1f, 0.5f + HALF_LOG_TWO_PI);
    Tensor rows = g.constant("rows", new float[prepared.shape().size(0)], prepared.shape().size(0));
    return g.add(rows, g.sum(each));
  }

  @Override
  public Sampler sampler(Kernels kernels, int rows) {
    return new Draw(kernels, rows);
  }

  private final class Draw implements Sampler {
    private final Kernels kernels;
    private final int rows;
    private final float[] deviation = new float[size];

    Draw(Kernels kernels, int rows) {
      this.kernels = kernels;
      this.rows = rows;
    }

    @Override
    public void sample(
        float[] prepared, float[] actions, float[] logProbabilities, RandomGenerator chance) {
      float[] logs = logDeviation.values();
      kernels.exp(size, logs, 0, deviation, 0);
      for (int row = 0; row < rows; row++) {
        float logProbability = 0f;
        for (int i = 0; i < size; i++) {
          float drawn = (float) chance.nextGaussian();
          actions[row * size + i] = Math.fma(drawn, deviation[i], prepared[row * size + i]);
          logProbability += -0.5f * (drawn * drawn) - logs[i] - HALF_LOG_TWO_PI;
        }
        logProbabilities[row] = logProbability;
      }
    }

    @Override
    public void mode(float[] prepared, float[] actions) {
      System.arraycopy(prepared, 0, actions, 0, rows * size);
    }
  }

  @Override
  public String toString() {
    return "DiagonalGaussian of " + Shape.of(size);
  }
}

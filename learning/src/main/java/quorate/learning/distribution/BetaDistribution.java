package quorate.learning.distribution;

import java.util.random.RandomGenerator;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Tensor;
import quorate.learning.kernel.Kernels;

/// Independent numbers of beta distributions, each stretched to an interval: never outside it, so
/// that nothing is cut off at the borders of a space. The outputs of a row are first those for all
/// α, then those for all β; α, β = 1 + softplus(output), so that the density has one peak and is 0
/// at the borders, or is flat.
///
/// ln p(a) = (α − 1) ln u + (β − 1) ln(1 − u) − ln B(α, β) − ln(high − low) with u = (a − low) /
/// (high − low), which counts as 10⁻⁶ inside its borders. P.-W. Chou, D. Maturana and S. Scherer,
/// "Improving stochastic policy gradients in continuous control with deep reinforcement learning
/// using the beta distribution" (ICML 2017).
public final class BetaDistribution implements ActionDistribution {
  private static final float BORDER = 1e-6f;

  private final int size;
  private final float[] low;
  private final float[] high;
  private final float[] width;

  /// Σ ln(high − low).
  private final float logWidths;

  /// @param low of each number of an action
  /// @param high above it; the distance must be finite
  public BetaDistribution(float[] low, float[] high) {
    if (low.length == 0 || low.length != high.length) {
      throw new IllegalArgumentException(
          "there must be as many lows as highs, at least 1, but were %d and %d"
              .formatted(low.length, high.length));
    }
    this.size = low.length;
    this.low = low.clone();
    this.high = high.clone();
    this.width = new float[size];
    double logs = 0;
    for (int i = 0; i < size; i++) {
      width[i] = high[i] - low[i];
      if (!(width[i] > 0) || !Float.isFinite(width[i])) {
        throw new IllegalArgumentException(
            "a beta distribution needs an interval of some finite length, but number %d was from %s to %s"
                .formatted(i, low[i], high[i]));
      }
      logs += StrictMath.log(width[i]);
    }
    this.logWidths = (float) logs;
  }

  @Override
  public int outputs() {
    return 2 * size;
  }

  @Override
  public int actionSize() {
    return size;
  }

  /// @return `[rows][3 × size]`: α, β, ln B(α, β)
  @Override
  public Tensor prepare(GraphBuilder g, Tensor outputs) {
    Tensor both = g.affine(g.softplus(outputs), 1, 1);
    Tensor alpha = g.slice(both, 1, 0, size);
    Tensor beta = g.slice(both, 1, size, 2 * size);
    Tensor logGammas = g.logGamma(both);
    Tensor apart = g.add(g.slice(logGammas, 1, 0, size), g.slice(logGammas, 1, size, 2 * size));
    return g.join(1, both, g.subtract(apart, g.logGamma(g.add(alpha, beta))));
  }

  @Override
  public Tensor logProbability(GraphBuilder g, Tensor prepared, Tensor actions) {
    Tensor from = g.constant("low", low, size);
    Tensor over = g.constant("width", width, size);
    Tensor u = g.clip(g.divide(g.subtract(actions, from), over), BORDER, 1 - BORDER);
    Tensor up = g.multiply(g.affine(part(g, prepared, 0), 1, -1), g.log(u));
    Tensor down = g.multiply(g.affine(part(g, prepared, 1), 1, -1), g.log(g.affine(u, -1, 1)));
    Tensor each = g.subtract(g.add(up, down), part(g, prepared, 2));
    return g.affine(g.sum(each, -1), 1, -logWidths);
  }

  /// Σ ln B(α, β) − (α − 1)ψ(α) − (β − 1)ψ(β) + (α + β − 2)ψ(α + β) + ln(high − low).
  @Override
  public Tensor entropy(GraphBuilder g, Tensor prepared) {
    Tensor alpha = part(g, prepared, 0);
    Tensor beta = part(g, prepared, 1);
    Tensor both = g.add(alpha, beta);
    Tensor up = g.multiply(g.affine(alpha, 1, -1), g.digamma(alpha));
    Tensor down = g.multiply(g.affine(beta, 1, -1), g.digamma(beta));
    Tensor together = g.multiply(g.affine(both, 1, -2), g.digamma(both));
    Tensor each = g.add(part(g, prepared, 2), g.subtract(together, g.add(up, down)));
    return g.affine(g.sum(each, -1), 1, logWidths);
  }

  private Tensor part(GraphBuilder g, Tensor prepared, int i) {
    return g.slice(prepared, 1, i * size, (i + 1) * size);
  }

  @Override
  public Sampler sampler(Kernels kernels, int rows) {
    return new Draw(rows);
  }

  private final class Draw implements Sampler {
    private final int rows;

    Draw(int rows) {
      this.rows = rows;
    }

    @Override
    public void sample(
        float[] prepared, float[] actions, float[] logProbabilities, RandomGenerator chance) {
      for (int row = 0; row < rows; row++) {
        int at = 3 * row * size;
        double logProbability = -logWidths;
        for (int i = 0; i < size; i++) {
          float alpha = prepared[at + i];
          float beta = prepared[at + size + i];
          double first = gamma(alpha, chance);
          float drawn = (float) (first / (first + gamma(beta, chance)));
          float action = Math.fma(width[i], drawn, low[i]);
          actions[row * size + i] = Math.clamp(action, low[i], high[i]);
          float place = (actions[row * size + i] - low[i]) / width[i];
          float u = Math.clamp(place, BORDER, 1 - BORDER);
          logProbability +=
              (alpha - 1) * StrictMath.log(u)
                  + (beta - 1) * StrictMath.log(1 - u)
                  - prepared[at + 2 * size + i];
        }
        logProbabilities[row] = (float) logProbability;
      }
    }

    /// A number of the gamma distribution of a shape of at least 1. G. Marsaglia and W. W. Tsang,
    /// "A simple method for generating gamma variables" (2000).
    private static double gamma(double shape, RandomGenerator chance) {
      double d = shape - 1.0 / 3;
      double c = 1 / Math.sqrt(9 * d);
      while (true) {
        double x = chance.nextGaussian();
        double root = 1 + c * x;
        if (root <= 0) {
          continue;
        }
        double v = root * root * root;
        double u = 1 - chance.nextDouble();
        if (u < 1 - 0.0331 * (x * x) * (x * x)
            || StrictMath.log(u) < 0.5 * x * x + d * (1 - v + StrictMath.log(v))) {
          return d * v;
        }
      }
    }

    /// The peak (α − 1) / (α + β − 2); the middle where the density is flat.
    @Override
    public void mode(float[] prepared, float[] actions) {
      for (int row = 0; row < rows; row++) {
        for (int i = 0; i < size; i++) {
          float up = prepared[3 * row * size + i] - 1;
          float down = prepared[(3 * row + 1) * size + i] - 1;
          float peak = up + down > 0 ? up / (up + down) : 0.5f;
          float action = Math.fma(width[i], peak, low[i]);
          actions[row * size + i] = Math.clamp(action, low[i], high[i]);
        }
      }
    }
  }

  @Override
  public String toString() {
    return "BetaDistribution of " + size;
  }
}

package quorate.learning.supervised;

import java.util.List;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Tensor;

/// What a forecast says about a number ahead, and what is lost where it is wrong.
public sealed interface ForecastLoss {
  /// Numbers that a forecast has for each number ahead.
  int numbers();

  /// The mean over what is ahead of each row.
  ///
  /// @param said what the network gives, `[rows][horizon][numbers]`
  /// @param target `[rows][horizon]`
  /// @return `[rows]`
  Tensor losses(GraphBuilder g, Tensor said, Tensor target);

  /// The forecast from what the network gives, of the same shape.
  Tensor forecast(GraphBuilder g, Tensor said);

  private static Tensor part(GraphBuilder g, Tensor said, int i) {
    Tensor one = g.slice(said, -1, i, i + 1);
    return g.reshape(one, said.shape().without(-1).toArray());
  }

  /// One number, the mean; loses the square of what it is off.
  record SquaredError() implements ForecastLoss {
    @Override
    public int numbers() {
      return 1;
    }

    @Override
    public Tensor losses(GraphBuilder g, Tensor said, Tensor target) {
      return g.mean(g.square(g.subtract(part(g, said, 0), target)), -1);
    }

    @Override
    public Tensor forecast(GraphBuilder g, Tensor said) {
      return g.affine(said, 1, 0);
    }
  }

  /// Mean and deviation of a normal number; loses −ln of its density: ½(ln 2π + ln σ² + (x −
  /// μ)²/σ²). The network gives μ and ln σ², which is held from −12 to 12. D. Nix and A. Weigend,
  /// "Estimating the mean and variance of the target probability distribution" (1994).
  record Gaussian() implements ForecastLoss {
    private static final float MOST = 12;
    private static final float LOG_TWO_PI = (float) StrictMath.log(2 * Math.PI);

    @Override
    public int numbers() {
      return 2;
    }

    @Override
    public Tensor losses(GraphBuilder g, Tensor said, Tensor target) {
      Tensor logVariance = g.clip(part(g, said, 1), -MOST, MOST);
      Tensor squares = g.square(g.subtract(target, part(g, said, 0)));
      Tensor weighted = g.multiply(squares, g.exp(g.negate(logVariance)));
      return g.affine(g.mean(g.add(weighted, logVariance), -1), 0.5f, 0.5f * LOG_TWO_PI);
    }

    @Override
    public Tensor forecast(GraphBuilder g, Tensor said) {
      Tensor logVariance = g.clip(g.slice(said, -1, 1, 2), -MOST, MOST);
      return g.join(2, g.slice(said, -1, 0, 1), g.exp(g.scale(logVariance, 0.5f)));
    }
  }

  /// A quantile for each level; loses max(τd, (τ − 1)d) with d = target − quantile. Two quantiles
  /// may cross where there is little data. R. Koenker and G. Bassett, "Regression quantiles"
  /// (1978).
  ///
  /// @param levels τ, rising, each between 0 and 1
  record Quantile(List<Double> levels) implements ForecastLoss {
    public Quantile {
      levels = List.copyOf(levels);
      double last = 0;
      for (double level : levels) {
        if (!(level > last && level < 1)) {
          throw new IllegalArgumentException(
              "levels must rise between 0 and 1, but were " + levels);
        }
        last = level;
      }
      if (levels.isEmpty()) {
        throw new IllegalArgumentException("levels must be at least one, but were none");
      }
    }

    @Override
    public int numbers() {
      return levels.size();
    }

    @Override
    public Tensor losses(GraphBuilder g, Tensor said, Tensor target) {
      int n = levels.size();
      float[] above = new float[n];
      float[] below = new float[n];
      for (int i = 0; i < n; i++) {
        above[i] = levels.get(i).floatValue();
        below[i] = above[i] - 1f;
      }
      Tensor column = g.reshape(target, said.shape().with(-1, 1).toArray());
      Tensor distance = g.subtract(column, said);
      Tensor over = g.multiply(distance, g.constant("levels", above, n));
      Tensor under = g.multiply(distance, g.constant("levels − 1", below, n));
      return g.mean(g.mean(g.maximum(over, under), -1), -1);
    }

    @Override
    public Tensor forecast(GraphBuilder g, Tensor said) {
      return g.affine(said, 1, 0);
    }
  }

  static ForecastLoss squaredError() {
    return new SquaredError();
  }

  static ForecastLoss gaussian() {
    return new Gaussian();
  }

  static ForecastLoss quantile(Double... levels) {
    return new Quantile(List.of(levels));
  }
}

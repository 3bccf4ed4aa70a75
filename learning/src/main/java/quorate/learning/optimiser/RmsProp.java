package quorate.learning.optimiser;

import java.util.Arrays;
import java.util.List;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Tensor;
import quorate.learning.kernel.Kernels;
import quorate.learning.state.StateReader;
import quorate.learning.state.StateWriter;

/// Steps by the gradient over the root of the running mean of its squares: with g the gradient plus
/// decay·p, v ← αv + (1 − α)g², d = g / (√v + ε), u ← μu + d and p ← p − rate·u. Centred, √v is √(v
/// − m²) with m ← αm + (1 − α)g.
///
/// As PyTorch's `RMSprop`; v − m² is held at 0 where rounding takes it below, which there gives
/// NaN. T. Tieleman and G. Hinton, "Lecture 6.5: RMSProp" (2012); A. Graves, "Generating sequences
/// with recurrent neural networks" (2013) for the centred form. Each number on its own, so the same
/// bits whatever the kernels; a step allocates nothing.
public final class RmsProp implements Optimiser {
  /// What does not change from step to step.
  ///
  /// @param alpha α, 0…1, how much of the running means stays at each step
  /// @param epsilon ε, added to the root, above 0
  /// @param momentum μ, 0…1, how much of the last move is kept; 0 for none
  /// @param centred whether the gradient's variance stands under the root instead of its square
  /// @param decay share of a parameter that is added to its gradient, 0 for none
  public record Settings(
      double alpha, double epsilon, double momentum, boolean centred, double decay)
      implements OptimiserSettings {
    public Settings {
      if (!(alpha >= 0 && alpha < 1 && momentum >= 0 && momentum < 1)) {
        throw new IllegalArgumentException(
            "RMSProp's alpha and momentum must be from 0 to below 1, but were %s and %s"
                .formatted(alpha, momentum));
      }
      if (!(epsilon > 0) || !(decay >= 0)) {
        throw new IllegalArgumentException(
            "RMSProp's epsilon must be above 0 and its decay at least 0, but were %s and %s"
                .formatted(epsilon, decay));
      }
    }

    /// As PyTorch: α 0.99, ε 10⁻⁸, no momentum, not centred, no decay.
    public static Settings defaults() {
      return new Settings(0.99, 1e-8, 0, false, 0);
    }

    @Override
    public RmsProp begin(Kernels kernels, Parameters parameters) {
      return new RmsProp(parameters, this);
    }
  }

  private final List<Tensor> parameters;
  private final Settings settings;
  private final float[][] squares;

  /// m, empty where not centred.
  private final float[][] means;

  /// u, empty without momentum.
  private final float[][] moves;

  /// What the longest parameter is about to move by.
  private final float[] now;

  /// @param parameters all of them, declared before
  public RmsProp(Parameters parameters, Settings settings) {
    this.parameters = List.copyOf(parameters.list());
    this.settings = settings;
    this.squares = OptimiserSettings.likeParameters(this.parameters);
    this.means =
        settings.centred() ? OptimiserSettings.likeParameters(this.parameters) : new float[0][];
    this.moves =
        settings.momentum() == 0
            ? new float[0][]
            : OptimiserSettings.likeParameters(this.parameters);
    this.now = new float[Arrays.stream(squares).mapToInt(each -> each.length).max().orElse(0)];
  }

  @Override
  public void step(double rate, float scale) {
    float down = (float) -rate;
    for (int i = 0; i < squares.length; i++) {
      float[] p = parameters.get(i).values();
      float[] g = parameters.get(i).gradient();
      if (means.length == 0) {
        direct(p, g, squares[i], scale);
      } else {
        directCentred(p, g, squares[i], means[i], scale);
      }
      float[] move = now;
      if (moves.length > 0) {
        move = moves[i];
        keep(p.length, move);
      }
      for (int j = 0; j < p.length; j++) {
        p[j] = Math.fma(down, move[j], p[j]);
      }
    }
  }

  private void direct(float[] p, float[] g, float[] v, float scale) {
    float alpha = (float) settings.alpha();
    float rest = (float) (1 - settings.alpha());
    float epsilon = (float) settings.epsilon();
    float decay = (float) settings.decay();
    for (int i = 0; i < p.length; i++) {
      float gradient = Math.fma(decay, p[i], g[i] * scale);
      v[i] = Math.fma(alpha, v[i], rest * gradient * gradient);
      now[i] = gradient / ((float) Math.sqrt(v[i]) + epsilon);
    }
  }

  private void directCentred(float[] p, float[] g, float[] v, float[] m, float scale) {
    float alpha = (float) settings.alpha();
    float rest = (float) (1 - settings.alpha());
    float epsilon = (float) settings.epsilon();
    float decay = (float) settings.decay();
    for (int i = 0; i < p.length; i++) {
      float gradient = Math.fma(decay, p[i], g[i] * scale);
      v[i] = Math.fma(alpha, v[i], rest * gradient * gradient);
      m[i] = Math.fma(alpha, m[i], rest * gradient);
      float variance = Math.max(Math.fma(-m[i], m[i], v[i]), 0f);
      now[i] = gradient / ((float) Math.sqrt(variance) + epsilon);
    }
  }

  private void keep(int n, float[] u) {
    float momentum = (float) settings.momentum();
    for (int i = 0; i < n; i++) {
      u[i] = Math.fma(momentum, u[i], now[i]);
    }
  }

  @Override
  public void save(StateWriter out) {
    out.mark("RMSProp");
    Arrays.stream(squares).forEach(out::numbers);
    Arrays.stream(means).forEach(out::numbers);
    Arrays.stream(moves).forEach(out::numbers);
  }

  @Override
  public void load(StateReader in) {
    in.mark("RMSProp");
    Arrays.stream(squares).forEach(in::numbers);
    Arrays.stream(means).forEach(in::numbers);
    Arrays.stream(moves).forEach(in::numbers);
  }
}

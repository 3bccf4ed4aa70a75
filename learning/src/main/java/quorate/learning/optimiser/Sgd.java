package quorate.learning.optimiser;

import java.util.Arrays;
import java.util.List;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Tensor;
import quorate.learning.kernel.Kernels;
import quorate.learning.state.StateReader;
import quorate.learning.state.StateWriter;

/// Stochastic gradient descent, with momentum where asked: with g the gradient plus decay·p, u ← μu
/// + g and p ← p − rate·u, or p ← p − rate·(g + μu) in Nesterov's form.
///
/// As PyTorch's `SGD` without dampening. H. Robbins and S. Monro, "A stochastic approximation
/// method" (1951); I. Sutskever et al., "On the importance of initialization and momentum in deep
/// learning" (ICML 2013). Each number on its own, so the same bits whatever the kernels; a step
/// allocates nothing.
public final class Sgd implements Optimiser {
  /// What does not change from step to step.
  ///
  /// @param momentum μ, 0…1, how much of the last move is kept; 0 for none
  /// @param nesterov whether the gradient counts once more on top of the momentum
  /// @param decay share of a parameter that is added to its gradient, 0 for none
  public record Settings(double momentum, boolean nesterov, double decay)
      implements OptimiserSettings {
    public Settings {
      if (!(momentum >= 0 && momentum < 1)) {
        throw new IllegalArgumentException(
            "SGD's momentum must be from 0 to below 1, but was " + momentum);
      }
      if (nesterov && momentum == 0) {
        throw new IllegalArgumentException("SGD in Nesterov's form needs a momentum above 0");
      }
      if (!(decay >= 0)) {
        throw new IllegalArgumentException("SGD's decay must be at least 0, but was " + decay);
      }
    }

    /// As PyTorch: no momentum, no decay.
    public static Settings defaults() {
      return new Settings(0, false, 0);
    }

    @Override
    public Sgd begin(Kernels kernels, Parameters parameters) {
      return new Sgd(parameters, this);
    }
  }

  private final List<Tensor> parameters;
  private final Settings settings;

  /// u, empty without momentum.
  private final float[][] moves;

  /// @param parameters all of them, declared before
  public Sgd(Parameters parameters, Settings settings) {
    this.parameters = List.copyOf(parameters.list());
    this.settings = settings;
    this.moves =
        settings.momentum() == 0
            ? new float[0][]
            : OptimiserSettings.likeParameters(this.parameters);
  }

  @Override
  public void step(double rate, float scale) {
    float down = (float) -rate;
    float decay = (float) settings.decay();
    float momentum = (float) settings.momentum();
    for (int i = 0; i < parameters.size(); i++) {
      float[] p = parameters.get(i).values();
      float[] g = parameters.get(i).gradient();
      if (moves.length == 0) {
        plain(p, g, down, scale, decay);
      } else if (settings.nesterov()) {
        nesterov(p, g, moves[i], down, scale, decay, momentum);
      } else {
        withMomentum(p, g, moves[i], down, scale, decay, momentum);
      }
    }
  }

  private static void plain(float[] p, float[] g, float down, float scale, float decay) {
    for (int i = 0; i < p.length; i++) {
      p[i] = Math.fma(down, Math.fma(decay, p[i], g[i] * scale), p[i]);
    }
  }

  private static void withMomentum(
      float[] p, float[] g, float[] u, float down, float scale, float decay, float momentum) {
    for (int i = 0; i < p.length; i++) {
      u[i] = Math.fma(momentum, u[i], Math.fma(decay, p[i], g[i] * scale));
      p[i] = Math.fma(down, u[i], p[i]);
    }
  }

  private static void nesterov(
      float[] p, float[] g, float[] u, float down, float scale, float decay, float momentum) {
    for (int i = 0; i < p.length; i++) {
      float gradient = Math.fma(decay, p[i], g[i] * scale);
      u[i] = Math.fma(momentum, u[i], gradient);
      p[i] = Math.fma(down, Math.fma(momentum, u[i], gradient), p[i]);
    }
  }

  @Override
  public void save(StateWriter out) {
    out.mark("SGD");
    Arrays.stream(moves).forEach(out::numbers);
  }

  @Override
  public void load(StateReader in) {
    in.mark("SGD");
    Arrays.stream(moves).forEach(in::numbers);
  }
}

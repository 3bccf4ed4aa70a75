package quorate.learning.optimiser;

import java.util.List;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Tensor;
import quorate.learning.kernel.Kernels;
import quorate.learning.state.StateReader;
import quorate.learning.state.StateWriter;

/// Adam, and with a decay AdamW: steps by the mean of gradients over the root of the mean of their
/// squares. See [Kernels#adam] for the formula and its papers.
public final class Adam implements Optimiser {
  /// What a number costs, in multiply-adds.
  private static final int COST = 16;

  /// What does not change from step to step.
  ///
  /// @param beta1 0…1, how much of the mean of gradients stays at each step
  /// @param beta2 0…1, how much of the mean of squares stays
  /// @param epsilon added to the root, above 0
  /// @param decay share of the learning rate by which parameters shrink at each step, 0 for none
  public record Settings(double beta1, double beta2, double epsilon, double decay)
      implements OptimiserSettings {
    public Settings {
      // In single precision, in which they are used.
      if (!(beta1 >= 0 && (float) beta1 < 1 && beta2 >= 0 && (float) beta2 < 1)) {
        throw new IllegalArgumentException(
            "Adam's betas must be from 0 to below 1, but were %s and %s".formatted(beta1, beta2));
      }
      if (!(epsilon > 0) || !(decay >= 0)) {
        throw new IllegalArgumentException(
            "Adam's epsilon must be above 0 and its decay at least 0, but were %s and %s"
                .formatted(epsilon, decay));
      }
    }

    /// As PyTorch: 0.9, 0.999, 10⁻⁸, no decay.
    public static Settings defaults() {
      return new Settings(0.9, 0.999, 1e-8, 0);
    }

    /// AdamW as PyTorch: the same with a decay of 0.01.
    public static Settings adamW() {
      return defaults().withDecay(0.01);
    }

    public Settings withEpsilon(double other) {
      return new Settings(beta1, beta2, other, decay);
    }

    public Settings withDecay(double other) {
      return new Settings(beta1, beta2, epsilon, other);
    }

    @Override
    public Adam begin(Kernels kernels, Parameters parameters) {
      return new Adam(kernels, parameters, this);
    }
  }

  private final Kernels kernels;
  private final List<Tensor> parameters;
  private final Settings settings;
  private final float[][] means;
  private final float[][] squares;
  private final Kernels.RowWork range = this::step;
  private long steps;
  private int present;
  private float scale;
  private float rate;
  private float root;
  private float decay;

  /// @param parameters all of them, declared before
  public Adam(Kernels kernels, Parameters parameters, Settings settings) {
    this.kernels = kernels;
    this.parameters = List.copyOf(parameters.list());
    this.settings = settings;
    this.means = OptimiserSettings.likeParameters(this.parameters);
    this.squares = OptimiserSettings.likeParameters(this.parameters);
  }

  @Override
  public void step(double rate, float scale) {
    steps++;
    this.rate = (float) (rate / (1 - StrictMath.pow(settings.beta1(), (double) steps)));
    root = (float) (1 / Math.sqrt(1 - StrictMath.pow(settings.beta2(), (double) steps)));
    this.scale = scale;
    decay = (float) (rate * settings.decay());
    for (present = 0; present < means.length; present++) {
      int count = means[present].length;
      kernels.share(count, (long) count * COST, range);
    }
  }

  /// Some numbers of the present parameter.
  private void step(int from, int to) {
    Tensor parameter = parameters.get(present);
    kernels.adam(
        from,
        to,
        parameter.values(),
        parameter.gradient(),
        means[present],
        squares[present],
        scale,
        (float) settings.beta1(),
        (float) settings.beta2(),
        rate,
        root,
        (float) settings.epsilon(),
        decay);
  }

  @Override
  public void save(StateWriter out) {
    out.mark("Adam");
    out.number(steps);
    for (int i = 0; i < means.length; i++) {
      out.numbers(means[i]);
      out.numbers(squares[i]);
    }
  }

  @Override
  public void load(StateReader in) {
    in.mark("Adam");
    steps = in.longInteger();
    for (int i = 0; i < means.length; i++) {
      in.numbers(means[i]);
      in.numbers(squares[i]);
    }
  }
}

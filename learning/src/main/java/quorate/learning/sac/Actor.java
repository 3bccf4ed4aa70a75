package quorate.learning.sac;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import quorate.learning.distribution.SquashedGaussian;
import quorate.learning.graph.Activation;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Tensor;
import quorate.learning.layer.Mlp;

/// What SAC acts with: from what is seen to a law of actions between −1 and 1.
public sealed interface Actor permits Actor.Independent, StateNoise {
  Parameters parameters();

  /// Noise that is fed to act for so many rows.
  Tensor actingNoise(GraphBuilder g, int rows);

  /// Noise that is fed to learn from so many rows.
  Tensor learningNoise(GraphBuilder g, int rows);

  /// Whether the noise to act stays for a round of steps.
  boolean keepsNoise();

  /// Draws an action for each row.
  ///
  /// @param observations `[rows][observation]`
  /// @param noise as one of the two methods gave it, standard normal numbers
  SquashedGaussian.Drawn draw(GraphBuilder g, Tensor observations, Tensor noise);

  /// The action of each row without chance, `[rows][action]`.
  Tensor median(GraphBuilder g, Tensor observations);

  /// As the settings say.
  static Actor of(
      int observationSize, int actionSize, SacSettings settings, RandomGenerator chance) {
    return settings.stateNoise()
        ? new StateNoise(observationSize, actionSize, settings, chance)
        : new Independent(observationSize, actionSize, settings.learning().hidden(), chance);
  }

  /// Means and deviations are outputs of one network; every step has noise of its own.
  final class Independent implements Actor {
    private final Parameters parameters = new Parameters();
    private final SquashedGaussian law;
    private final Mlp network;

    /// @param hidden sizes of the hidden layers
    public Independent(
        int observationSize, int actionSize, List<Integer> hidden, RandomGenerator chance) {
      law = new SquashedGaussian(actionSize);
      List<Integer> sizes = new ArrayList<>(hidden);
      sizes.add(law.outputs());
      network =
          Mlp.even(
              parameters,
              "actor",
              observationSize,
              sizes,
              Activation.RELU,
              Activation.NONE,
              chance);
    }

    @Override
    public Parameters parameters() {
      return parameters;
    }

    @Override
    public Tensor actingNoise(GraphBuilder g, int rows) {
      return g.input("noise", rows, law.size());
    }

    @Override
    public Tensor learningNoise(GraphBuilder g, int rows) {
      return actingNoise(g, rows);
    }

    @Override
    public boolean keepsNoise() {
      return false;
    }

    @Override
    public SquashedGaussian.Drawn draw(GraphBuilder g, Tensor observations, Tensor noise) {
      return law.draw(g, network.apply(g, observations), noise);
    }

    @Override
    public Tensor median(GraphBuilder g, Tensor observations) {
      return law.median(g, network.apply(g, observations));
    }

    /// The logarithm of the density of given actions, `[rows]`.
    public Tensor logProbability(GraphBuilder g, Tensor observations, Tensor actions) {
      return law.logProbability(g, network.apply(g, observations), actions);
    }
  }
}

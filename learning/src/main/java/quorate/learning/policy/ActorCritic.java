package quorate.learning.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import quorate.learning.distribution.ActionDistribution;
import quorate.learning.distribution.BetaDistribution;
import quorate.learning.distribution.Categorical;
import quorate.learning.distribution.DiagonalGaussian;
import quorate.learning.distribution.MultiCategorical;
import quorate.learning.distribution.StateDependentNoise;
import quorate.learning.environment.Space;
import quorate.learning.graph.Activation;
import quorate.learning.graph.Graph;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Tensor;
import quorate.learning.kernel.Kernels;
import quorate.learning.layer.Initialisation;
import quorate.learning.layer.Mlp;

/// Two networks of the same form that share nothing: the actor gives a distribution over actions,
/// the critic the value of what is seen.
///
/// Weights begin orthogonal, hidden ones with gain √2, the actor's last with 0.01, so that it first
/// acts almost at random, the critic's last with 1.
public final class ActorCritic {
  /// Gain of the actor's last weights.
  private static final double ALMOST_RANDOM = 0.01;

  private final Kernels kernels;
  private final Parameters parameters = new Parameters();
  private final int observationSize;
  private final ActionDistribution distribution;
  private final Mlp actor;
  private final Mlp critic;

  /// The form of both networks.
  ///
  /// @param hidden sizes of the hidden layers, at least one
  /// @param activation of the hidden layers
  /// @param logDeviation where the logarithm of a continuous action's deviation begins
  /// @param law of continuous actions
  public record Design(
      List<Integer> hidden, Activation activation, float logDeviation, ContinuousLaw law) {
    public Design {
      hidden = List.copyOf(hidden);
      if (hidden.isEmpty() || hidden.stream().anyMatch(size -> size < 1)) {
        throw new IllegalArgumentException(
            "hidden layers must be at least one, of at least 1 number each, but were " + hidden);
      }
    }
  }

  public ActorCritic(
      Kernels kernels, int observationSize, Space actions, Design design, RandomGenerator chance) {
    this.kernels = kernels;
    this.observationSize = observationSize;
    if (design.law() == ContinuousLaw.STATE_DEPENDENT_NOISE) {
      actor =
          Mlp.hidden(
              parameters,
              "actor",
              sizes(design.hidden()),
              design.activation(),
              Initialisation.orthogonal(Math.sqrt(2)),
              chance);
      distribution =
          new StateDependentNoise(
              parameters,
              "actor",
              design.hidden().getLast(),
              box(actions, design.law()).size(),
              design.logDeviation(),
              Initialisation.orthogonal(ALMOST_RANDOM),
              chance);
    } else {
      distribution =
          design.law() == ContinuousLaw.BETA
              ? beta(box(actions, design.law()))
              : distribution(parameters, actions, design.logDeviation());
      actor = network("actor", design, distribution.outputs(), ALMOST_RANDOM, chance);
    }
    critic = network("critic", design, 1, 1, chance);
  }

  private static Space.Box box(Space actions, ContinuousLaw law) {
    if (actions instanceof Space.Box box) {
      return box;
    }
    throw new IllegalArgumentException(
        "%s is a law of continuous actions, but they were %s".formatted(law, actions));
  }

  private static ActionDistribution beta(Space.Box box) {
    return new BetaDistribution(box.low(), box.high());
  }

  static ActionDistribution distribution(Parameters parameters, Space actions, float logDeviation) {
    return switch (actions) {
      case Space.Discrete discrete -> new Categorical(discrete.n());
      case Space.MultiDiscrete several -> new MultiCategorical(several.n());
      case Space.Box box -> new DiagonalGaussian(parameters, "actor", box.size(), logDeviation);
    };
  }

  private Mlp network(
      String name, Design design, int outputs, double gain, RandomGenerator chance) {
    List<Integer> sizes = sizes(design.hidden());
    sizes.add(outputs);
    return new Mlp(
        parameters,
        name,
        sizes,
        design.activation(),
        Initialisation.orthogonal(Math.sqrt(2)),
        Initialisation.orthogonal(gain),
        chance);
  }

  private List<Integer> sizes(List<Integer> hidden) {
    List<Integer> sizes = new ArrayList<>();
    sizes.add(observationSize);
    sizes.addAll(hidden);
    return sizes;
  }

  public Parameters parameters() {
    return parameters;
  }

  public ActionDistribution distribution() {
    return distribution;
  }

  public int observationSize() {
    return observationSize;
  }

  /// What the actor says, prepared as its distribution needs it.
  public Tensor act(GraphBuilder g, Tensor observations) {
    return distribution.prepare(g, actor.apply(g, observations));
  }

  /// @return `[rows]`
  public Tensor value(GraphBuilder g, Tensor observations) {
    return g.reshape(critic.apply(g, observations), observations.shape().size(0));
  }

  /// A face that acts for so many rows at a time.
  public Acting acting(int rows) {
    return new Acting(rows);
  }

  /// Acts and judges; has buffers of its own, so one thread's.
  public final class Acting {
    private final Tensor seen;
    private final Tensor prepared;
    private final Tensor values;
    private final Graph both;
    private final Graph judge;
    private final Tensor judged;
    private final ActionDistribution.Sampler sampler;

    private Acting(int rows) {
      GraphBuilder g = new GraphBuilder(kernels);
      seen = g.input("observations", rows, observationSize);
      prepared = act(g, seen);
      values = ActorCritic.this.value(g, seen);
      both = g.inference();
      GraphBuilder j = new GraphBuilder(kernels);
      judged = ActorCritic.this.value(j, seen);
      judge = j.inference();
      sampler = distribution.sampler(kernels, rows);
    }

    /// Draws an action for each row and judges what it sees.
    ///
    /// @param observations `[rows][observationSize]`
    /// @param actions takes `[rows][actionSize]`
    /// @param logProbabilities takes one for each row
    /// @return the values of the rows, overwritten at the next call
    public float[] sample(
        float[] observations, float[] actions, float[] logProbabilities, RandomGenerator chance) {
      seen.set(observations);
      both.forward();
      sampler.sample(prepared.values(), actions, logProbabilities, chance);
      return values.values();
    }

    /// Draws anew what stays the same for some steps.
    public void renew(RandomGenerator chance) {
      sampler.renew(chance);
    }

    /// The likeliest action of each row.
    public void mode(float[] observations, float[] actions) {
      seen.set(observations);
      both.forward();
      sampler.mode(prepared.values(), actions);
    }

    /// The values of what the rows see, overwritten at the next call.
    public float[] values(float[] observations) {
      seen.set(observations);
      judge.forward();
      return judged.values();
    }
  }
}

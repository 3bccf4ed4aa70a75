package quorate.learning.mappo;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import quorate.learning.distribution.ActionDistribution;
import quorate.learning.distribution.Categorical;
import quorate.learning.distribution.MultiCategorical;
import quorate.learning.environment.MultiAgentEnvironment;
import quorate.learning.environment.Space;
import quorate.learning.graph.Graph;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Tensor;
import quorate.learning.kernel.Kernels;
import quorate.learning.layer.Initialisation;
import quorate.learning.layer.Mlp;

/// The networks of a team: actors that know what their agent sees, and a critic that knows the
/// central state and gives a value for each agent.
///
/// Rows are in the order of the environment, `copy × agents + agent`. A choice that is closed has
/// probability 0 and no gradient. Weights begin orthogonal, hidden ones with gain √2, the actors'
/// last with 0.01, so that they first act almost at random, the critic's last with 1.
public final class TeamPolicy {
  /// Its exponential is 0, and times that 0 it is still a number.
  private static final float CLOSED = -1e9f;

  private final Kernels kernels;
  private final Parameters parameters = new Parameters();
  private final int agents;
  private final int observationSize;
  private final int centralSize;
  private final boolean masked;
  private final int[] parts;
  private final ActionDistribution distribution;
  private final List<Mlp> actors = new ArrayList<>();
  private final Mlp critic;

  /// @param environment whose sizes it takes
  /// @throws IllegalArgumentException when the actions are no choices
  TeamPolicy(
      Kernels kernels,
      MultiAgentEnvironment environment,
      MappoSettings settings,
      RandomGenerator chance) {
    this.kernels = kernels;
    agents = environment.agents();
    observationSize = environment.observationSpace().size();
    centralSize = environment.centralStateSize();
    masked = environment.hasActionMasks();
    parts = parts(environment);
    distribution = parts.length == 1 ? new Categorical(parts[0]) : new MultiCategorical(parts);
    if (settings.sharedActor()) {
      actors.add(network("actor", observationSize, distribution.outputs(), 0.01, settings, chance));
    } else {
      for (int agent = 0; agent < agents; agent++) {
        String name = "actor" + agent;
        actors.add(network(name, observationSize, distribution.outputs(), 0.01, settings, chance));
      }
    }
    critic = network("critic", centralSize, agents, 1, settings, chance);
  }

  private static int[] parts(MultiAgentEnvironment environment) {
    return switch (environment.actionSpace()) {
      case Space.Discrete discrete -> new int[] {discrete.n()};
      case Space.MultiDiscrete several -> several.n();
      case Space.Box box ->
          throw new IllegalArgumentException(
              "MAPPO's actions must be choices, but those of %s were %s"
                  .formatted(environment.name(), box));
    };
  }

  private Mlp network(
      String name,
      int inputs,
      int outputs,
      double gain,
      MappoSettings settings,
      RandomGenerator chance) {
    List<Integer> sizes = new ArrayList<>();
    sizes.add(inputs);
    sizes.addAll(settings.hidden());
    sizes.add(outputs);
    return new Mlp(
        parameters,
        name,
        sizes,
        settings.activation(),
        Initialisation.orthogonal(Math.sqrt(2)),
        Initialisation.orthogonal(gain),
        chance);
  }

  public Parameters parameters() {
    return parameters;
  }

  public ActionDistribution distribution() {
    return distribution;
  }

  int agents() {
    return agents;
  }

  int observationSize() {
    return observationSize;
  }

  int centralSize() {
    return centralSize;
  }

  /// What the critic is shown of so many copies.
  Tensor centralInput(GraphBuilder g, int copies) {
    return g.input("central states", copies, centralSize);
  }

  /// Which choices are open, 1 or 0; none where nothing is ever closed.
  @Nullable Tensor maskInput(GraphBuilder g, int rows) {
    return masked ? g.input("masks", rows, distribution.outputs()) : null;
  }

  /// What the actors say, prepared as their distribution needs it.
  ///
  /// @param observations `[copies × agents][observation]`
  /// @param masks what [#maskInput] gave
  Tensor act(GraphBuilder g, Tensor observations, @Nullable Tensor masks) {
    Tensor said = say(g, observations);
    if (masks != null) {
      said = g.where(masks, said, g.constant("closed", new float[] {CLOSED}, 1));
    }
    return distribution.prepare(g, said);
  }

  private Tensor say(GraphBuilder g, Tensor observations) {
    if (actors.size() == 1) {
      return actors.getFirst().apply(g, observations);
    }
    int rows = observations.shape().size(0);
    int copies = rows / agents;
    Tensor byCopy = g.reshape(observations, copies, agents * observationSize);
    Tensor[] said = new Tensor[agents];
    for (int agent = 0; agent < agents; agent++) {
      int from = agent * observationSize;
      said[agent] = actors.get(agent).apply(g, g.slice(byCopy, 1, from, from + observationSize));
    }
    return g.reshape(g.join(1, said), rows, distribution.outputs());
  }

  /// What the critic says, one number for each row.
  ///
  /// @param centralStates `[copies][central state]`
  Tensor value(GraphBuilder g, Tensor centralStates) {
    return g.reshape(critic.apply(g, centralStates), centralStates.shape().size(0) * agents);
  }

  /// A face that acts for so many copies at a time.
  public Acting acting(int copies) {
    return new Acting(copies);
  }

  /// Acts and judges; has buffers of its own, so one thread's.
  public final class Acting {
    private final Tensor seen;
    private final @Nullable Tensor masks;
    private final Tensor prepared;
    private final Graph act;
    private final Tensor central;
    private final Tensor values;
    private final Graph judge;
    private final ActionDistribution.Sampler sampler;

    private Acting(int copies) {
      int rows = copies * agents;
      GraphBuilder g = new GraphBuilder(kernels);
      seen = g.input("observations", rows, observationSize);
      masks = maskInput(g, rows);
      prepared = TeamPolicy.this.act(g, seen, masks);
      act = g.inference();
      GraphBuilder j = new GraphBuilder(kernels);
      central = centralInput(j, copies);
      values = value(j, central);
      judge = j.inference();
      sampler = distribution.sampler(kernels, rows);
    }

    /// Draws an action for each row.
    ///
    /// @param observations `[rows][observation]`
    /// @param open `[rows][choices]`, 1 where a choice is open, 0 where it is closed; empty where
    ///   nothing is ever closed
    /// @param actions takes `[rows][action]`
    /// @param logProbabilities takes one for each row
    /// @throws IllegalArgumentException when a row has no open choice
    public void sample(
        float[] observations,
        byte[] open,
        float[] actions,
        float[] logProbabilities,
        RandomGenerator chance) {
      look(observations, open);
      sampler.sample(prepared.values(), actions, logProbabilities, chance);
    }

    /// The likeliest action of each row; see [#sample].
    public void mode(float[] observations, byte[] open, float[] actions) {
      look(observations, open);
      sampler.mode(prepared.values(), actions);
    }

    private void look(float[] observations, byte[] open) {
      seen.set(observations);
      if (masks != null) {
        show(open, masks.values());
      }
      act.forward();
    }

    private void show(byte[] open, float[] into) {
      int choices = distribution.outputs();
      if (open.length != into.length) {
        throw new IllegalArgumentException(
            "masks must be %d rows of %d choices, but were %d numbers"
                .formatted(into.length / choices, choices, open.length));
      }
      for (int i = 0; i < into.length; i++) {
        into[i] = open[i];
      }
      for (int at = 0; at < into.length; ) {
        for (int n : parts) {
          needOpen(open, at, n, choices);
          at += n;
        }
      }
    }

    private static void needOpen(byte[] open, int at, int n, int choices) {
      for (int i = at; i < at + n; i++) {
        if (open[i] != 0) {
          return;
        }
      }
      throw new IllegalArgumentException(
          "an agent must have an open choice, but all %d were closed (row %d)"
              .formatted(n, at / choices));
    }

    /// What the critic says of each row, overwritten at the next call.
    ///
    /// @param centralStates `[copies][central state]`
    public float[] values(float[] centralStates) {
      central.set(centralStates);
      judge.forward();
      return values.values();
    }
  }
}

package quorate.learning.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import quorate.learning.distribution.ActionDistribution;
import quorate.learning.environment.Space;
import quorate.learning.graph.Activation;
import quorate.learning.graph.Graph;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.LstmStates;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Tensor;
import quorate.learning.kernel.Kernels;
import quorate.learning.layer.Initialisation;
import quorate.learning.layer.Lstm;
import quorate.learning.layer.Mlp;
import quorate.learning.state.StateReader;
import quorate.learning.state.StateWriter;
import quorate.learning.state.Stateful;

/// An actor and a critic that remember: each has an LSTM of its own over what is seen, and hidden
/// layers after it. They share nothing.
///
/// As the `MlpLstmPolicy` of Stable-Baselines3's contributions, which leaves the LSTMs as PyTorch
/// draws them, whether the other weights begin orthogonal or not.
public final class RecurrentActorCritic {
  /// Gain of the actor's last weights where they begin orthogonal, so that it first acts almost at
  /// random.
  private static final double ALMOST_RANDOM = 0.01;

  private final Kernels kernels;
  private final Parameters parameters = new Parameters();
  private final int observationSize;
  private final Design design;
  private final ActionDistribution distribution;
  private final Lstm actorMemory;
  private final Lstm criticMemory;
  private final Mlp actor;
  private final Mlp critic;

  /// The form of both networks.
  ///
  /// @param memory numbers in the hidden state and in the cell of each LSTM
  /// @param hidden sizes of the layers between an LSTM and what goes out; may be none
  /// @param activation of the hidden layers
  /// @param logDeviation where the logarithm of a continuous action's deviation begins
  /// @param orthogonal whether the layers' weights begin orthogonal, as those of [ActorCritic], or
  ///   evenly in ±1/√in, as PyTorch's
  public record Design(
      int memory,
      List<Integer> hidden,
      Activation activation,
      float logDeviation,
      boolean orthogonal) {
    public Design {
      hidden = List.copyOf(hidden);
      if (memory < 1) {
        throw new IllegalArgumentException("memory must be at least 1 number, but was " + memory);
      }
      if (hidden.stream().anyMatch(size -> size < 1)) {
        throw new IllegalArgumentException(
            "hidden layers must be of at least 1 number each, but were " + hidden);
      }
    }
  }

  /// What both LSTMs hold for some rows, each `[rows][memory]`.
  ///
  /// @param actorHidden the actor's hidden state
  /// @param actorCell its cell
  /// @param criticHidden the critic's hidden state
  /// @param criticCell its cell
  public record State(
      Tensor actorHidden, Tensor actorCell, Tensor criticHidden, Tensor criticCell) {
    /// The four in this order.
    public List<Tensor> all() {
      return List.of(actorHidden, actorCell, criticHidden, criticCell);
    }
  }

  /// What the networks say of sequences, one after the other.
  ///
  /// @param prepared what the actor says, as its distribution needs it, `[rows·steps]…`
  /// @param values `[rows·steps]`
  /// @param after the state after the last step
  public record Said(Tensor prepared, Tensor values, State after) {}

  public RecurrentActorCritic(
      Kernels kernels, int observationSize, Space actions, Design design, RandomGenerator chance) {
    this.kernels = kernels;
    this.observationSize = observationSize;
    this.design = design;
    distribution = ActorCritic.distribution(parameters, actions, design.logDeviation());
    actorMemory = new Lstm(parameters, "actor.memory", observationSize, design.memory(), chance);
    actor = layers("actor", distribution.outputs(), ALMOST_RANDOM, chance);
    criticMemory = new Lstm(parameters, "critic.memory", observationSize, design.memory(), chance);
    critic = layers("critic", 1, 1, chance);
  }

  private Mlp layers(String name, int outputs, double gain, RandomGenerator chance) {
    List<Integer> sizes = new ArrayList<>();
    sizes.add(design.memory());
    sizes.addAll(design.hidden());
    sizes.add(outputs);
    if (!design.orthogonal()) {
      return new Mlp(parameters, name, sizes, design.activation(), chance);
    }
    return new Mlp(
        parameters,
        name,
        sizes,
        design.activation(),
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

  public int observationSize() {
    return observationSize;
  }

  /// Places to feed a state into a graph, 0 at first.
  public State stateInputs(GraphBuilder g, int rows) {
    return new State(
        g.input("actor's hidden state", rows, design.memory()),
        g.input("actor's cell", rows, design.memory()),
        g.input("critic's hidden state", rows, design.memory()),
        g.input("critic's cell", rows, design.memory()));
  }

  /// What the networks say of sequences.
  ///
  /// @param observations `[rows][steps][observationSize]`
  /// @param starts `[rows][steps]`, not 0 where an episode begins and what came before is forgotten
  /// @param before the state before the first step
  public Said over(GraphBuilder g, Tensor observations, Tensor starts, State before) {
    int places = observations.shape().size(0) * observations.shape().size(1);
    LstmStates acts =
        actorMemory.apply(g, observations, before.actorHidden(), before.actorCell(), starts);
    Tensor prepared =
        distribution.prepare(g, actor.apply(g, g.reshape(acts.steps(), places, design.memory())));
    LstmStates judges =
        criticMemory.apply(g, observations, before.criticHidden(), before.criticCell(), starts);
    Tensor values =
        g.reshape(critic.apply(g, g.reshape(judges.steps(), places, design.memory())), places);
    return new Said(
        prepared, values, new State(acts.hidden(), acts.cell(), judges.hidden(), judges.cell()));
  }

  /// A face that acts for so many rows at a time, each at the beginning of an episode.
  public Acting acting(int rows) {
    return new Acting(rows);
  }

  /// Acts, judges and remembers, step by step; has buffers of its own, so one thread's. Its state
  /// is what it remembers.
  public final class Acting implements Stateful {
    private final Tensor seen;
    private final Tensor starts;
    private final State state;
    private final Said said;
    private final Graph both;
    private final Tensor judged;
    private final Graph judge;
    private final ActionDistribution.Sampler sampler;

    private Acting(int rows) {
      GraphBuilder g = new GraphBuilder(kernels);
      seen = g.input("observations", rows, 1, observationSize);
      starts = g.input("starts", rows, 1);
      state = stateInputs(g, rows);
      said = over(g, seen, starts, state);
      both = g.inference();
      GraphBuilder j = new GraphBuilder(kernels);
      judged = over(j, seen, starts, state).values();
      judge = j.inference();
      sampler = distribution.sampler(kernels, rows);
    }

    /// Forgets what a row has seen: its next observation is the first of an episode.
    public void begin(int row) {
      starts.values()[row] = 1f;
    }

    /// Not 0 for rows of which the next observation is the first of an episode.
    public float[] starts() {
      return starts.values();
    }

    /// What is remembered of the steps so far; of a row that has just begun it is without meaning.
    public State state() {
      return state;
    }

    /// Draws an action for each row, judges what it sees and remembers it.
    ///
    /// @param observations `[rows][observationSize]`
    /// @param actions takes `[rows][actionSize]`
    /// @param logProbabilities takes one for each row
    /// @return the values of the rows, overwritten at the next call
    public float[] sample(
        float[] observations, float[] actions, float[] logProbabilities, RandomGenerator chance) {
      see(observations);
      sampler.sample(said.prepared().values(), actions, logProbabilities, chance);
      return said.values().values();
    }

    /// The likeliest action of each row; remembers what it sees.
    public void mode(float[] observations, float[] actions) {
      see(observations);
      sampler.mode(said.prepared().values(), actions);
    }

    /// The values of what the rows would see next; nothing of it is remembered. Overwritten at the
    /// next call.
    public float[] values(float[] observations) {
      seen.set(observations);
      judge.forward();
      return judged.values();
    }

    private void see(float[] observations) {
      seen.set(observations);
      both.forward();
      for (int i = 0; i < state.all().size(); i++) {
        state.all().get(i).set(said.after().all().get(i).values());
      }
      Arrays.fill(starts.values(), 0f);
    }

    @Override
    public void save(StateWriter out) {
      out.mark("memory");
      out.numbers(starts.values());
      for (Tensor each : state.all()) {
        out.numbers(each.values());
      }
    }

    @Override
    public void load(StateReader in) {
      in.mark("memory");
      in.numbers(starts.values());
      for (Tensor each : state.all()) {
        in.numbers(each.values());
      }
    }
  }
}

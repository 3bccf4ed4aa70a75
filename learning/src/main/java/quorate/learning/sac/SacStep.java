package quorate.learning.sac;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import quorate.learning.distribution.SquashedGaussian;
import quorate.learning.graph.Graph;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Tensor;
import quorate.learning.kernel.Kernels;
import quorate.learning.optimiser.Adam;
import quorate.learning.optimiser.AverageWeights;
import quorate.learning.replay.Memory;
import quorate.learning.state.StateReader;
import quorate.learning.state.StateWriter;
import quorate.learning.state.Stateful;

/// One step of critics, actor and entropy's weight on a minibatch, as three graphs.
///
/// With a′ ~ π(·|s′): y = R + γ′·(min Q⁻(s′, a′) − α·ln π(a′|s′)); the critics go down ½Σᵢ E[(Qᵢ(s,
/// a) − y)²], the actor with a ~ π(·|s) down E[α·ln π(a|s) − min Q(s, a)], and ln α along E[ln
/// π(a|s)] + H, where H = −(numbers in an action) is the entropy that it is to have less. The
/// target critics Q⁻ follow by τ right after the critics, whose numbers are still in the caches. T.
/// Haarnoja et al., "Soft actor-critic algorithms and applications" (2018), equations 5, 7 and 18.
public final class SacStep implements Stateful {
  private final SoftLearning learning;
  private final Actor actor;
  private final Critics critics;
  private final AverageWeights following;
  private final Parameters entropy = new Parameters();
  private final Tensor logWeight;
  private final Adam actorOptimiser;
  private final Adam criticOptimiser;
  private final Adam entropyOptimiser;
  private final float targetEntropy;

  private final Tensor observations;
  private final Tensor actions;
  private final Tensor rewards;
  private final Tensor next;
  private final Tensor discounts;
  private final Tensor weight;
  private final Tensor nextNoise;
  private final Tensor noise;

  private final Optional<Candidates> candidates;
  private final Graph targeting;
  private final Graph judging;
  private final Graph improving;
  private final Tensor criticLoss;
  private final Tensor actorLoss;
  private final Tensor logProbabilities;

  /// @param targetCritics of the same form, whose parameters become those of `critics` here
  public SacStep(
      Kernels kernels,
      Actor actor,
      Critics critics,
      Critics targetCritics,
      int observationSize,
      int actionSize,
      SacSettings settings,
      Conservatism conservatism) {
    learning = settings.learning();
    this.actor = actor;
    this.critics = critics;
    following =
        new AverageWeights(
            kernels, targetCritics.parameters(), critics.parameters(), learning.targetPart());
    targetEntropy = -actionSize;
    logWeight = entropy.add("log_entropy_weight", 1);
    logWeight.set((float) Math.log(learning.entropyWeight()));
    actorOptimiser = new Adam(kernels, actor.parameters(), Adam.Settings.defaults());
    criticOptimiser = new Adam(kernels, critics.parameters(), Adam.Settings.defaults());
    entropyOptimiser = new Adam(kernels, entropy, Adam.Settings.defaults());

    int batch = settings.rounds().minibatch();
    GraphBuilder t = new GraphBuilder(kernels);
    observations = t.input("observations", batch, observationSize);
    actions = t.input("actions", batch, actionSize);
    rewards = t.input("rewards", batch);
    next = t.input("next observations", batch, observationSize);
    discounts = t.input("discounts", batch);
    weight = t.input("entropy weight", 1);
    nextNoise = actor.learningNoise(t, batch);
    SquashedGaussian.Drawn drawn = actor.draw(t, next, nextNoise);
    Tensor hard = targetCritics.lower(t, next, drawn.actions());
    Tensor worth =
        conservatism.entropyInTargets()
            ? t.subtract(hard, t.multiply(drawn.logProbabilities(), weight))
            : hard;
    Tensor targets = t.reshape(t.add(rewards, t.multiply(discounts, worth)), batch, 1);
    targeting = t.inference();

    GraphBuilder c = new GraphBuilder(kernels);
    List<Tensor> judged = critics.judge(c, observations, actions);
    Tensor errors =
        c.scale(
            c.add(
                c.losses().squaredError(judged.get(0), targets),
                c.losses().squaredError(judged.get(1), targets)),
            0.5f);
    if (conservatism.weight() > 0) {
      Candidates drawnBeside =
          new Candidates(kernels, actor, observations, next, actionSize, conservatism);
      Tensor gap = drawnBeside.gap(c, critics, judged);
      criticLoss = c.add(errors, c.scale(gap, (float) conservatism.weight()));
      candidates = Optional.of(drawnBeside);
    } else {
      criticLoss = errors;
      candidates = Optional.empty();
    }
    judging = c.training(criticLoss);

    GraphBuilder a = new GraphBuilder(kernels);
    noise = actor.learningNoise(a, batch);
    SquashedGaussian.Drawn own = actor.draw(a, observations, noise);
    logProbabilities = own.logProbabilities();
    actorLoss =
        a.mean(
            a.subtract(
                a.multiply(logProbabilities, weight),
                critics.lower(a, observations, own.actions())));
    improving = a.training(actorLoss);
  }

  /// Learns from chosen steps.
  public void learn(Memory memory, int[] places, RandomGenerator chance) {
    memory.copy(
        places,
        observations.values(),
        actions.values(),
        rewards.values(),
        next.values(),
        discounts.values());
    Normal.fill(nextNoise, chance);
    Normal.fill(noise, chance);
    candidates.ifPresent(each -> each.draw(chance));
    weight.set((float) entropyWeight());

    targeting.forward();
    judging.forward();
    critics.parameters().clearGradients();
    judging.backward();
    criticOptimiser.step(learning.rate(), 1);
    following.follow();

    improving.forward();
    actor.parameters().clearGradients();
    improving.backward();
    actorOptimiser.step(learning.rate(), 1);

    if (learning.entropyLearned()) {
      logWeight.gradient()[0] = (float) -(meanLogProbability() + targetEntropy);
      entropyOptimiser.step(learning.rate(), 1);
    }
  }

  private double meanLogProbability() {
    double sum = 0;
    for (float each : logProbabilities.values()) {
      sum += each;
    }
    return sum / logProbabilities.values().length;
  }

  /// α, what a nat of entropy is worth.
  public double entropyWeight() {
    return StrictMath.exp(logWeight.value());
  }

  /// Of the last minibatch, as the mean of −ln π of what the actor drew, in nats.
  public double entropy() {
    return -meanLogProbability();
  }

  /// The critics' loss of the last minibatch.
  public float criticLoss() {
    return criticLoss.value();
  }

  /// The actor's loss of the last minibatch.
  public float actorLoss() {
    return actorLoss.value();
  }

  /// Holds ln α.
  Parameters entropyParameters() {
    return entropy;
  }

  @Override
  public void save(StateWriter out) {
    actor.parameters().save(out);
    critics.parameters().save(out);
    following.save(out);
    entropy.save(out);
    actorOptimiser.save(out);
    criticOptimiser.save(out);
    entropyOptimiser.save(out);
  }

  @Override
  public void load(StateReader in) {
    actor.parameters().load(in);
    critics.parameters().load(in);
    following.load(in);
    entropy.load(in);
    actorOptimiser.load(in);
    criticOptimiser.load(in);
    entropyOptimiser.load(in);
  }
}

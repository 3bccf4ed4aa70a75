package quorate.learning.sac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import quorate.domain.chance.Philox;
import quorate.learning.graph.Parameters;
import quorate.learning.kernel.Kernels;
import quorate.learning.replay.Memory;
import quorate.learning.replay.Rounds;

/// On two steps whose targets are worked out by hand. The networks are set so that they say the
/// same whatever they are given.
class SacStepTest {
  private static final float HARDLY_ANY = 1e-6f;

  private final Philox chance = Philox.seeded(2);
  private final Actor actor = new Actor.Independent(1, 1, List.of(2), chance);
  private final Critics critics = critics(3, 4);
  private final Critics target = critics(0, 0);
  private final Memory memory = new Memory(2, 1, 1);

  SacStepTest() {
    float[] any = {0};
    memory.add(any, 0, any, 0, 5, any, 0, 0.5f);
    memory.add(any, 0, any, 0, 7, any, 0, 0);
    clear(actor.parameters());
  }

  /// y = 5 + 0.5·min(10, 40) = 10 and y = 7 + 0; ½ of the mean of (3 − y)² and of (4 − y)²: ½(49 +
  /// 16)/2 + ½(36 + 9)/2.
  @Test
  void criticsAreLedToTheLowerTargetCritic() {
    SacStep step = step(settings(HARDLY_ANY, false));
    judge(target, 10, 40);

    step.learn(memory, new int[] {0, 1}, chance);

    assertThat((double) step.criticLoss()).isCloseTo(27.5, within(1e-3));
  }

  /// The actor goes down α·ln π − min Q, here with critics that cannot have moved yet.
  @Test
  void theActorsLossIsEntropysPriceLessTheLowerCritic() {
    SacStep step = step(settings(0.2, false));

    step.learn(memory, new int[] {0, 1}, chance);

    double lower = Math.min(bias(critics, "q1"), bias(critics, "q2"));
    assertThat((double) step.actorLoss()).isCloseTo(-0.2 * step.entropy() - lower, within(1e-5));
  }

  /// A normal number of deviation e² squashed has an entropy below −1, that of deviation 1 one
  /// above.
  @Test
  void theWeightOfEntropyGrowsWhereThereIsTooLittleOfIt() {
    SacStep step = step(settings(0.2, true));
    actor.parameters().get("actor.1.bias").set(0, 0);
    step.learn(memory, new int[] {0, 1}, chance);
    assertThat(step.entropy()).isGreaterThan(-1);
    assertThat(step.entropyWeight()).isLessThan(0.2);

    SacStep other = step(settings(0.2, true));
    actor.parameters().get("actor.1.bias").set(0, -5);
    other.learn(memory, new int[] {0, 1}, chance);
    assertThat(other.entropy()).isLessThan(-1);
    assertThat(other.entropyWeight()).isGreaterThan(0.2);
  }

  @Test
  void aFixedWeightOfEntropyStays() {
    SacStep step = step(settings(0.2, false));

    step.learn(memory, new int[] {0, 1}, chance);

    assertThat(step.entropyWeight()).isCloseTo(0.2, within(1e-7));
  }

  /// By τ = 0.25 of the way to critics that have just moved.
  @Test
  void theTargetCriticsFollowInPart() {
    SacStep step = step(settings(0.2, false));
    judge(target, 10, 40);

    step.learn(memory, new int[] {0, 1}, chance);

    assertThat(bias(target, "q1")).isCloseTo(10 + 0.25 * (bias(critics, "q1") - 10), within(1e-5));
    assertThat(bias(target, "q2")).isCloseTo(40 + 0.25 * (bias(critics, "q2") - 40), within(1e-5));
  }

  /// Where critics say q of every action, ln ∫ e^q da over −1…1 is q + ln 2, estimated without
  /// error by even draws: with s candidates of each kind, the estimate ln Σ e^q/density lies ln of
  /// their number above. An actor that is itself almost even adds little noise.
  @Test
  void conservatismAddsTheGapBetweenAllActionsAndThoseDone() {
    actor.parameters().get("actor.1.bias").set(0, -0.14f);
    int samples = 2000;
    SacStep bold = step(settings(HARDLY_ANY, false));
    bold.learn(memory, new int[] {0, 1}, chance);
    judge(critics, 3, 4);
    judge(target, 3, 4);
    SacStep careful =
        new SacStep(
            Kernels.scalar(),
            actor,
            critics,
            target,
            1,
            1,
            settings(HARDLY_ANY, false),
            new Conservatism(2, samples, true));

    careful.learn(memory, new int[] {0, 1}, chance);

    double gap = 2 * (Math.log(2) + Math.log(3 * samples));
    assertThat((double) careful.criticLoss()).isCloseTo(bold.criticLoss() + 2 * gap, within(0.15));
  }

  /// Critics that say 3 and 4, targets R + γ′·10 or R + γ′·(10 + α·entropy): with a heavy α the
  /// losses differ, and that without is the one that α does not change.
  @Test
  void theCriticsMayBeTaughtWhatIsEarnedAlone() {
    Conservatism earned = new Conservatism(0, 1, false);

    assertThat(criticLoss(5, earned)).isEqualTo(criticLoss(HARDLY_ANY, earned));
    assertThat(criticLoss(5, Conservatism.none()))
        .isNotEqualTo(criticLoss(HARDLY_ANY, Conservatism.none()));
  }

  private float criticLoss(double entropyWeight, Conservatism conservatism) {
    SacSettings settings = settings(entropyWeight, false);
    judge(critics, 3, 4);
    SacStep step =
        new SacStep(Kernels.scalar(), actor, critics, target, 1, 1, settings, conservatism);
    judge(target, 10, 40);
    step.learn(memory, new int[] {0, 1}, Philox.seeded(8));
    return step.criticLoss();
  }

  private SacStep step(SacSettings settings) {
    return new SacStep(
        Kernels.scalar(), actor, critics, target, 1, 1, settings, Conservatism.none());
  }

  private static SacSettings settings(double entropyWeight, boolean learned) {
    return new SacSettings(
        new Rounds(1, 1, 1, 2, 100, 0),
        new SoftLearning(1e-2, 0.99, 0.25, entropyWeight, learned, List.of(2)),
        false,
        -3);
  }

  private Critics critics(float first, float second) {
    Critics made = new Critics(1, 1, List.of(2), chance);
    clear(made.parameters());
    judge(made, first, second);
    return made;
  }

  private static void judge(Critics critics, float first, float second) {
    critics.parameters().get("q1.1.bias").set(first);
    critics.parameters().get("q2.1.bias").set(second);
  }

  private static double bias(Critics critics, String name) {
    return critics.parameters().get(name + ".1.bias").value();
  }

  private static void clear(Parameters parameters) {
    parameters.list().forEach(each -> Arrays.fill(each.values(), 0f));
  }
}

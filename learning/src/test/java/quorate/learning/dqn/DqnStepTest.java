package quorate.learning.dqn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import quorate.domain.chance.Philox;
import quorate.learning.graph.Parameters;
import quorate.learning.kernel.Kernels;
import quorate.learning.replay.Memory;
import quorate.learning.replay.Rounds;

/// On two steps whose targets are worked out by hand. The networks are set so that Q(s, a) = b[a]
/// whatever is seen.
class DqnStepTest {
  private static final DqnSettings PLAIN =
      DqnSettings.stableBaselines3().withHidden(List.of(2)).withRounds(1, 1, 1, 2);
  private final Memory memory = new Memory(2, 1, 1);

  DqnStepTest() {
    float[] any = {0};
    memory.add(any, 0, new float[] {1}, 0, 5, any, 0, 0.5f);
    memory.add(any, 0, new float[] {0}, 0, 7, any, 0, 0);
  }

  /// y = 5 + 0.5·max(10, 40) = 25 against Q(s, 1) = 3, and y = 7 + 0 against Q(s, 0) = 2.
  @Test
  void plainTargetsAreTheTargetNetworksBest() {
    float[] errors = errors(PLAIN, 10, 40, 2, 3);

    assertThat(errors).containsExactly(22, 5);
  }

  /// The network in training prefers choice 0 where the target network holds it for 10: y = 5 +
  /// 0.5·10.
  @Test
  void doubledTargetsArePickedByOneAndJudgedByTheOther() {
    DqnSettings doubled = PLAIN.withImprovements().withHidden(List.of(2));
    DqnSettings plainReturns =
        DqnSettings.plain(
            new Rounds(1, 1, 1, 2, 100, 0),
            new QLearning(1e-4, 0.99, 10, 1, 10, List.of(2), true, 1),
            new Exploration(0.1, 1, 0.05));
    assertThat(doubled.learning().doubled()).isTrue();

    float[] errors = errors(plainReturns, 10, 40, 4, 3);

    assertThat(errors).containsExactly(10 - 3, 7 - 4);
  }

  /// Errors 22 and 5 cost 22 − ½ and 5 − ½, 13 in the mean; κ = 2 adds 2·E[ln(e² + e³) − Q].
  @Test
  void theLossIsHubersAndConservatismAddsTheGap() {
    assertThat(loss(0)).isCloseTo(13f, within(1e-5f));
    double all = Math.log(Math.exp(2) + Math.exp(3));
    double gap = ((all - 3) + (all - 2)) / 2;
    assertThat((double) loss(2)).isCloseTo(13 + 2 * gap, within(1e-5));
  }

  /// V + A − mean A: with V = 1 and A = (4, 2), Q = (2, 0).
  @Test
  void duellingHeadsAddUpToTheValueOfTheState() {
    QNetwork network = new QNetwork(Kernels.scalar(), 1, 2, List.of(2), true, Philox.seeded(1));
    Parameters parameters = network.parameters();
    parameters.list().forEach(each -> java.util.Arrays.fill(each.values(), 0f));
    parameters.get("value.0.bias").set(1);
    parameters.get("advantage.0.bias").set(4, 2);

    assertThat(network.judging(1).judge()).containsExactly(2, 0);
  }

  @Test
  void theTargetNetworkFollowsWhenTold() {
    QNetwork network = network(2, 3);
    QNetwork target = network(10, 40);
    DqnStep step =
        new DqnStep(
            Kernels.scalar(), network, target, network(0, 0), PLAIN, ChoiceConservatism.none());
    assertThat(target.parameters().get("q.1.bias").values()).containsExactly(2, 3);

    network.parameters().get("q.1.bias").set(8, 9);
    assertThat(target.parameters().get("q.1.bias").values()).containsExactly(2, 3);
    step.follow();
    assertThat(target.parameters().get("q.1.bias").values()).containsExactly(8, 9);
  }

  /// With a part of ¼ and numbers that have moved from 2 to b, the mean is 2 + (b − 2)/4.
  @Test
  void theAverageFollowsEveryUpdateInPart() {
    DqnSettings settings =
        DqnSettings.plain(
            new Rounds(1, 1, 1, 2, 100, 0),
            new QLearning(0.1, 0.99, 10, 1, 10, List.of(2), false, 0.25),
            new Exploration(0.1, 1, 0.05));
    QNetwork network = network(2, 3);
    QNetwork average = network(0, 0);
    DqnStep step =
        new DqnStep(
            Kernels.scalar(), network, network(0, 0), average, settings, ChoiceConservatism.none());

    step.learn(memory, new int[] {0, 1});

    float moved = network.parameters().get("q.1.bias").values()[0];
    assertThat(moved).isGreaterThan(2);
    assertThat(average.parameters().get("q.1.bias").values()[0])
        .isCloseTo(2 + (moved - 2) / 4, within(1e-6f));
  }

  private float[] errors(DqnSettings settings, float t0, float t1, float q0, float q1) {
    QNetwork network = network(q0, q1);
    QNetwork target = network(0, 0);
    DqnStep step =
        new DqnStep(
            Kernels.scalar(), network, target, network(0, 0), settings, ChoiceConservatism.none());
    target.parameters().get("q.1.bias").set(t0, t1);
    return step.learn(memory, new int[] {0, 1});
  }

  /// At the temperature ½, κ·½·E[ln(e⁴ + e⁶) − 2Q]; squared, the errors 22 and 5 cost 242 and 12.5.
  @Test
  void theTemperatureScalesTheGapAndErrorsMayBeSquared() {
    double all = Math.log(Math.exp(4) + Math.exp(6));
    double gap = ((all - 6) + (all - 4)) / 2;

    double found = loss(new ChoiceConservatism(2, 0.5, true));

    assertThat(found).isCloseTo((242 + 12.5) / 2 + 2 * 0.5 * gap, within(1e-4));
  }

  private float loss(double conservatism) {
    return loss(new ChoiceConservatism(conservatism, 1, false));
  }

  private float loss(ChoiceConservatism conservatism) {
    QNetwork target = network(0, 0);
    DqnStep step =
        new DqnStep(Kernels.scalar(), network(2, 3), target, network(0, 0), PLAIN, conservatism);
    target.parameters().get("q.1.bias").set(10, 40);
    step.learn(memory, new int[] {0, 1});
    return step.loss();
  }

  private static QNetwork network(float q0, float q1) {
    QNetwork network = new QNetwork(Kernels.scalar(), 1, 2, List.of(2), false, Philox.seeded(1));
    network.parameters().list().forEach(each -> java.util.Arrays.fill(each.values(), 0f));
    network.parameters().get("q.1.bias").set(q0, q1);
    return network;
  }
}

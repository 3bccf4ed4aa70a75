package quorate.learning.cql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import quorate.domain.chance.Philox;
import quorate.learning.environment.Simulation;
import quorate.learning.environment.Space;
import quorate.learning.environment.VectorEnvironment;
import quorate.learning.graph.Tensor;
import quorate.learning.kernel.Kernels;
import quorate.learning.learner.Trials;
import quorate.learning.replay.Recording;
import quorate.learning.sac.Conservatism;
import quorate.learning.sac.SoftLearning;
import quorate.learning.world.Pendulum;

class ConservativeSacTest {
  private static final ConservativeSacSettings SETTINGS =
      ConservativeSacSettings.paper().withSizes(32, List.of(16, 16)).withAverage(0.01);
  private static final Conservatism CAREFUL = new Conservatism(5, 4, false);
  private static final Space.Box TORQUES = (Space.Box) new Pendulum().actionSpace();

  /// Torques from 1 to 2 alone: −2…1 is not shown.
  private final Recording pushing = recording(2000);

  @Test
  void actionsThatTheRecordingDoesNotShowAreNotTaken() {
    ConservativeSac careful = learner(Kernels.fastest(), CAREFUL, 1);

    Trials.learn(careful, 1000);

    float[] torque = new float[1];
    careful.acting(1).act(new float[] {1, 0, 0}, torque);
    assertThat(torque[0]).isBetween(0.9f, 2f);
  }

  @Test
  void valuesAreHeldDown() {
    ConservativeSac bold = learner(Kernels.fastest(), Conservatism.none(), 1);
    ConservativeSac careful = learner(Kernels.fastest(), CAREFUL, 1);

    Trials.learn(bold, 1000);
    Trials.learn(careful, 1000);

    float[] upright = {1, 0, 0};
    assertThat(careful.value(upright)).isLessThan(bold.value(upright));
  }

  @Test
  void theSameSeedGivesTheSameWeightsOnVectorsAndOneByOne() {
    ConservativeSac one = learner(Kernels.fastest(), CAREFUL, 3);
    ConservativeSac same = learner(Kernels.scalar(), CAREFUL, 3);

    one.advance();
    same.advance();

    assertThat(Trials.weights(one)).isEqualTo(Trials.weights(same));
  }

  @Test
  void aResumedRunIsTheUninterruptedOneBitForBit() {
    ConservativeSac whole = learner(Kernels.fastest(), CAREFUL, 3);
    ConservativeSac resumed = learner(Kernels.fastest(), CAREFUL, 4);
    whole.advance();

    Trials.resume(resumed, Trials.saved(whole));
    whole.advance();
    resumed.advance();

    assertThat(Trials.saved(resumed)).isEqualTo(Trials.saved(whole));
    assertThat(Trials.weights(resumed)).isEqualTo(Trials.weights(whole));
  }

  /// A thousandth a step of an actor that goes at an even pace: after 100 steps it has come ½ · 100
  /// / 1000 of its way.
  @Test
  void theActorThatIsHandedOutFollowsTheOneInTraining() {
    ConservativeSac last = averaging(1);
    ConservativeSac slow = averaging(1e-3);
    float[] begun = actor(last);

    last.advance();
    slow.advance();

    double way = distance(begun, actor(last));
    assertThat(distance(begun, actor(slow))).isBetween(0.02 * way, 0.1 * way);
  }

  @Test
  void whatItCannotLearnFromIsRefused() {
    Space.Box two = Space.box(-1, 1, 2);

    assertThatThrownBy(() -> new ConservativeSac(Kernels.scalar(), pushing, two, SETTINGS, 1))
        .hasMessage(
            "recorded actions must have the 2 numbers of their space, but had 1: it was recorded in another world");
    assertThatThrownBy(
            () -> new ConservativeSac(Kernels.scalar(), pushing, Space.unbounded(1), SETTINGS, 1))
        .hasMessage("CQL's actions must be numbers with bounds, but were -Infinity … Infinity");
    assertThatThrownBy(() -> new Conservatism(-1, 4, false))
        .hasMessage("conservatism must be at least 0 with at least 1 sample, but was -1.0 with 4");
    assertThatThrownBy(() -> SETTINGS.withSizes(0, List.of(8)))
        .hasMessage("CQL's minibatch must be at least 1, but was 0");
    assertThatThrownBy(() -> SETTINGS.withAverage(0))
        .hasMessage("CQL's averagePart must be above 0 and at most 1, but was 0.0");
    assertThatThrownBy(() -> SETTINGS.withAverage(1.5))
        .hasMessage("CQL's averagePart must be above 0 and at most 1, but was 1.5");
  }

  @Test
  void tunedSettingsAreThoseThatWereProven() {
    assertThat(ConservativeSacSettings.tuned("Pendulum-v1"))
        .isEqualTo(
            new ConservativeSacSettings(
                64,
                new SoftLearning(1e-3, 0.95, 0.01, 0.1, true, List.of(64, 64)),
                1e-3,
                new Conservatism(1.5, 4, false)));
    assertThat(ConservativeSacSettings.paper())
        .isEqualTo(
            new ConservativeSacSettings(
                256,
                new SoftLearning(3e-4, 0.99, 0.005, 1, true, List.of(256, 256, 256)),
                1,
                new Conservatism(5, 10, false)));
    assertThatThrownBy(() -> ConservativeSacSettings.tuned("Ant-v5"))
        .hasMessage(
            "CQL on continuous actions has tuned settings for Pendulum-v1, but was asked for Ant-v5: begin with paper()");
  }

  private ConservativeSac learner(Kernels kernels, Conservatism conservatism, long seed) {
    return new ConservativeSac(kernels, pushing, TORQUES, SETTINGS.with(conservatism), seed);
  }

  private ConservativeSac averaging(double part) {
    return new ConservativeSac(
        Kernels.fastest(), pushing, TORQUES, SETTINGS.with(CAREFUL).withAverage(part), 1);
  }

  private static float[] actor(ConservativeSac learner) {
    Tensor first = learner.parameters().list().getFirst();
    assertThat(first.name()).startsWith("actor");
    return first.values().clone();
  }

  private static double distance(float[] from, float[] to) {
    double squares = 0;
    for (int i = 0; i < from.length; i++) {
      squares += Math.pow((double) to[i] - from[i], 2);
    }
    return Math.sqrt(squares);
  }

  private static Recording recording(int steps) {
    Recording recording = new Recording(3, 1);
    VectorEnvironment environment = Simulation.of(new Pendulum(), 1);
    environment.reset(3);
    Philox chance = Philox.seeded(7);
    for (int i = 0; i < steps; i++) {
      float[] seen = environment.observations().clone();
      float[] torque = {1 + chance.nextFloat()};
      environment.step(torque);
      recording.add(seen, torque, environment);
    }
    return recording;
  }
}

package quorate.learning.cql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import quorate.domain.chance.Philox;
import quorate.learning.dqn.ChoiceConservatism;
import quorate.learning.dqn.QLearning;
import quorate.learning.environment.Simulation;
import quorate.learning.environment.VectorEnvironment;
import quorate.learning.kernel.Kernels;
import quorate.learning.learner.Trials;
import quorate.learning.replay.Recording;

/// Values that are known exactly, of a corridor in which 85 % of the recorded steps went on.
class ConservativeValuesTest {
  private static final double DISCOUNT = 0.9;
  private static final double BEHAVIOUR = 0.85;
  private static final Recording WALKS = walks();

  /// V = γⁿ, n steps before the last place. A time limit that ended values, or a first observation
  /// of the next episode in the place of the last of this one, would show here.
  @Test
  void withoutConservatismValuesAreTheOptimalOnes() {
    ConservativeDqn learner = learned(new ChoiceConservatism(0, 1, true));

    for (int place = 0; place < Corridor.PLACES; place++) {
      assertThat(learner.bestValue(Corridor.seen(place)))
          .isCloseTo(Math.pow(DISCOUNT, 3 - place), within(0.02));
    }
  }

  /// Where only the best choice counts, it loses κ(1/β − 1) at each step, with β ≈ 0.85 how often
  /// it was recorded: V(3) = 1 − κ(1/β − 1), V(n) = γV(n + 1) − κ(1/β − 1).
  @Test
  void nearTheMaximumValuesLieBelowTheTruthByWhatTheBestChoiceLoses() {
    double weight = 0.1;
    double lost = weight * (1 / BEHAVIOUR - 1);

    ConservativeDqn learner = learned(new ChoiceConservatism(weight, 0.003, true));

    double expected = 1 - lost;
    for (int place = Corridor.PLACES - 1; place >= 0; place--) {
      assertThat(learner.bestValue(Corridor.seen(place))).isCloseTo(expected, within(0.02));
      expected = DISCOUNT * expected - lost;
    }
  }

  /// With a temperature far above the differences, choices count alike, ½ each, and what was done
  /// more often than that gains κ(1 − ½/β) at each step: values lie above the truth.
  @Test
  void farFromTheMaximumWhatWasDoneOftenIsBelievedTooGood() {
    ConservativeDqn learner = learned(new ChoiceConservatism(0.1, 10, true));

    double gained = 0.1 * (1 - 0.5 / BEHAVIOUR);
    assertThat(learner.bestValue(Corridor.seen(3))).isCloseTo(1 + gained, within(0.02));
    assertThat(learner.bestValue(Corridor.seen(0))).isGreaterThan(Math.pow(DISCOUNT, 3) + gained);
  }

  private static ConservativeDqn learned(ChoiceConservatism conservatism) {
    ConservativeDqnSettings settings =
        new ConservativeDqnSettings(
            64, new QLearning(1e-3, DISCOUNT, 20, 1, 10, List.of(32), true, 0.01), conservatism);
    ConservativeDqn learner = new ConservativeDqn(Kernels.fastest(), WALKS, 2, settings, 1);
    Trials.learn(learner, 4000);
    return learner;
  }

  private static Recording walks() {
    Recording walks = new Recording(Corridor.PLACES, 1);
    VectorEnvironment environment = Simulation.of(new Corridor(), 1);
    environment.reset(3);
    Philox chance = Philox.seeded(7);
    for (int i = 0; i < 5000; i++) {
      float[] seen = environment.observations().clone();
      float[] done = {chance.nextDouble() < BEHAVIOUR ? 1 : 0};
      environment.step(done);
      walks.add(seen, done, environment);
    }
    return walks;
  }
}

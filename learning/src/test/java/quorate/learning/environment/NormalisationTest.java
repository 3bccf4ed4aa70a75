package quorate.learning.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;
import quorate.domain.chance.Philox;
import quorate.learning.state.StateReader;
import quorate.learning.state.StateWriter;

class NormalisationTest {
  private static final double FIRST = 1e-4;

  @Test
  void joinsBatchesToTheMomentsOfTheWhole() {
    Philox chance = Philox.seeded(1);
    RunningMoments moments = new RunningMoments(2);
    double sum = 0;
    double squares = 0;
    int rows = 0;

    for (int batch = 1; batch < 60; batch++) {
      float[] values = new float[2 * batch];
      for (int row = 0; row < batch; row++) {
        values[2 * row] = (float) (1000 + chance.nextGaussian());
        values[2 * row + 1] = 3;
        sum += values[2 * row];
        squares += (double) values[2 * row] * values[2 * row];
      }
      moments.update(values, batch, "test");
      rows += batch;
    }

    // The start counts as 1e-4 rows of mean 0 and mean square 1.
    double weight = rows + FIRST;
    double mean = sum / weight;
    assertThat(moments.count()).isCloseTo(weight, within(1e-9));
    assertThat(moments.mean(0)).isCloseTo(mean, within(1e-9));
    assertThat(moments.variance(0))
        .isCloseTo((squares + FIRST) / weight - mean * mean, within(1e-6));
    assertThat(moments.mean(1)).isCloseTo(3 * rows / weight, within(1e-12));
  }

  @Test
  void takesInAnObservationBeforeItIsNormalised() {
    NormalisedObservations seen = NormalisedObservations.learning(counting(4));
    seen.reset(1);
    seen.step(new float[4]);

    // Column 0: four zeros, then four ones, after a weight of 1e-4 at mean 0 and mean square 1.
    double weight = 8 + FIRST;
    double mean = 4 / weight;
    double variance = (4 + FIRST) / weight - mean * mean;
    double expected = (1 - mean) / Math.sqrt(variance + 1e-8);
    assertThat(seen.moments().mean(0)).isCloseTo(mean, within(1e-12));
    assertThat(seen.moments().variance(0)).isCloseTo(variance, within(1e-12));
    assertThat((double) seen.observations()[0]).isCloseTo(expected, within(1e-6));
  }

  @Test
  void normalisesFinalObservationsWithoutTakingThemIn() {
    NormalisedObservations seen = NormalisedObservations.learning(counting(1));
    seen.reset(1);

    seen.step(new float[] {1});

    assertThat(seen.dones()[0]).isEqualTo(VectorEnvironment.TERMINATED);
    assertThat(seen.moments().mean(0)).isZero(); // the 1 of the final observation is not in it
    double scale = Math.sqrt(seen.moments().variance(0) + 1e-8);
    assertThat((double) seen.finalObservations()[0])
        .isCloseTo(Math.min(10, 1 / scale), within(1e-6));
  }

  @Test
  void clipsObservationsAt10() {
    RunningMoments moments = new RunningMoments(2);
    moments.update(new float[] {0, 0, 0, 0}, 2, "zeros");
    NormalisedObservations seen = NormalisedObservations.frozen(counting(1), moments);
    seen.reset(1);

    seen.step(new float[] {0});

    assertThat(seen.observations()[0]).isEqualTo(10);
    assertThat(seen.observationSpace()).isEqualTo(Space.box(-10, 10, 2));
  }

  @Test
  void leavesFrozenMomentsAsTheyAre() {
    NormalisedObservations training = NormalisedObservations.learning(counting(3));
    training.reset(1);
    double mean = training.moments().mean(1);

    NormalisedObservations evaluation =
        NormalisedObservations.frozen(counting(2), training.moments());
    evaluation.reset(5);
    evaluation.step(new float[2]);

    assertThat(training.moments().mean(1)).isEqualTo(mean);
    assertThat(evaluation.moments()).isSameAs(training.moments());
    assertThatThrownBy(() -> NormalisedObservations.frozen(counting(1), new RunningMoments(3)))
        .hasMessage("moments must have the 2 columns of an observation, but had 3 (counting)");
  }

  @Test
  void normalisesObservationsFromElsewhereByTheMomentsOfTheMoment() {
    NormalisedObservations seen = NormalisedObservations.learning(counting(1));
    seen.reset(1);
    seen.moments().update(new float[] {3, 0, 5, 0}, 2, "others");
    RunningMoments before = seen.moments();
    double mean = before.mean(0);
    float[] into = new float[4];

    seen.normalise(new float[] {4, 0, 1, 0}, into);

    double scale = Math.sqrt(before.variance(0) + 1e-8);
    assertThat((double) into[0]).isCloseTo((4 - mean) / scale, within(1e-6));
    assertThat((double) into[2]).isCloseTo((1 - mean) / scale, within(1e-6));
    assertThat(seen.moments().mean(0)).isEqualTo(mean);
  }

  @Test
  void dividesRewardsByTheDeviationOfDiscountedReturns() {
    NormalisedRewards paid = new NormalisedRewards(counting(1), 0.5);
    paid.reset(1);

    paid.step(new float[] {2}); // return 1
    double one = (1 + FIRST) / (1 + FIRST) - Math.pow(1 / (1 + FIRST), 2);
    assertThat((double) paid.rewards()[0])
        .isCloseTo(Math.min(10, 1 / Math.sqrt(one + 1e-8)), within(1e-3));

    paid.step(new float[] {2}); // return 0.5 · 1 + 2 = 2.5, and the episode ends
    double two = (1 + 6.25 + FIRST) / (2 + FIRST) - Math.pow(3.5 / (2 + FIRST), 2);
    assertThat(paid.moments().variance(0)).isCloseTo(two, within(1e-9));
    assertThat((double) paid.rewards()[0]).isCloseTo(2 / Math.sqrt(two + 1e-8), within(1e-5));

    paid.step(new float[] {2}); // a new episode: return 1
    double three = (1 + 6.25 + 1 + FIRST) / (3 + FIRST) - Math.pow(4.5 / (3 + FIRST), 2);
    assertThat(paid.moments().variance(0)).isCloseTo(three, within(1e-9));
  }

  @Test
  void goesOnFromASavedState() {
    VectorEnvironment whole =
        new NormalisedRewards(NormalisedObservations.learning(counting(3)), 0.9);
    whole.reset(4);
    float[] actions = {2, 3, 0};
    for (int i = 0; i < 7; i++) {
      whole.step(actions);
    }

    VectorEnvironment resumed =
        Saved.into(new NormalisedRewards(NormalisedObservations.learning(counting(3)), 0.9), whole);

    for (int i = 0; i < 10; i++) {
      assertThat(resumed.observations()).isEqualTo(whole.observations());
      assertThat(resumed.finalObservations()).isEqualTo(whole.finalObservations());
      assertThat(resumed.rewards()).isEqualTo(whole.rewards());
      whole.step(actions);
      resumed.step(actions);
    }
  }

  @Test
  void leavesFrozenMomentsAsTheyAreWhenAStateIsLoaded() {
    RunningMoments moments = new RunningMoments(2);
    NormalisedObservations evaluation = NormalisedObservations.frozen(counting(1), moments);
    evaluation.reset(1);
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    try (StateWriter out = StateWriter.to(saved)) {
      evaluation.save(out);
    }
    moments.update(new float[] {1, 2}, 1, "training goes on");
    double mean = moments.mean(1);

    evaluation.load(StateReader.from(new ByteArrayInputStream(saved.toByteArray())));

    assertThat(moments.mean(1)).isEqualTo(mean).isPositive();
  }

  @Test
  void refusesWhatIsNotFiniteAndTakesNothingOfItIn() {
    RunningMoments moments = new RunningMoments(2);

    assertThatThrownBy(() -> moments.update(new float[] {1, 2, 3, Float.NaN}, 2, "test"))
        .hasMessage(
            "a number to be normalised must be finite, but was NaN (test, row 1, column 1)");
    assertThat(moments.mean(0)).isZero();
    assertThatThrownBy(() -> new NormalisedRewards(counting(1), 1.5))
        .hasMessage("the discount must be from 0 to 1, but was 1.5 (counting)");
  }

  private static VectorEnvironment counting(int copies) {
    return Simulation.of(new Counting(9), copies);
  }
}

package quorate.features.covariance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import quorate.domain.chance.Philox;
import quorate.domain.property.ForAll;
import quorate.features.covariance.ExponentialCovariance.Centre;
import quorate.features.state.StateCodec;

class ExponentialCovarianceTest {

  @ParameterizedTest
  @EnumSource(Centre.class)
  void isTheWeightedMeanOfProductsOfDeviations(Centre centre) {
    ForAll.cases(
        40,
        1,
        SyntheticReturns::any,
        returns -> {
          ExponentialCovariance settings = ExponentialCovariance.ofHalfLife(8, centre);

          Covariance ours = settings.estimate(returns(returns));

          for (int i = 0; i < ours.size(); i++) {
            for (int j = 0; j < ours.size(); j++) {
              double scale = Math.sqrt(ours.at(i, i) * ours.at(j, j));
              assertThat(ours.at(i, j))
                  .isCloseTo(naive(returns, settings, i, j), within(1e-10 * scale));
            }
          }
        });
  }

  private static double naive(double[][] returns, ExponentialCovariance settings, int i, int j) {
    double ci = centre(returns, settings, i);
    double cj = centre(returns, settings, j);
    double sum = 0;
    double weights = 0;
    for (int t = 0; t < returns.length; t++) {
      double weight = Math.pow(settings.decay(), returns.length - 1 - t);
      sum += weight * (returns[t][i] - ci) * (returns[t][j] - cj);
      weights += weight;
    }
    return sum / weights;
  }

  private static double centre(double[][] returns, ExponentialCovariance settings, int i) {
    if (settings.centre() == Centre.ZERO) {
      return 0;
    }
    double decay = settings.centre() == Centre.MEAN ? 1 : settings.decay();
    double sum = 0;
    double weights = 0;
    for (int t = 0; t < returns.length; t++) {
      double weight = Math.pow(decay, returns.length - 1 - t);
      sum += weight * returns[t][i];
      weights += weight;
    }
    return sum / weights;
  }

  /// Spans and half-lives: α = 2/(span + 1); two days of half-life 1 weigh ½ and 1.
  @Test
  void readsSpansAndHalfLives() {
    assertThat(ExponentialCovariance.ofSpan(19, Centre.MEAN).decay()).isCloseTo(0.9, within(1e-15));
    assertThat(ExponentialCovariance.ofHalfLife(1, Centre.MEAN).decay()).isEqualTo(0.5);
    assertThat(ExponentialCovariance.defaults())
        .isEqualTo(new ExponentialCovariance(1 - 2.0 / 181, Centre.MEAN));
  }

  @Test
  void refusesADecayThatForgetsNothingOrAll() {
    for (double decay : new double[] {0, 1, -0.5, Double.NaN}) {
      assertThatThrownBy(() -> new ExponentialCovariance(decay, Centre.MEAN))
          .hasMessage("decay must be above 0 and below 1, but was " + decay);
    }
    assertThatThrownBy(() -> ExponentialCovariance.ofSpan(1, Centre.MEAN))
        .hasMessage("span must be above 1 day, but was 1.0");
    assertThatThrownBy(() -> ExponentialCovariance.ofHalfLife(0, Centre.MEAN))
        .hasMessage("half-life must be positive, but was 0.0");
  }

  @ParameterizedTest
  @EnumSource(Centre.class)
  void streamsWhatTheBatchGivesBitForBitOnEveryDay(Centre centre) {
    double[][] days = SyntheticReturns.oneFactor(Philox.seeded(2), 60, 5, 0.4);
    ExponentialCovariance settings = ExponentialCovariance.ofSpan(10, centre);
    ExponentialCovarianceStream stream = stream(settings);

    for (int day = 0; day < 60; day++) {
      stream.update(days[day]);
      if (day > 0) {
        Covariance batch = settings.estimate(returns(Arrays.copyOf(days, day + 1)));
        assertThat(stream.covariance().matrix()).isDeepEqualTo(batch.matrix());
      }
    }
  }

  @Test
  void goesOnBitForBitFromAStateSavedOnAnyDay() {
    double[][] days = SyntheticReturns.oneFactor(Philox.seeded(3), 40, 5, 0.4);
    ExponentialCovariance settings = ExponentialCovariance.defaults();
    ExponentialCovarianceStream whole = stream(settings);
    Arrays.stream(days).forEach(whole::update);

    for (int saved = 0; saved < 40; saved += 7) {
      ExponentialCovarianceStream before = stream(settings);
      Arrays.stream(days, 0, saved).forEach(before::update);
      ExponentialCovarianceStream after = stream(settings);
      StateCodec.load(StateCodec.save(before), after);
      Arrays.stream(days, saved, 40).forEach(after::update);

      assertThat(after.covariance().matrix()).isDeepEqualTo(whole.covariance().matrix());
      assertThat(after.days()).isEqualTo(40);
    }
  }

  @Test
  void refusesTheStateOfAnotherDecay() {
    byte[] state = StateCodec.save(stream(ExponentialCovariance.defaults()));

    assertThatThrownBy(
            () -> StateCodec.load(state, stream(new ExponentialCovariance(0.5, Centre.MEAN))))
        .hasMessageContaining("state must be of \"exponential covariance, decay 0.5")
        .hasMessageContaining("a0, a1, a2, a3, a4");
  }

  @Test
  void isReadyAfterTwoDaysAndRefusesToBeReadBefore() {
    ExponentialCovarianceStream stream = stream(ExponentialCovariance.defaults());
    stream.update(new double[5]);

    assertThat(stream.ready()).isFalse();
    assertThatThrownBy(stream::covariance)
        .hasMessage("a covariance needs at least 2 days of returns, but had 1");

    stream.update(new double[5]);
    assertThat(stream.ready()).isTrue();
  }

  @Test
  void takesNothingOfADayWithAReturnThatIsNoNumber() {
    ExponentialCovarianceStream stream = stream(ExponentialCovariance.defaults());
    stream.update(new double[] {1, 2, 3, 4, 5});
    byte[] before = StateCodec.save(stream);

    assertThatThrownBy(() -> stream.update(new double[] {1, 2, Double.NaN, 4, 5}))
        .hasMessage("return must be finite, but was NaN (asset \"a2\", day 1)");

    assertThat(StateCodec.save(stream)).isEqualTo(before);
  }

  @Test
  void allocatesNothingPerUpdateNorWhenReadIntoAnArray() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    double[][] days = SyntheticReturns.oneFactor(Philox.seeded(4), 500, 5, 0.4);
    ExponentialCovarianceStream stream = stream(ExponentialCovariance.defaults());
    double[][] into = new double[5][5];
    stream.update(days[0]);
    long least = Long.MAX_VALUE;

    for (int round = 0; round < 5; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (double[] day : days) {
        stream.update(day);
        stream.read(into);
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }

    assertThat(least).isZero();
    assertThat(into).isDeepEqualTo(stream.covariance().matrix());
  }

  private static Returns returns(double[][] days) {
    return Returns.of(CovarianceFixture.names(days[0].length), 252, days);
  }

  private static ExponentialCovarianceStream stream(ExponentialCovariance settings) {
    return new ExponentialCovarianceStream(settings, CovarianceFixture.names(5), 252);
  }
}

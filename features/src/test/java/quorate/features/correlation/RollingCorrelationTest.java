package quorate.features.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import quorate.domain.chance.Philox;
import quorate.features.covariance.CovarianceFixture;
import quorate.features.covariance.Returns;
import quorate.features.covariance.SampleCovariance;
import quorate.features.covariance.SyntheticReturns;
import quorate.features.state.StateCodec;

class RollingCorrelationTest {
  private static final int WINDOW = 30;
  private static final double[][] DAYS = SyntheticReturns.oneFactor(Philox.seeded(1), 100, 4, 0.4);

  private static RollingCorrelation rolling() {
    return new RollingCorrelation(CovarianceFixture.names(4), 252, WINDOW);
  }

  @Test
  void isTheCorrelationOfTheLastDaysBitForBit() {
    RollingCorrelation rolling = rolling();

    for (int day = 0; day < DAYS.length; day++) {
      rolling.update(DAYS[day]);
      assertThat(rolling.ready()).isEqualTo(day >= WINDOW - 1);
      if (rolling.ready()) {
        double[][] last = Arrays.copyOfRange(DAYS, day + 1 - WINDOW, day + 1);
        double[][] batch =
            SampleCovariance.defaults()
                .estimate(Returns.of(CovarianceFixture.names(4), 252, last))
                .correlation();
        assertThat(rolling.covariance().correlation()).isDeepEqualTo(batch);
        assertThat(rolling.diagnostics()).isEqualTo(CorrelationDiagnostics.of(batch, WINDOW));
      }
    }
  }

  @Test
  void goesOnBitForBitFromAStateSavedOnAnyDay() {
    RollingCorrelation whole = rolling();
    Arrays.stream(DAYS).forEach(whole::update);

    for (int saved = 0; saved < DAYS.length; saved += 9) {
      RollingCorrelation before = rolling();
      Arrays.stream(DAYS, 0, saved).forEach(before::update);
      RollingCorrelation after = rolling();
      StateCodec.load(StateCodec.save(before), after);
      Arrays.stream(DAYS, saved, DAYS.length).forEach(after::update);

      assertThat(after.diagnostics()).isEqualTo(whole.diagnostics());
    }
  }

  @Test
  void allocatesNothingPerUpdate() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    RollingCorrelation rolling = rolling();
    long least = Long.MAX_VALUE;

    for (int round = 0; round < 5; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (double[] day : DAYS) {
        rolling.update(day);
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }

    assertThat(least).isZero();
    assertThat(rolling.ready()).isTrue();
  }

  @Test
  void refusesBadSettingsAndBadDays() {
    assertThatThrownBy(() -> new RollingCorrelation(CovarianceFixture.names(4), 252, 2))
        .hasMessage("window must be at least 3 days, but was 2 (rolling correlation)");
    assertThatThrownBy(() -> new RollingCorrelation(List.of("SPY"), 252, 30))
        .hasMessage("correlation needs at least 2 assets, but was given 1");
    assertThatThrownBy(() -> rolling().update(new double[] {0, 0, Double.NaN, 0}))
        .hasMessage("return must be finite, but was NaN (asset \"a2\", day 0)");
    assertThatThrownBy(() -> rolling().diagnostics())
        .hasMessage("needs 30 days of returns, but had 0");
  }

  @Test
  void namesAnAssetThatDidNotMoveWithinTheWindow() {
    RollingCorrelation rolling = rolling();
    for (double[] day : DAYS) {
      rolling.update(new double[] {day[0], day[1], 0.001, day[3]});
    }

    assertThatThrownBy(rolling::diagnostics)
        .hasMessage(
            "variance must be positive for a correlation, but was 0.0 (asset \"a2\"); leave it out");
  }
}

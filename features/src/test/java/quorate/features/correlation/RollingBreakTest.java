package quorate.features.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import quorate.domain.chance.Philox;
import quorate.features.covariance.CovarianceFixture;
import quorate.features.covariance.SyntheticReturns;
import quorate.features.state.StateCodec;

class RollingBreakTest {
  private static final BreakSettings SETTINGS = new BreakSettings(40, 5, 99, 0.02, 1);

  private static RollingBreak rolling() {
    return new RollingBreak(CovarianceFixture.names(5), SETTINGS);
  }

  private static double[][] days(int count, double before, double after, int change) {
    double[][] days = SyntheticReturns.oneFactor(Philox.seeded(5), count, 5, before);
    double[][] other = SyntheticReturns.oneFactor(Philox.seeded(6), count, 5, after);
    System.arraycopy(other, change, days, change, count - change);
    return days;
  }

  @Test
  void isReadyAfterTwoWindows() {
    RollingBreak rolling = rolling();
    double[][] days = days(80, 0.3, 0.3, 40);
    Arrays.stream(days, 0, 79).forEach(rolling::update);

    assertThat(rolling.ready()).isFalse();
    assertThatThrownBy(rolling::compare).hasMessage("needs 80 days of returns, but had 79");

    rolling.update(days[79]);
    assertThat(rolling.ready()).isTrue();
  }

  /// Correlation 0.1 becomes 0.8 on day 100; the later window lies wholly after it from day 140 on.
  @Test
  void seesABreakWhereItIsAndNoneLongBefore() {
    RollingBreak rolling = rolling();
    double[][] days = days(140, 0.1, 0.8, 100);

    Arrays.stream(days, 0, 100).forEach(rolling::update);
    CorrelationBreak before = rolling.compare();
    Arrays.stream(days, 100, 140).forEach(rolling::update);
    CorrelationBreak at = rolling.compare();

    assertThat(before.broken()).isFalse();
    assertThat(at.broken()).isTrue();
    assertThat(at.distance()).isGreaterThan(0.4);
  }

  @Test
  void comparesTheTwoWindowsBeforeTheDayItIsAsked() {
    RollingBreak rolling = rolling();
    double[][] days = days(97, 0.3, 0.5, 50);
    Arrays.stream(days).forEach(rolling::update);

    CorrelationBreak expected =
        CorrelationBreak.between(
            CovarianceFixture.names(5),
            Arrays.copyOfRange(days, 17, 57),
            Arrays.copyOfRange(days, 57, 97),
            SETTINGS,
            97);

    assertThat(rolling.compare()).isEqualTo(expected);
    assertThat(rolling.compare()).isEqualTo(expected);
  }

  @Test
  void goesOnBitForBitFromASavedState() {
    double[][] days = days(120, 0.2, 0.6, 60);
    RollingBreak whole = rolling();
    Arrays.stream(days).forEach(whole::update);

    for (int saved = 0; saved < 120; saved += 17) {
      RollingBreak before = rolling();
      Arrays.stream(days, 0, saved).forEach(before::update);
      RollingBreak after = rolling();
      StateCodec.load(StateCodec.save(before), after);
      Arrays.stream(days, saved, 120).forEach(after::update);

      assertThat(after.compare()).isEqualTo(whole.compare());
    }
  }

  @Test
  void refusesTheStateOfOtherSettings() {
    byte[] state =
        StateCodec.save(new RollingBreak(CovarianceFixture.names(5), BreakSettings.defaults()));

    assertThatThrownBy(() -> StateCodec.load(state, rolling()))
        .hasMessageContaining("window=40")
        .hasMessageContaining("window=120");
  }
}

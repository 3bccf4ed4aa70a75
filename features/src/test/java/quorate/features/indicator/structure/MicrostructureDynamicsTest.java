package quorate.features.indicator.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import quorate.domain.BarFlags;
import quorate.features.indicator.BarView;
import quorate.features.indicator.MutableBar;
import quorate.features.indicator.volatility.Atr;
import quorate.features.naive.NaiveMicrostructure;
import quorate.features.naive.NaiveVolumeProfile;
import quorate.features.series.CoarserBars;
import quorate.features.series.NaiveBars;
import quorate.features.series.SyntheticBars;
import quorate.features.state.StateCodec;

class MicrostructureDynamicsTest {
  private static final int INSIDE = 6;
  private static final double TICK = 0.05;
  private static final double LN2 = Math.log(2);

  private final MutableBar bar = new MutableBar();

  private static int output(String name) {
    return MicrostructureDynamics.OUTPUTS.indexOf(name);
  }

  /// The example of the page: a window of three bars, ATR and kernel mean of one.
  ///
  /// Closes 100, 200, 100 and volumes 3, 3, 7: the logarithms step by ln 2, −ln 2 and by 0, ln 2.
  /// Three numbers 0, d, 0 have the deviation d·√2/3, so that with q = 3/√2 the path's steps are
  /// (½, q, 0) and (½, −q, q). Areas A = (−q, q/2, q²), of which the log-signature has half; degree
  /// 3 is the bracket of a twelfth of the steps' difference (0, 2q, −q) with A.
  @Test
  void tellsThePathOfThreeBars() {
    MicrostructureDynamics dynamics =
        new MicrostructureDynamics(new MicrostructureDynamics.Settings(3, 1, 20, 2, 8, 8, 1));

    dynamics.update(at(100, 3));
    dynamics.update(at(200, 3));
    assertThat(dynamics.ready()).isFalse();
    dynamics.update(at(100, 7));

    assertThat(dynamics.ready()).isTrue();
    double q = 3 / Math.sqrt(2);
    double[] signature = {
      1,
      0,
      q,
      -q / 2,
      q / 4,
      2.25,
      0,
      0,
      -0.75,
      0.375,
      q * q * q / 6,
      0.375,
      -0.1875,
      -q * q * q / 12
    };
    for (int place = 0; place < signature.length; place++) {
      assertThat(dynamics.value(place)).isCloseTo(signature[place], within(1e-12));
    }
    assertThat(dynamics.value(output("realised_volatility")))
        .isCloseTo(LN2 * Math.sqrt(2), within(1e-12));
    assertThat(dynamics.value(output("volatility_of_volatility"))).isZero();
    assertThat(dynamics.value(output("skewness"))).isZero();
    assertThat(dynamics.value(output("autocorrelation"))).isCloseTo(-0.5, within(1e-12));
    // 10 traded at 100, 3 at 200, bins of a tick, 100: smoothed (30 + 3)/4 and (10 + 9)/4; two
    // points
    // with shares 1 − p and p have skewness (1 − 2p)/√(p(1 − p)), here p = 4.75/13.
    assertThat(dynamics.value(output("profile_skewness")))
        .isCloseTo((8.25 - 4.75) / Math.sqrt(8.25 * 4.75), within(1e-12));
    // 100 − 2·200 + 100, in ATR: the last true range, 100.
    assertThat(dynamics.value(output("acceleration"))).isEqualTo(-2);
  }

  private MutableBar at(double price, double volume) {
    return bar.prices(price, price, price, price).volume(volume).tick(100);
  }

  @Test
  void isOnlyTimeWhereNothingHappens() {
    MicrostructureDynamics dynamics =
        new MicrostructureDynamics(MicrostructureDynamics.Settings.defaults());

    for (int i = 0; i < 100; i++) {
      dynamics.update(bar.prices(7, 7, 7, 7).volume(0));
    }

    assertThat(dynamics.value()).isCloseTo(1, within(1e-12));
    for (int output = 1; output < dynamics.outputs(); output++) {
      assertThat(dynamics.value(output)).as(MicrostructureDynamics.OUTPUTS.get(output)).isZero();
    }
  }

  /// Prices that grow by a thousandth a bar: the returns are equal but for their rounding.
  @Test
  void hasNoSkewnessWhereReturnsAreEqual() {
    MicrostructureDynamics dynamics =
        new MicrostructureDynamics(MicrostructureDynamics.Settings.defaults());

    for (int i = 0; i < 100; i++) {
      double price = 50 * Math.pow(1.001, i);
      dynamics.update(bar.prices(price, price, price, price).volume(5));
    }

    assertThat(dynamics.value(output("skewness"))).isZero();
    assertThat(dynamics.value(output("autocorrelation"))).isZero();
    assertThat(dynamics.value(output("volatility_of_volatility"))).isZero();
    assertThat(dynamics.value(output("realised_volatility")))
        .isCloseTo(Math.log(1.001) * Math.sqrt(19), within(1e-12));
    assertThat(dynamics.value(output("s12"))).isCloseTo(0, within(1e-12)); // a straight line
  }

  @Test
  void hasNoReturnAcrossAGap() {
    MicrostructureDynamics dynamics =
        new MicrostructureDynamics(new MicrostructureDynamics.Settings(3, 1, 20, 2, 8, 8, 1));
    dynamics.update(at(100, 3));
    dynamics.update(at(100, 3));
    dynamics.update(at(200, 3).flags(BarFlags.AFTER_GAP));

    assertThat(dynamics.value(output("realised_volatility"))).isZero();
    assertThat(dynamics.value(output("s2"))).isPositive();
  }

  @Test
  void agreesWithItsDefinitionOnFinerBars() {
    List<BarView> finer = CoarserBars.onTicks(SyntheticBars.of(51, 2400), TICK);
    List<BarView> bars = CoarserBars.of(finer, INSIDE);
    NaiveBars plain = NaiveBars.of(bars);
    MicrostructureDynamics dynamics =
        new MicrostructureDynamics(MicrostructureDynamics.Settings.defaults());
    Atr atr = new Atr(14);

    for (int t = 0; t < bars.size(); t++) {
      finer.subList(t * INSIDE, (t + 1) * INSIDE).forEach(dynamics::finer);
      dynamics.update(bars.get(t));
      atr.update(bars.get(t));
      if (dynamics.ready()) {
        NaiveVolumeProfile profile =
            new NaiveVolumeProfile(NaiveVolumeProfile.width(TICK, atr.value()));
        for (BarView one : finer.subList((t - 19) * INSIDE, (t + 1) * INSIDE)) {
          profile.bar(one.low(), one.high(), one.volume());
        }
        double[] expected = NaiveMicrostructure.of(plain, t, profile, atr.value());
        for (int output = 0; output < expected.length; output++) {
          assertThat(dynamics.value(output))
              .as("%s at bar %d", MicrostructureDynamics.OUTPUTS.get(output), t)
              .isCloseTo(expected[output], within(1e-9));
        }
      }
    }
    assertThat(dynamics.ready()).isTrue();
  }

  @Test
  void goesOnBitForBitFromAStateSavedWithinABar() {
    List<BarView> finer = CoarserBars.onTicks(SyntheticBars.of(52, 600), TICK);
    List<BarView> bars = CoarserBars.of(finer, INSIDE);
    MicrostructureDynamics.Settings settings =
        new MicrostructureDynamics.Settings(20, 14, 20, 2, 8, 8, 40);
    MicrostructureDynamics whole = new MicrostructureDynamics(settings);
    MicrostructureDynamics resumed = new MicrostructureDynamics(settings);

    for (int i = 0; i < finer.size(); i++) {
      MicrostructureDynamics next = new MicrostructureDynamics(settings);
      StateCodec.load(StateCodec.save(resumed), next);
      resumed = next;
      for (MicrostructureDynamics one : List.of(whole, resumed)) {
        if (i % 5 > 1) {
          one.trade(finer.get(i).high(), 3, TICK);
        }
        one.finer(finer.get(i));
        if (i % INSIDE == INSIDE - 1) {
          one.update(bars.get(i / INSIDE));
        }
      }
      assertThat(StateCodec.save(resumed)).isEqualTo(StateCodec.save(whole));
      for (int output = 0; output < whole.outputs(); output++) {
        assertThat(resumed.value(output)).isEqualTo(whole.value(output));
      }
    }
    assertThat(whole.ready()).isTrue();
  }

  @Test
  void allocatesNothingForFinerBarsAndTrades() {
    List<BarView> finer = CoarserBars.onTicks(SyntheticBars.of(53, 600), TICK);
    BarView[] inner = finer.toArray(BarView[]::new);
    BarView[] bars = CoarserBars.of(finer, INSIDE).toArray(BarView[]::new);
    MicrostructureDynamics dynamics =
        new MicrostructureDynamics(MicrostructureDynamics.Settings.defaults());
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    run(dynamics, inner, bars);
    long least = Long.MAX_VALUE;

    for (int round = 0; round < 5; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      run(dynamics, inner, bars);
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }

    assertThat(least).isZero();
  }

  private static void run(MicrostructureDynamics dynamics, BarView[] finer, BarView[] bars) {
    for (int i = 0; i < finer.length; i++) {
      dynamics.trade(finer[i].low(), 2, TICK);
      dynamics.finer(finer[i]);
      if (i % INSIDE == INSIDE - 1) {
        dynamics.update(bars[i / INSIDE]);
      }
    }
  }

  @Test
  void refusesWhatHasNoLogarithmAndWindowsWithoutAPath() {
    MicrostructureDynamics dynamics =
        new MicrostructureDynamics(MicrostructureDynamics.Settings.defaults());

    assertThatThrownBy(() -> dynamics.update(bar.prices(1, 1, -1, -1)))
        .hasMessageStartingWith("close must be positive to have a log return, but was -1.0");
    assertThatThrownBy(() -> new MicrostructureDynamics.Settings(2, 14, 20, 2, 8, 8, 64))
        .hasMessage(
            "window must be at least 3 bars, but was 2 (feature \"microstructure_dynamics\")");
  }
}

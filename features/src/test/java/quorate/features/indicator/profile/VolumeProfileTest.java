package quorate.features.indicator.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import quorate.domain.property.ForAll;
import quorate.features.indicator.MutableBar;
import quorate.features.naive.NaiveVolumeProfile;
import quorate.features.state.StateCodec;

class VolumeProfileTest {
  private final VolumeWindow window = new VolumeWindow(2);
  private final VolumeProfile profile = new VolumeProfile(2);
  private final MutableBar bar = new MutableBar();

  private MutableBar bar(double low, double high, double volume) {
    return bar.prices(low, high, low, high).volume(volume);
  }

  private double[] volumes() {
    double[] volumes = new double[profile.bins()];
    Arrays.setAll(volumes, profile::volume);
    return volumes;
  }

  /// 8 over 100 … 104 are 2 in each bin, 4 over 101.5 … 103.5 are 1, 2 and 1 in 101, 102 and 103:
  /// 2, 3, 4, 3. Smoothed by 1, 2, 1 with the edges again: (2+4+3)/4, (2+6+4)/4, (3+8+3)/4,
  /// (4+6+3)/4.
  @Test
  void spreadsBarsEvenlyAndSmoothsWithTheEdgesRepeated() {
    window.update(bar(100, 104, 8));
    window.update(bar(101.5, 103.5, 4));

    profile.build(window, 1);

    assertThat(volumes()).containsExactly(2.25, 3, 3.5, 3.25);
    assertThat(profile.price(0)).isEqualTo(100.5);
    assertThat(profile.largest()).isEqualTo(3.5);
    assertThat(profile.total()).isEqualTo(12);
  }

  @Test
  void putsATradeOnAnEdgeIntoTheUpperBin() {
    window.trade(99.5, 1, 0.5);
    window.trade(100, 2, 0.5);
    window.update(bar(99.5, 100, 3));

    profile.build(window, 1);

    // Raw 1 at 99 … 100 and 2 at 100 … 101; smoothed (1+2+2)/4 and (1+4+2)/4.
    assertThat(volumes()).containsExactly(1.25, 1.75);
  }

  @Test
  void takesTradesBeforeFinerBarsAndFinerBarsBeforeTheBarItself() {
    window.finer(bar(50, 50, 7));
    window.trade(100, 5, 1);
    window.update(bar(10, 10, 3));
    window.finer(bar(101, 101, 4));
    window.update(bar(20, 20, 9));

    profile.build(window, 1);

    assertThat(volumes()).containsExactly((3 * 5 + 4) / 4.0, (5 + 3 * 4) / 4.0);
  }

  @Test
  void forgetsTheBarsThatLeaveTheWindow() {
    window.trade(500, 5, 1);
    window.update(bar(500, 500, 5));
    window.finer(bar(300, 300, 5));
    window.update(bar(300, 300, 5));
    window.update(bar(100, 100, 1));
    window.update(bar(101, 101, 1));

    profile.build(window, 1);

    assertThat(volumes()).containsExactly(1, 1);
    assertThat(window.inner().close(-1)).isEqualTo(300);
  }

  @Test
  void beginsAndEndsWithVolume() {
    window.update(bar(90, 95, 0));
    window.update(bar(100, 102, 2));

    profile.build(window, 1);

    assertThat(profile.bins()).isEqualTo(2);
    assertThat(profile.price(0)).isEqualTo(100.5);
  }

  @Test
  void hasNoBinsWithoutVolumeOrWidth() {
    window.update(bar(100, 100, 0));
    profile.build(window, 1);
    assertThat(profile.bins()).isZero();

    window.update(bar(100, 100, 10));
    profile.build(window, 0);
    assertThat(profile.bins()).isZero();
    assertThat(profile.skewness()).isZero();
  }

  @Test
  void isAsWideAsItsPartOfTheRangeRoundedUpToTicks() {
    bar.prices(100, 101, 99, 100);

    assertThat(VolumeProfile.width(bar.tick(0.25), 4, 20)).isEqualTo(0.25); // 0.2 rounded up
    assertThat(VolumeProfile.width(bar.tick(0.25), 5, 20)).isEqualTo(0.25); // 0.25 itself
    assertThat(VolumeProfile.width(bar.tick(0.25), 5.1, 20)).isEqualTo(0.5);
    assertThat(VolumeProfile.width(bar.tick(0.25), 0, 20)).isEqualTo(0.25);
    assertThat(VolumeProfile.width(bar.tick(0), 5.1, 20)).isEqualTo(0.255);
    assertThat(VolumeProfile.width(bar.tick(0), 0, 20)).isZero();
    assertThat(VolumeProfile.width(bar.tick(0), 1e-7, 20)).isZero(); // 5e-11 of the price
  }

  /// A jump of 10⁹ widths, both sides traded: two bins hold all.
  @Test
  void hasWiderBinsWhereThereWouldBeTooMany() {
    window.update(bar(0, 0, 3));
    window.update(bar(1e9, 1e9, 1));

    profile.build(window, 1);

    assertThat(profile.bins()).isBetween(8000, 16384);
    assertThat(profile.width()).isEqualTo(Math.rint(profile.width())).isGreaterThan(60000);
    assertThat(profile.total()).isEqualTo(4);
    assertThat(profile.volume(0)).isEqualTo(2.25);
  }

  /// Volume 3 at 0, 1 at 4, bins of 1: raw 3, 0, 0, 0, 1; smoothed 9/4, 3/4, 0, 1/4, 3/4. Mean (3/4
  /// + 3/4 + 3)/4 = 9/8; the sums of squares and cubes follow from the offsets.
  @Test
  void isSkewedTowardsTheThinnerSide() {
    window.trade(0, 3, 1);
    window.trade(4, 1, 1);
    window.update(bar(0, 4, 4));

    profile.build(window, 1);

    double[] weights = {9 / 16.0, 3 / 16.0, 0, 1 / 16.0, 3 / 16.0};
    double variance = 0;
    double third = 0;
    for (int bin = 0; bin < 5; bin++) {
      variance += weights[bin] * Math.pow(bin - 9 / 8.0, 2);
      third += weights[bin] * Math.pow(bin - 9 / 8.0, 3);
    }
    assertThat(profile.skewness())
        .isCloseTo(third / Math.pow(variance, 1.5), within(1e-12))
        .isPositive();
  }

  /// Trades of a bar that ranges over 95,000 ticks, from the middle of a bin to that of another:
  /// cells of 128 ticks are enough for 1,024 of them, so nothing is lost, and no price is further
  /// off than half a cell.
  @Test
  void keepsTradesOfAnyRangeInBoundedMemory() {
    ForAll.cases(
        20,
        11,
        chance -> chance.doubles(500, -35_000, 55_000).map(Math::rint).toArray(),
        prices -> {
          VolumeWindow wide = new VolumeWindow(1);
          NaiveVolumeProfile naive = new NaiveVolumeProfile(5000);
          prices[100] = -37_500;
          prices[200] = 57_500;
          for (double price : prices) {
            wide.trade(price, 2, 1);
            naive.trade(price, 2);
          }
          wide.update(bar(0, 1, 1));

          profile.build(wide, 5000);

          assertThat(profile.total()).isCloseTo(1000, within(1e-9));
          double[] expected = naive.volumes();
          assertThat(profile.bins()).isEqualTo(expected.length);
          double moved = 0;
          for (int bin = 0; bin < expected.length; bin++) {
            moved += Math.abs(profile.volume(bin) - expected[bin]) / 2;
          }
          assertThat(moved)
              .isLessThan(40); // about 1000 · 19 edges · half a cell, 64, / 90,000 = 14
        });
  }

  @Test
  void countsEveryTradeOnItsTickHoweverTheRangeGrows() {
    ForAll.cases(
        20,
        12,
        chance -> chance.ints(300, -480, 480).toArray(),
        ticks -> {
          VolumeWindow wide = new VolumeWindow(1);
          NaiveVolumeProfile naive = new NaiveVolumeProfile(0.5);
          for (int i = 0; i < ticks.length; i++) {
            wide.trade(70 + ticks[i] * 0.1, 1 + i, 0.1);
            naive.trade(70 + ticks[i] * 0.1, 1 + i);
          }
          wide.update(bar(0, 1, 1));

          profile.build(wide, 0.5);

          assertThat(volumes()).containsExactly(naive.volumes(), within(1e-9));
        });
  }

  @Test
  void keepsTradesWithoutTicksToAMillionth() {
    window.trade(1.2345678, 4, 0);
    window.trade(1.2445678, 4, 0);
    window.update(bar(1.2, 1.3, 8));

    profile.build(window, 0.01);

    assertThat(profile.bins()).isEqualTo(2);
    assertThat(profile.price(0)).isCloseTo(1.235, within(1e-12));
  }

  @Test
  void goesOnFromASavedStateWithABarHalfGrown() {
    window.trade(100, 1, 1);
    window.update(bar(100, 100, 1));
    window.trade(103, 2, 1);
    window.finer(bar(103, 103, 2));
    VolumeWindow loaded = new VolumeWindow(2);
    loaded.trade(5, 5, 0.5); // something else, that the state replaces
    loaded.update(bar(5, 5, 5));

    StateCodec.load(StateCodec.save(window), loaded);

    for (VolumeWindow one : new VolumeWindow[] {window, loaded}) {
      one.trade(104, 3, 1);
      one.update(bar(103, 104, 5));
    }
    assertThat(StateCodec.save(loaded)).isEqualTo(StateCodec.save(window));
    profile.build(loaded, 1);
    // Raw 1, 0, 0, 2, 3 at 100 … 104.
    assertThat(volumes()).containsExactly(0.75, 0.25, 0.5, 1.75, 2.75);
  }

  @Test
  void refusesTradesThatCannotBe() {
    assertThatThrownBy(() -> window.trade(100, -1, 1))
        .hasMessage("volume of a trade must be at least 0, but was -1.0 (price 100.0)");
    assertThatThrownBy(() -> window.trade(Double.NaN, 1, 1))
        .hasMessage("price of a trade must be finite, but was NaN");
    assertThatThrownBy(() -> window.trade(100, 1, -1))
        .hasMessage("tick must be a finite number of at least 0, but was -1.0 (price 100.0)");
    window.trade(100, 1, 1);
    assertThatThrownBy(() -> window.trade(100, 1, 0.5))
        .hasMessage(
            "tick must be the same for all trades of a bar, 1.0, but was 0.5 (price 100.0)");
  }
}

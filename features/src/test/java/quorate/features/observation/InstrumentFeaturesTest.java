package quorate.features.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import quorate.domain.Bar;
import quorate.domain.Currency;
import quorate.domain.Instrument;
import quorate.domain.InstrumentKind;
import quorate.domain.MacroRelease;
import quorate.domain.MacroRelease.Vintage;
import quorate.domain.Scaling;
import quorate.domain.TextSignal;
import quorate.domain.TextSource;
import quorate.domain.Timeframe;
import quorate.domain.View;
import quorate.features.state.StateCodec;
import quorate.features.surroundings.Surroundings;
import quorate.features.text.TextSettings;

class InstrumentFeaturesTest {
  private static final long MINUTE = 60_000_000_000L;
  private static final Timeframe FIVE = Timeframe.ofMinutes(5);
  private static final Timeframe QUARTER = Timeframe.ofMinutes(15);
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Instrument ES =
      new Instrument(
          "ESH0",
          "XCME",
          "equity-index",
          InstrumentKind.FUTURE,
          25,
          1,
          BigDecimal.valueOf(50),
          Currency.USD,
          2,
          0,
          "cme");

  private final InstrumentFeatures features = new InstrumentFeatures(3, ES, NEW_YORK);
  private final List<String> seen = new ArrayList<>();

  /// A bar of so many minutes that ends at a minute, all of its prices in ticks.
  private static Bar bar(Timeframe timeframe, long endMinute, long ticks) {
    long price = 25 * ticks;
    long endNs = endMinute * MINUTE;
    return new Bar(
        3, timeframe, endNs - timeframe.durationNs(), endNs, price, price, price, price, 1, 1, 0);
  }

  private boolean update(Bar bar) {
    return features.update(
        bar,
        (view, newest) ->
            seen.add("%d@%d=%s".formatted(view, newest.asOfNs() / MINUTE, newest.latest(0))));
  }

  @Test
  void isReadyOncePerShortestBarWithEveryTimeframeUpToDate() {
    features.add(View.of(FIVE, "close"));
    features.add(View.of(QUARTER, "close"));

    assertThat(update(bar(FIVE, 5, 1))).isTrue();
    assertThat(update(bar(FIVE, 10, 2))).isTrue();
    assertThat(update(bar(QUARTER, 15, 3))).isFalse();
    assertThat(seen).containsExactly("0@5=0.25", "0@10=0.5");
    assertThat(update(bar(FIVE, 15, 4))).isTrue();

    // The longer first, so that whoever looks at the shorter one finds both.
    assertThat(seen).endsWith("1@15=0.75", "0@15=1.0");
  }

  @Test
  void takesABarThatWaitsInVainWhenItsMomentIsOver() {
    features.add(View.of(FIVE, "close"));
    features.add(View.of(QUARTER, "close"));
    update(bar(QUARTER, 15, 3));

    features.settle((view, newest) -> seen.add(view + "@" + newest.asOfNs() / MINUTE));

    assertThat(seen).containsExactly("1@15");
  }

  @Test
  void takesALongerBarThatNoShorterOneEndedWithBeforeTheNext() {
    features.add(View.of(FIVE, "close"));
    features.add(View.of(QUARTER, "close"));

    update(bar(QUARTER, 15, 3));
    update(bar(FIVE, 20, 4));

    assertThat(seen).containsExactly("1@15=0.75", "0@20=1.0");
  }

  @Test
  void takesBarsThatAreNoMultipleOfTheShortestAsTheyCome() {
    features.add(View.of(FIVE, "close"));
    features.add(View.of(Timeframe.ofMinutes(7), "close"));
    features.add(View.of(Timeframe.parse("500t"), "close"));

    update(bar(Timeframe.ofMinutes(7), 35, 1));
    Bar counted = new Bar(3, Timeframe.parse("500t"), 0, 35 * MINUTE, 50, 50, 50, 50, 500, 500, 0);
    update(counted);

    assertThat(seen).containsExactly("1@35=0.25", "2@35=0.5");
  }

  @Test
  void changesNothingByABarThatNobodyLooksAt() {
    features.add(View.of(FIVE, "close"));

    assertThat(update(bar(QUARTER, 15, 3))).isFalse();
    assertThat(seen).isEmpty();
  }

  @Test
  void isReadyWhenEveryWindowIsFull() {
    features.add(View.of(FIVE, "close"));
    features.add(View.of(QUARTER, "close").window(2));

    for (long minute = 5; minute <= 25; minute += 5) {
      if (minute % 15 == 0) {
        update(bar(QUARTER, minute, 1));
      }
      update(bar(FIVE, minute, 1));
      assertThat(features.ready()).isFalse();
    }
    update(bar(QUARTER, 30, 1));
    update(bar(FIVE, 30, 1));

    assertThat(features.ready()).isTrue();
    assertThat(features.view(1).observe().window()).isEqualTo(2);
  }

  /// New York is five hours behind UTC in winter and, from 2020-03-08 at 02:00 on, four.
  @Test
  void knowsTheTimeOfDayOfTheExchangeOnBothSidesOfAChangeOfClocks() {
    features.add(View.of(FIVE, "day_sine", "day_cosine"));

    assertAngle(ZonedDateTime.of(2020, 3, 6, 18, 0, 0, 0, NEW_YORK), 0.75);
    assertAngle(ZonedDateTime.of(2020, 3, 9, 6, 0, 0, 0, NEW_YORK), 0.25);
    assertAngle(ZonedDateTime.of(2020, 3, 10, 0, 0, 0, 0, NEW_YORK), 0);
  }

  private void assertAngle(ZonedDateTime end, double partOfDay) {
    update(bar(FIVE, end.toEpochSecond() / 60, 1));
    assertThat((double) features.view(0).observe().latest(0))
        .isCloseTo(Math.sin(2 * Math.PI * partOfDay), within(1e-7));
    assertThat((double) features.view(0).observe().latest(1))
        .isCloseTo(Math.cos(2 * Math.PI * partOfDay), within(1e-7));
  }

  @Test
  void goesOnBitForBitFromItsSavedState() {
    List<Bar> bars = new ArrayList<>();
    for (long i = 1; i <= 120; i++) {
      long ticks = 1000 + i * i % 37;
      if (i % 3 == 0) {
        bars.add(bar(QUARTER, 5 * i, ticks));
      }
      bars.add(bar(FIVE, 5 * i, ticks));
    }
    InstrumentFeatures resumed = new InstrumentFeatures(3, ES, NEW_YORK);
    for (InstrumentFeatures each : List.of(features, resumed)) {
      each.add(View.of(FIVE, "rsi(5)", "day_sine").window(4));
      each.add(View.of(QUARTER, "ema(3)").scaling(new Scaling.Running(9, 5)));
    }
    bars.subList(0, 80).forEach(this::update);
    StateCodec.load(StateCodec.save(features), resumed);

    for (Bar bar : bars.subList(80, bars.size())) {
      update(bar);
      resumed.update(bar, (view, newest) -> {});
      for (int view = 0; view < 2; view++) {
        assertThat(resumed.view(view).observe()).isEqualTo(features.view(view).observe());
      }
    }
  }

  @Test
  void countsTheTextsOfEachTimeframesOwnBars() {
    List<TextSignal> signals =
        Stream.of(2L, 11L, 15L)
            .map(minute ->
                new TextSignal(
                    minute * MINUTE, TextSource.NEWS, "ESH0", 1, 1, 1, "", 1, "at " + minute))
            .toList();
    MacroRelease release =
        new MacroRelease("DGS10", LocalDate.EPOCH, 15 * MINUTE, 4, Vintage.AS_RELEASED);
    InstrumentFeatures surrounded =
        new InstrumentFeatures(
            3,
            ES,
            NEW_YORK,
            Surroundings.none()
                .withTexts(signals, TextSettings.defaults())
                .withMacro(List.of(release), Set.of("DGS10")));
    surrounded.add(View.of(FIVE, "text(count)"));
    surrounded.add(View.of(QUARTER, "text(count)"));
    surrounded.add(View.of(FIVE, "macro(dgs10)"));

    for (Bar bar :
        List.of(bar(FIVE, 5, 1), bar(FIVE, 10, 1), bar(QUARTER, 15, 1), bar(FIVE, 15, 1))) {
      surrounded.update(
          bar,
          (view, newest) ->
              seen.add("%d@%d=%s".formatted(view, newest.asOfNs() / MINUTE, newest.latest(0))));
    }

    assertThat(seen).containsExactly("0@5=1.0", "0@10=0.0", "1@15=3.0", "0@15=2.0", "2@15=4.0");
  }

  @Test
  void refusesToSaveWhileABarWaits() {
    features.add(View.of(FIVE, "close"));
    features.add(View.of(QUARTER, "close"));
    update(bar(QUARTER, 15, 3));

    assertThatThrownBy(() -> StateCodec.save(features))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "features must be settled before their state is saved or loaded, but a bar of 15m waits"
                + " (ESH0)");
  }

  /// In a break there are no shorter bars, but trades come right after it: a bar that ends with the
  /// break must know nothing of them.
  @Test
  void showsNothingOfTradesAfterABarsEndEvenInABreak() {
    assertThat(asOfTheBreak(100, 101)).isEqualTo(asOfTheBreak(500, 900));
  }

  private static float[] asOfTheBreak(long... laterTicks) {
    InstrumentFeatures features = new InstrumentFeatures(3, ES, NEW_YORK);
    features.add(View.of(FIVE, "close"));
    features.add(
        View.of(
            Timeframe.ofMinutes(30),
            "low_volume_node",
            "low_volume_node.strength",
            "microstructure_dynamics.profile_skewness"));
    List<float[]> rows = new ArrayList<>();
    InstrumentFeatures.Watcher keep =
        (view, newest) -> {
          if (view == 1) {
            rows.add(newest.toArray());
          }
        };
    for (long half = 1; half <= 80; half++) {
      boolean pause = half == 80;
      for (long five = 6 * half - 5; !pause && five <= 6 * half; five++) {
        long ticks = 12_800 + five * five % 41;
        features.trade((5 * five - 3) * MINUTE, 25 * ticks, 1 + five % 7);
        if (five == 6 * half) {
          features.update(bar(Timeframe.ofMinutes(30), 30 * half, ticks), keep);
        }
        features.update(bar(FIVE, 5 * five, ticks), keep);
      }
    }
    features.update(bar(Timeframe.ofMinutes(30), 30 * 80, 12_805), keep);
    features.settle(keep);
    int known = rows.size();
    for (int i = 0; i < laterTicks.length; i++) {
      features.trade((30 * 80 + i + 1) * MINUTE, 25 * (12_800 + laterTicks[i]), 1_000);
    }
    features.update(bar(FIVE, 30 * 80 + 5, 12_800), keep);

    assertThat(rows).hasSize(known);
    return rows.getLast();
  }

  @Test
  void givesTheTradesOfABarToTheIndicatorsThatFollowThem() {
    InstrumentFeatures followed = new InstrumentFeatures(3, ES, NEW_YORK);
    followed.add(View.of(FIVE, "low_volume_node"));

    assertThat(followed.followsTrades()).isTrue();
    assertThat(profile(true)).isNotEqualTo(profile(false));
  }

  /// Every bar runs from 3,200 to 3,210; trades, where they are told, keep to its ends.
  private static float[] profile(boolean trades) {
    InstrumentFeatures features = new InstrumentFeatures(3, ES, NEW_YORK);
    features.add(View.of(FIVE, "low_volume_node", "low_volume_node.strength"));
    for (long i = 1; i <= 40; i++) {
      if (trades) {
        features.trade((5 * i - 4) * MINUTE, 320_000, 50);
        features.trade((5 * i - 3) * MINUTE, 321_000, 49);
      }
      features.update(
          new Bar(
              3,
              FIVE,
              5 * (i - 1) * MINUTE,
              5 * i * MINUTE,
              320_000,
              321_000,
              320_000,
              321_000,
              99,
              2,
              0),
          (view, newest) -> {});
    }
    return features.view(0).observe().toArray();
  }
}

package quorate.features.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import quorate.domain.Bar;
import quorate.domain.BarFlags;
import quorate.domain.Currency;
import quorate.domain.Instrument;
import quorate.domain.InstrumentKind;
import quorate.domain.Observation;
import quorate.domain.Timeframe;
import quorate.domain.View;
import quorate.domain.chance.Philox;
import quorate.features.indicator.MutableBar;
import quorate.features.state.StateCodec;

/// The three matrices over a random walk in ES's ticks, 23 hours a day.
class EsFuturesViewsTest {
  private static final Timeframe SHORT = Timeframe.ofMinutes(5);
  private static final Timeframe LONG = Timeframe.ofMinutes(30);
  private static final long MINUTE = 60_000_000_000L;
  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
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

  private static List<Bar> bars;

  @BeforeAll
  static void tenDays() {
    bars = walk(7, 10);
  }

  /// Bars of both timeframes in the order in which they close, of so many days.
  private static List<Bar> walk(long seed, int days) {
    Philox chance = Philox.seeded(seed);
    List<Bar> made = new ArrayList<>();
    long price = 12_800;
    for (int day = 0; day < days; day++) {
      long[] half = {0, Long.MIN_VALUE, Long.MAX_VALUE, 0, 0};
      for (int i = 0; i < 276; i++) {
        long open = price;
        price += Math.round(4 * chance.nextGaussian());
        long high = Math.max(open, price) + chance.nextInt(4);
        long low = Math.min(open, price) - chance.nextInt(4);
        long volume = chance.nextInt(5_000);
        half[0] = i % 6 == 0 ? open : half[0];
        half[1] = i % 6 == 0 ? high : Math.max(half[1], high);
        half[2] = i % 6 == 0 ? low : Math.min(half[2], low);
        half[3] = i % 6 == 0 ? volume : half[3] + volume;
        long end = (day * 24L * 60 + 5L * (i + 1)) * MINUTE;
        int flags = i == 0 ? BarFlags.SESSION_START : 0;
        if (i % 6 == 5) {
          made.add(
              bar(
                  LONG,
                  end,
                  half[0],
                  half[1],
                  half[2],
                  price,
                  half[3],
                  i == 5 ? BarFlags.SESSION_START : 0));
        }
        made.add(bar(SHORT, end, open, high, low, price, volume, flags));
      }
    }
    return made;
  }

  private static Bar bar(
      Timeframe timeframe,
      long end,
      long open,
      long high,
      long low,
      long close,
      long volume,
      int flags) {
    return new Bar(
        0,
        timeframe,
        end - timeframe.durationNs(),
        end,
        25 * open,
        25 * high,
        25 * low,
        25 * close,
        volume,
        1,
        flags);
  }

  private static InstrumentFeatures features() {
    InstrumentFeatures features = new InstrumentFeatures(0, ES, CHICAGO);
    features.add(EsFuturesViews.structure(LONG));
    features.add(EsFuturesViews.tactical(SHORT));
    features.add(EsFuturesViews.regime(LONG));
    return features;
  }

  private static final InstrumentFeatures.Watcher NOBODY = (view, newest) -> {};

  @Test
  void haveTheirShapes() {
    assertShape(EsFuturesViews.structure(LONG), 48, 8);
    assertShape(EsFuturesViews.tactical(SHORT), 60, 7);
    assertShape(EsFuturesViews.regime(LONG), 100, 20);
  }

  private static void assertShape(View view, int rows, int columns) {
    assertThat(view.window()).isEqualTo(rows);
    assertThat(view.columns()).hasSize(columns);
  }

  @Test
  void areReadyWithinFiveSessionsAndStayWithinTheirLimit() {
    InstrumentFeatures features = features();
    int readyAfter = 0;
    int looked = 0;
    for (Bar bar : bars) {
      features.update(bar, NOBODY);
      readyAfter += features.ready() ? 0 : 1;
      if (features.ready() && bar.timeframe().equals(SHORT)) {
        for (int view = 0; view < 3; view++) {
          for (float value : features.view(view).observe().toArray()) {
            assertThat(Math.abs(value)).isLessThanOrEqualTo((float) EsFuturesViews.LIMIT);
            looked++;
          }
        }
      }
    }

    // 322 bars of both timeframes a day.
    assertThat(readyAfter).isBetween(3 * 322, 6 * 322);
    assertThat(looked).isGreaterThan(1_000_000);
  }

  /// The last row of the tactical matrix from its definition: five-bar momentum in ATR and the
  /// logarithm of volume against that of the mean of 20.
  @Test
  void holdMomentumAndVolumeAsDefined() {
    InstrumentFeatures features = features();
    bars.forEach(bar -> features.update(bar, NOBODY));
    List<Bar> fives = bars.stream().filter(bar -> bar.timeframe().equals(SHORT)).toList();
    FeatureSet single = new FeatureSet(SHORT, "atr(14)");
    var view = new MutableBar();
    fives.forEach(bar -> single.update(view.set(bar, ES)));
    int n = fives.size();
    double momentum =
        ES.priceAsDouble(fives.get(n - 1).close() - fives.get(n - 6).close()) / single.value(0);
    double mean = fives.subList(n - 20, n).stream().mapToLong(Bar::volume).average().orElseThrow();
    double ratio = Math.log1p((double) fives.get(n - 1).volume()) - Math.log1p(mean);

    Observation tactical = features.view(1).observe();

    assertThat((double) tactical.latest(5)).isCloseTo(momentum, within(1e-6));
    assertThat((double) tactical.latest(6)).isCloseTo(ratio, within(1e-6));
  }

  /// Low-volume nodes look at the five-minute bars inside a half hour, the last one included.
  @Test
  void seeInsideTheirLongerBars() {
    InstrumentFeatures whole = features();
    InstrumentFeatures blind = new InstrumentFeatures(0, ES, CHICAGO);
    blind.add(EsFuturesViews.structure(LONG));
    bars.forEach(bar -> whole.update(bar, NOBODY));
    bars.stream()
        .filter(bar -> bar.timeframe().equals(LONG))
        .forEach(bar -> blind.update(bar, NOBODY));

    float[] seen = whole.view(0).observe().toArray();
    float[] unseen = blind.view(0).observe().toArray();

    // Momentum index, regression and time are of the half hours alone; the node is not.
    assertThat(seen[0]).isEqualTo(unseen[0]);
    assertThat(seen[2]).isEqualTo(unseen[2]);
    assertThat(seen).isNotEqualTo(unseen);
  }

  /// The rows that were there stay what they were, whatever comes later.
  @Test
  void keepTheirRowsWhateverComesLater() {
    int cut = 6 * 322;
    InstrumentFeatures before = features();
    bars.subList(0, cut).forEach(bar -> before.update(bar, NOBODY));
    List<Observation> seen = observations(before);
    // Eight half hours, and in each six bars of five minutes, of another walk.
    walk(8, 10).subList(cut, cut + 8 * 7).forEach(bar -> before.update(bar, NOBODY));
    List<Observation> later = observations(before);

    assertKept(seen.get(0), later.get(0), 8);
    assertKept(seen.get(1), later.get(1), 48);
    assertKept(seen.get(2), later.get(2), 8);
  }

  private static void assertKept(Observation seen, Observation later, int newRows) {
    int columns = seen.columns().size();
    float[] kept = Arrays.copyOf(later.toArray(), (later.window() - newRows) * columns);
    float[] expected =
        Arrays.copyOfRange(seen.toArray(), newRows * columns, seen.window() * columns);
    assertThat(kept).isEqualTo(expected);
    assertThat(later.toArray()).isNotEqualTo(seen.toArray());
  }

  @Test
  void goOnBitForBitFromAStateSavedAtAClose() {
    int close = 6 * 322;
    InstrumentFeatures whole = features();
    bars.subList(0, close).forEach(bar -> whole.update(bar, NOBODY));
    InstrumentFeatures resumed = features();
    StateCodec.load(StateCodec.save(whole), resumed);

    for (Bar bar : bars.subList(close, bars.size())) {
      whole.update(bar, NOBODY);
      resumed.update(bar, NOBODY);
    }

    assertThat(observations(resumed)).isEqualTo(observations(whole));
  }

  private static List<Observation> observations(InstrumentFeatures features) {
    return List.of(
        features.view(0).observe(), features.view(1).observe(), features.view(2).observe());
  }
}

package quorate.features.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import quorate.domain.Observation;
import quorate.domain.Timeframe;
import quorate.domain.View;
import quorate.features.indicator.BarView;
import quorate.features.indicator.MutableBar;
import quorate.features.series.SyntheticBars;
import quorate.features.state.StateCodec;

class ObservationBuilderTest {
  private static final Timeframe FIVE_MINUTES = Timeframe.ofMinutes(5);

  @Test
  void showsTheLastRowsOldestFirst() {
    ObservationBuilder builder =
        new ObservationBuilder(7, new View(FIVE_MINUTES, 2, List.of("close", "sma(2)")));

    SyntheticBars.ofCloses(1, 2, 4, 8).forEach(builder::update);

    assertThat(builder.observe())
        .isEqualTo(
            Observation.of(
                7, 1_200_000_000_000L, List.of("close", "sma(2)"), new float[] {4, 3, 8, 6}));
  }

  @Test
  void refusesUntilItsWindowIsFullOfReadyRows() {
    ObservationBuilder builder =
        new ObservationBuilder(0, new View(FIVE_MINUTES, 3, List.of("sma(2)")));
    List<BarView> bars = SyntheticBars.ofCloses(1, 2, 3, 4);

    bars.subList(0, 3).forEach(builder::update);

    assertThat(builder.warmUp()).isEqualTo(4);
    assertThat(builder.ready()).isFalse();
    assertThatThrownBy(builder::observe)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "an observation needs 3 ready rows, but there were 2 (5m bars, columns [sma(2)])");
    builder.update(bars.get(3));
    assertThat(builder.ready()).isTrue();
    assertThat(builder.observe().toArray()).containsExactly(1.5f, 2.5f, 3.5f);
  }

  @Test
  void waitsForAnIndicatorWhoseWarmUpVaries() {
    ObservationBuilder builder =
        new ObservationBuilder(0, new View(FIVE_MINUTES, 3, List.of("mlmi.centred", "close")));
    FeatureSet features = builder.features();
    int readyRows = 0;

    for (BarView bar : SyntheticBars.of(41, 400)) {
      builder.update(bar);
      readyRows += features.ready() ? 1 : 0;
      assertThat(builder.ready()).isEqualTo(readyRows >= 3);
    }

    assertThat(builder.warmUp()).isEqualTo(60); // at the earliest: 58 bars and two more rows
    assertThat(readyRows).isBetween(3, 400 - 60);
  }

  @Test
  void goesRoundItsRingForAnyNumberOfBars() {
    ObservationBuilder builder =
        new ObservationBuilder(0, new View(FIVE_MINUTES, 5, List.of("close")));
    MutableBar bar = new MutableBar();

    for (int i = 0; i < 200; i++) {
      builder.update(bar.times(i, i + 1).prices(i, i, i, i));
      if (i >= 4) {
        assertThat(builder.observe().toArray()).containsExactly(i - 4, i - 3, i - 2, i - 1, i);
        assertThat(builder.observe().asOfNs()).isEqualTo(i + 1);
      }
    }
  }

  @Test
  void sharesOneFeatureSetWithOtherViews() {
    FeatureSet features = new FeatureSet(FIVE_MINUTES, "realised_volatility(5)");
    ObservationBuilder first = new ObservationBuilder(0, View.of(FIVE_MINUTES, "rsi(3)"), features);
    ObservationBuilder second =
        new ObservationBuilder(0, View.of(FIVE_MINUTES, "rsi(3)", "close"), features);

    for (BarView bar : SyntheticBars.of(3, 50)) {
      features.update(bar);
      first.update(bar);
      second.update(bar);
    }

    assertThat(features.bars()).isEqualTo(50);
    assertThat(first.observe().latest(0)).isEqualTo(second.observe().latest(0));
    assertThat(first.observe().latest(0))
        .isEqualTo((float) features.value(features.column("rsi(3)")));
  }

  @Test
  void noticesAViewThatMissedABar() {
    FeatureSet features = new FeatureSet(FIVE_MINUTES);
    ObservationBuilder builder =
        new ObservationBuilder(0, View.of(FIVE_MINUTES, "close"), features);
    List<BarView> bars = SyntheticBars.ofCloses(1, 2);
    bars.forEach(features::update);

    assertThatThrownBy(() -> builder.update(bars.get(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a view must see every bar of its features, but saw 1 of 2 (5m bars)");
  }

  @Test
  void refusesAValueThatIsNotFinite() {
    ObservationBuilder builder = new ObservationBuilder(0, View.of(FIVE_MINUTES, "close"));

    assertThatThrownBy(() -> SyntheticBars.ofCloses(1e300).forEach(builder::update))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage(
            "a feature must be a finite number of float's range, but was 1.0E300 (feature"
                + " \"close\", bar that ends at 300000000000)");
  }

  @Test
  void goesOnFromItsSavedState() {
    View view = new View(FIVE_MINUTES, 4, List.of("rsi(3)", "gap(close, ema(5))"));
    List<BarView> bars = SyntheticBars.of(11, 60);
    ObservationBuilder whole = new ObservationBuilder(1, view);
    bars.subList(0, 30).forEach(whole::update);

    ObservationBuilder resumed = new ObservationBuilder(1, view);
    StateCodec.load(StateCodec.save(whole.features()), resumed.features());
    StateCodec.load(StateCodec.save(whole), resumed);

    assertThat(resumed.observe()).isEqualTo(whole.observe());
    bars.subList(30, 60).forEach(whole::update);
    bars.subList(30, 60).forEach(resumed::update);
    assertThat(resumed.observe()).isEqualTo(whole.observe());
  }

  @Test
  void allocatesNothingWhenItTakesABar() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    List<String> columns =
        List.of("gap(sma(10), sma(30))", "adx.plus_di", "log1p(volume)", "lag(typical, 3)");
    ObservationBuilder builder = new ObservationBuilder(0, new View(FIVE_MINUTES, 20, columns));
    MutableBar bar = new MutableBar();
    long least = Long.MAX_VALUE;

    for (int round = 0; round < 6; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 1000; i++) {
        double close = 100 + i % 7;
        long start = 1000L * round + i;
        builder.update(
            bar.times(start, start + 1).prices(close, close + 1, close - 1, close).volume(i));
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }

    assertThat(least).isZero();
  }

  /// Every row written has equal columns, one more than the row before; a torn or mixed row would
  /// break that.
  @Test
  void neverShowsAnotherThreadAHalfWrittenRow() {
    View view = new View(FIVE_MINUTES, 3, List.of("open", "high", "low", "close", "volume"));
    ObservationBuilder builder = new ObservationBuilder(0, view);
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(() -> {
          MutableBar bar = new MutableBar();
          for (int i = 1; i <= 2_000_000; i++) {
            builder.update(bar.times(i - 1, i).prices(i, i, i, i).volume(i));
          }
          done.set(true);
        });

    long seen = 0;
    while (!done.get() && !writer.isDone()) {
      if (builder.ready()) {
        Observation now = builder.observe();
        for (int row = 0; row < 3; row++) {
          for (int column = 0; column < 5; column++) {
            if (now.at(row, column) != now.asOfNs() - 2 + row) {
              throw new AssertionError("half-written: " + now + " at row " + row);
            }
          }
        }
        seen++;
      }
    }

    writer.join();
    assertThat(seen).isPositive();
    assertThat(builder.observe().latest(0)).isEqualTo(2_000_000);
  }
}

package quorate.features.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quorate.domain.property.ForAll;
import quorate.features.indicator.BarView;
import quorate.features.indicator.Batch;
import quorate.features.indicator.Indicator;
import quorate.features.naive.NaiveIndicators;
import quorate.features.series.NaiveBars;
import quorate.features.series.SyntheticBars;
import quorate.features.state.StateCodec;

/// The laws that every indicator of the catalogue keeps, now and when it grows.
class IndicatorLawsTest {
  private static final Map<String, Function<NaiveBars, double[]>> NAIVE = NaiveIndicators.all();

  /// On a series that stands still.
  private static final Set<String> GROWS_FOR_EVER = Set.of("cumulative_sum");

  static List<IndicatorEntry> everyIndicator() {
    return IndicatorCatalogue.all();
  }

  @ParameterizedTest
  @MethodSource("everyIndicator")
  void agreesWithItsDefinitionWrittenDownNaively(IndicatorEntry entry) {
    ForAll.cases(
        4,
        21,
        chance -> SyntheticBars.of(chance.nextLong(), 700),
        bars -> {
          double[][] ours = Batch.over(entry.create(), bars);
          for (int output = 0; output < ours.length; output++) {
            String name = entry.name() + "." + entry.outputs().get(output);
            Function<NaiveBars, double[]> naive =
                Objects.requireNonNull(NAIVE.get(name), () -> "no naive form of " + name);
            assertClose(name, ours[output], naive.apply(NaiveBars.of(bars)));
          }
        });
  }

  private static void assertClose(String name, double[] ours, double[] expected) {
    for (int t = 0; t < ours.length; t++) {
      boolean close =
          Double.isNaN(expected[t])
              ? Double.isNaN(ours[t])
              : Math.abs(ours[t] - expected[t]) <= Math.max(1e-12, 1e-9 * Math.abs(expected[t]));
      if (!close) {
        throw new AssertionError(
            "%s at bar %d must be %s, but was %s".formatted(name, t, expected[t], ours[t]));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("everyIndicator")
  void changesNoEarlierValueWhenBarsAreAppended(IndicatorEntry entry) {
    List<BarView> bars = SyntheticBars.of(31, 400);

    double[][] whole = Batch.over(entry.create(), bars);

    for (int length : new int[] {1, 57, 200, 399}) {
      double[][] part = Batch.over(entry.create(), bars.subList(0, length));
      for (int output = 0; output < part.length; output++) {
        assertThat(part[output]).isEqualTo(Arrays.copyOf(whole[output], length));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("everyIndicator")
  void goesOnBitForBitFromAStateSavedAtAnyBar(IndicatorEntry entry) {
    List<BarView> bars = SyntheticBars.of(32, 300);
    double[][] whole = Batch.over(entry.create(), bars);

    for (int saved = 0; saved < 300; saved += 23) {
      Indicator before = entry.create();
      bars.subList(0, saved).forEach(before::update);
      Indicator after = entry.create();
      StateCodec.load(StateCodec.save(before), after);

      double[][] rest = Batch.over(after, bars.subList(saved, 300));

      for (int output = 0; output < rest.length; output++) {
        assertThat(rest[output]).isEqualTo(Arrays.copyOfRange(whole[output], saved, 300));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("everyIndicator")
  void isReadyAfterItsWarmUpAndHasFiniteValuesFromThenOn(IndicatorEntry entry) {
    assertReadyAfterWarmUp(entry.create());
  }

  @ParameterizedTest
  @MethodSource("everyIndicator")
  void isReadyAfterItsWarmUpWithTheLeastOfItsParametersToo(IndicatorEntry entry) {
    assertReadyAfterWarmUp(
        entry.create(entry.parameters().stream().mapToDouble(Parameter::min).toArray()));
  }

  private static void assertReadyAfterWarmUp(Indicator indicator) {
    boolean wasReady = false;
    int seen = 0;
    for (BarView bar : SyntheticBars.of(33, 500)) {
      indicator.update(bar);
      seen++;
      if (indicator.warmUpVaries()) {
        assertThat(indicator.ready()).isIn(wasReady, seen >= indicator.warmUp());
      } else {
        assertThat(indicator.ready()).isEqualTo(seen >= indicator.warmUp());
      }
      wasReady = indicator.ready();
      for (int output = 0; wasReady && output < indicator.outputs(); output++) {
        assertThat(indicator.value(output)).isFinite();
      }
    }

    assertThat(wasReady).isEqualTo(indicator.warmUp() <= seen);
  }

  @ParameterizedTest
  @MethodSource("everyIndicator")
  void keepsItsOutputsFiniteOnAFlatSeries(IndicatorEntry entry) {
    double[] flat = new double[2000];
    Arrays.fill(flat, 1.1234567);
    List<BarView> bars = SyntheticBars.flat(flat);
    Indicator indicator = entry.create();

    bars.subList(0, 1000).forEach(indicator::update);
    double[] earlier = outputs(indicator);
    bars.subList(1000, 2000).forEach(indicator::update);

    assertThat(indicator.ready() || indicator.warmUpVaries()).isTrue();
    if (!GROWS_FOR_EVER.contains(entry.name())) {
      assertThat(outputs(indicator)).isEqualTo(earlier);
    }
    assertThat(Arrays.stream(earlier).allMatch(Double::isFinite)).isTrue();
  }

  private static double[] outputs(Indicator indicator) {
    double[] outputs = new double[indicator.outputs()];
    Arrays.setAll(outputs, indicator::value);
    return outputs;
  }

  @ParameterizedTest
  @MethodSource("everyIndicator")
  void allocatesNothing(IndicatorEntry entry) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    BarView[] bars = SyntheticBars.of(34, 1000).toArray(BarView[]::new);
    Indicator indicator = entry.create();
    double sum = run(indicator, bars);
    long least = Long.MAX_VALUE;

    for (int round = 0; round < 5; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      sum += run(indicator, bars);
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }

    assertThat(sum).isFinite();
    assertThat(least).isZero();
  }

  private static double run(Indicator indicator, BarView[] bars) {
    double sum = 0;
    for (BarView bar : bars) {
      indicator.update(bar);
      for (int output = 0; output < indicator.outputs(); output++) {
        sum += indicator.value(output);
      }
    }
    return sum;
  }
}

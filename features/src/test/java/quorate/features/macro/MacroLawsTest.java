package quorate.features.macro;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import quorate.domain.MacroRelease;
import quorate.domain.MacroRelease.Vintage;
import quorate.domain.property.ForAll;
import quorate.features.asof.InTime;
import quorate.features.state.StateCodec;

/// What holds of macro features over any stream of releases: revisions, several releases at one
/// instant and missing periods included.
class MacroLawsTest {
  private static final int CASES = 60;
  private static final Set<String> SERIES = Set.of("A", "B");
  private static final List<String> FEATURES =
      List.of(
          "a",
          "minus(a, b)",
          "change(b, 2)",
          "growth(a)",
          "yoy(a)",
          "surprise(b, 3)",
          "surprise(change(a), 4)",
          "minus(b, yoy(a))");

  @Test
  void nothingIsVisibleANanosecondBeforeItIsOutAndEverythingAtItsTime() {
    ForAll.cases(
        CASES,
        1,
        MacroLawsTest::releases,
        releases -> {
          MacroFeatures features = fresh();
          InTime<MacroRelease> stream = stream(releases);
          for (long timeNs : times(releases)) {
            look(features, stream, timeNs - 1);
            assertThat(values(features)).isEqualTo(naive(releases, timeNs - 1));
            look(features, stream, timeNs);
            assertThat(values(features)).isEqualTo(naive(releases, timeNs));
          }
        });
  }

  @Test
  void aReleaseShowsExactlyAtItsTime() {
    ForAll.cases(
        CASES,
        2,
        MacroLawsTest::releases,
        releases -> {
          MacroFeatures features = fresh();
          InTime<MacroRelease> stream = stream(releases);
          MacroRelease last = releases.getLast();
          MacroRelease news =
              new MacroRelease(
                  "A",
                  LocalDate.of(2100, 1, 1),
                  last.releasedAtNs() + 1_000,
                  12_345,
                  Vintage.AS_RELEASED);
          look(features, stream, news.releasedAtNs() - 1);
          assertThat(features.value(0)).isNotEqualTo(12_345);
          features.release(news);
          features.asOf(news.releasedAtNs());
          assertThat(features.value(0)).isEqualTo(12_345);
        });
  }

  @Test
  void laterReleasesChangeNoEarlierValue() {
    ForAll.cases(
        CASES,
        3,
        MacroLawsTest::releases,
        releases -> {
          long halfNs = releases.get(releases.size() / 2).releasedAtNs();
          List<MacroRelease> early =
              releases.stream().filter(each -> each.releasedAtNs() <= halfNs).toList();
          assertThat(run(early, times(early))).isEqualTo(run(releases, times(early)));
        });
  }

  @Test
  void valuesDoNotDependOnWhenAnybodyLooked() {
    ForAll.cases(
        CASES,
        4,
        MacroLawsTest::releases,
        releases -> {
          List<Long> times = times(releases);
          List<List<Double>> every = run(releases, times);
          assertThat(run(releases, List.of(times.getLast()))).isEqualTo(List.of(every.getLast()));
        });
  }

  @Test
  void aSavedStateGoesOnBitForBit() {
    ForAll.cases(
        CASES,
        5,
        MacroLawsTest::releases,
        releases -> {
          MacroFeatures first = fresh();
          int half = releases.size() / 2;
          releases.subList(0, half).forEach(first::release);

          MacroFeatures second = fresh();
          StateCodec.load(StateCodec.save(first), second);

          for (MacroRelease release : releases.subList(half, releases.size())) {
            first.release(release);
            second.release(release);
          }
          first.asOf(releases.getLast().releasedAtNs());
          second.asOf(releases.getLast().releasedAtNs());
          assertThat(values(second)).isEqualTo(values(first));
          assertThat(StateCodec.save(second)).isEqualTo(StateCodec.save(first));
        });
  }

  private static MacroFeatures fresh() {
    return new MacroFeatures(FEATURES, SERIES);
  }

  private static InTime<MacroRelease> stream(List<MacroRelease> releases) {
    return new InTime<>(releases.iterator(), MacroRelease::releasedAtNs);
  }

  private static void look(MacroFeatures features, InTime<MacroRelease> stream, long timeNs) {
    stream.until(timeNs, features::release);
    features.asOf(timeNs);
  }

  private static List<List<Double>> run(List<MacroRelease> releases, List<Long> times) {
    MacroFeatures features = fresh();
    InTime<MacroRelease> stream = stream(releases);
    List<List<Double>> all = new ArrayList<>();
    for (long timeNs : times) {
      look(features, stream, timeNs);
      all.add(values(features));
    }
    return all;
  }

  private static List<Double> values(MacroFeatures features) {
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < FEATURES.size(); i++) {
      values.add(features.ready(i) ? features.value(i) : Double.NaN);
    }
    return values;
  }

  /// Months with values, some missing, some released together, some revised later.
  private static List<MacroRelease> releases(RandomGenerator chance) {
    List<MacroRelease> releases = new ArrayList<>();
    for (String series : List.of("A", "B")) {
      for (int month = 0; month < 30; month++) {
        if (chance.nextInt(12) == 0) {
          continue;
        }
        LocalDate period = LocalDate.of(2020, 1, 1).plusMonths(month);
        long outNs = 100L * month + 10L * chance.nextInt(3);
        double value = 50 + chance.nextInt(100) / 4.0;
        releases.add(new MacroRelease(series, period, outNs, value, Vintage.AS_RELEASED));
        if (chance.nextInt(3) == 0) {
          long revisedNs = outNs + 50 + chance.nextInt(400);
          releases.add(
              new MacroRelease(series, period, revisedNs, value + 0.25, Vintage.AS_RELEASED));
        }
      }
    }
    releases.sort(Comparator.comparingLong(MacroRelease::releasedAtNs));
    return releases;
  }

  private static List<Long> times(List<MacroRelease> releases) {
    return List.copyOf(new TreeSet<>(releases.stream().map(MacroRelease::releasedAtNs).toList()));
  }

  /// The definition, worked out anew at every instant of a release up to a time.
  private static List<Double> naive(List<MacroRelease> releases, long timeNs) {
    double[] carried = new double[FEATURES.size()];
    Arrays.fill(carried, Double.NaN);
    for (long instantNs : times(releases)) {
      if (instantNs > timeNs) {
        break;
      }
      double[] now = naiveNow(releases, instantNs);
      for (int i = 0; i < now.length; i++) {
        carried[i] = Double.isNaN(now[i]) ? carried[i] : now[i];
      }
    }
    List<Double> values = new ArrayList<>();
    for (double value : carried) {
      values.add(value);
    }
    return values;
  }

  private static double[] naiveNow(List<MacroRelease> releases, long timeNs) {
    NavigableMap<LocalDate, Double> a = known(releases, "A", timeNs);
    NavigableMap<LocalDate, Double> b = known(releases, "B", timeNs);
    double yoy = a.isEmpty() ? Double.NaN : yearOnYear(a);
    return new double[] {
      back(a, 0),
      back(a, 0) - back(b, 0),
      back(b, 0) - back(b, 2),
      100 * (back(a, 0) / back(a, 1) - 1),
      yoy,
      surprise(b, 3, false),
      surprise(a, 4, true),
      back(b, 0) - yoy
    };
  }

  private static NavigableMap<LocalDate, Double> known(
      List<MacroRelease> releases, String series, long timeNs) {
    NavigableMap<LocalDate, Double> known = new TreeMap<>();
    for (MacroRelease release : releases) {
      if (release.series().equals(series) && release.releasedAtNs() <= timeNs) {
        known.put(release.referencePeriod(), release.value());
      }
    }
    return known;
  }

  private static double back(NavigableMap<LocalDate, Double> known, int age) {
    List<Double> values = List.copyOf(known.values());
    return age < values.size() ? values.get(values.size() - 1 - age) : Double.NaN;
  }

  private static double yearOnYear(NavigableMap<LocalDate, Double> known) {
    LocalDate before = known.lastKey().minusYears(1);
    Map.Entry<LocalDate, Double> found = known.floorEntry(before);
    return found == null || found.getKey().isBefore(before.minusDays(8))
        ? Double.NaN
        : 100 * (back(known, 0) / found.getValue() - 1);
  }

  private static double surprise(
      NavigableMap<LocalDate, Double> known, int window, boolean change) {
    double[] y = new double[window + 1];
    for (int age = 0; age <= window; age++) {
      y[age] = back(known, age) - (change ? back(known, age + 1) : 0);
    }
    double mean = 0;
    for (int age = 1; age <= window; age++) {
      mean += y[age];
    }
    mean /= window;
    double squares = 0;
    for (int age = 1; age <= window; age++) {
      squares = Math.fma(y[age] - mean, y[age] - mean, squares);
    }
    return squares == 0 ? 0 : (y[0] - mean) / Math.sqrt(squares / window);
  }
}

package quorate.features.macro;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import quorate.domain.MacroRelease;
import quorate.domain.settings.Settings;
import quorate.features.asof.DatedFeature;
import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// Features of economic series as they were known at one time after another.
///
/// Releases come in the order of their times; [#asOf] then says what the features are at a time,
/// and refuses a time before the last release: nothing is visible before it was out, and
/// [quorate.features.asof.InTime] hands releases over in step. A feature is settled once for every
/// instant of a release, after all releases of that instant, so that values do not depend on when
/// anybody looked, and is carried forward from there; where it cannot be worked out, because the
/// value one year before is missing, say, it keeps its last value. A revision replaces the value of
/// its period from its own release on.
///
/// A release costs O(log periods) and, when its instant is over, one evaluation of every feature;
/// [#asOf] between releases costs a comparison or two and allocates nothing. For one thread.
public final class MacroFeatures implements Stateful {
  private static final long NEVER = Long.MIN_VALUE;

  private final List<String> names;
  private final List<Column> columns;
  private final Map<String, PeriodHistory> histories = new TreeMap<>();
  private final Function<String, PeriodHistory> byName = this::history;
  private long newestNs = NEVER;
  private long asOfNs = NEVER;
  private boolean unsettled;

  /// @param features names of the catalogue, series in lower case, or expressions of them
  /// @param series that will come; a feature of another one is refused
  /// @throws IllegalArgumentException when a feature is wrong; the message says which and why
  public MacroFeatures(List<String> features, Set<String> series) {
    MacroFormulas formulas = new MacroFormulas(series);
    names = List.copyOf(features);
    columns = names.stream().map(feature -> new Column(formulas.of(feature))).toList();
    Map<String, Integer> needs = new HashMap<>();
    columns.forEach(column -> column.formula.needs(needs));
    needs.forEach((id, periods) -> histories.put(id, new PeriodHistory(periods)));
  }

  /// The features, in the order of their numbers.
  public List<String> names() {
    return names;
  }

  /// The series that the features are made of; releases of others change nothing.
  public Set<String> series() {
    return histories.keySet();
  }

  /// Takes the next release in.
  ///
  /// @throws IllegalArgumentException when it is older than the last one, or than the last time
  ///   that was looked at
  public void release(MacroRelease release) {
    if (release.releasedAtNs() < newestNs || release.releasedAtNs() <= asOfNs) {
      throw new IllegalArgumentException(
          "a macro release must come before anybody looks at its time or later, but %s of %s, released at %d ns, came after %d ns; sort the releases by time"
              .formatted(
                  release.series(),
                  release.referencePeriod(),
                  release.releasedAtNs(),
                  Math.max(newestNs, asOfNs)));
    }
    if (release.releasedAtNs() > newestNs) {
      settle();
      newestNs = release.releasedAtNs();
    }
    PeriodHistory history = histories.get(release.series());
    if (history != null) {
      history.put(release.referencePeriod(), release.value());
      unsettled = true;
    }
  }

  /// Moves on to a time; the features are then what was known at it.
  ///
  /// @param timeNs UTC nanoseconds, never earlier than before
  /// @throws IllegalArgumentException when a release that was taken in is dated after it
  public void asOf(long timeNs) {
    if (timeNs < newestNs) {
      throw new IllegalArgumentException(
          "a macro release must not be used before it is out, but one of %d ns was taken in for a look at %d ns; hand releases over when their time has come"
              .formatted(newestNs, timeNs));
    }
    if (timeNs < asOfNs) {
      throw new IllegalArgumentException(
          "time must not go back, but %d ns came after %d ns (macro features)"
              .formatted(timeNs, asOfNs));
    }
    asOfNs = timeNs;
    settle();
  }

  private void settle() {
    if (unsettled) {
      for (int i = 0; i < columns.size(); i++) {
        columns.get(i).settle();
      }
      unsettled = false;
    }
  }

  /// The value of a feature at the time of the last [#asOf]; only meaningful when [#ready].
  public double value(int feature) {
    return columns.get(feature).value;
  }

  /// A feature by its name as it was asked for; it follows [#asOf].
  ///
  /// @throws IllegalArgumentException when it was not asked for
  public DatedFeature feature(String name) {
    int place = names.indexOf(name);
    if (place < 0) {
      throw new IllegalArgumentException(
          "a macro feature must be one of %s, but was \"%s\"%s"
              .formatted(names, name, Settings.nearest(name, names)));
    }
    return columns.get(place);
  }

  /// Whether a feature could be worked out yet; once so it stays so.
  public boolean ready(int feature) {
    return columns.get(feature).ready;
  }

  /// Whether all could.
  public boolean ready() {
    for (int i = 0; i < columns.size(); i++) {
      if (!columns.get(i).ready) {
        return false;
      }
    }
    return true;
  }

  /// The time of the last [#asOf], UTC nanoseconds; `Long.MIN_VALUE` before the first.
  public long asOfNs() {
    return asOfNs;
  }

  @Override
  public void state(StateCodec codec) {
    codec.mark(
        "macro features " + names + " " + columns.stream().map(column -> column.formula).toList());
    newestNs = codec.whole(newestNs);
    asOfNs = codec.whole(asOfNs);
    unsettled = codec.flag(unsettled);
    for (PeriodHistory history : histories.values()) {
      history.state(codec);
    }
    for (Column column : columns) {
      column.state(codec);
    }
  }

  private PeriodHistory history(String series) {
    PeriodHistory found = histories.get(series);
    if (found == null) {
      throw new IllegalStateException("every series of a feature has a history: " + series);
    }
    return found;
  }

  /// One feature with its carried value.
  private final class Column implements DatedFeature, Stateful {
    final MacroFormula formula;
    double value;
    boolean ready;

    Column(MacroFormula formula) {
      this.formula = formula;
    }

    @Override
    public double value() {
      return value;
    }

    @Override
    public boolean ready() {
      return ready;
    }

    void settle() {
      double found = formula.value(byName);
      if (Double.isFinite(found)) {
        value = found;
        ready = true;
      }
    }

    @Override
    public void state(StateCodec codec) {
      value = codec.real(value);
      ready = codec.flag(ready);
    }
  }
}

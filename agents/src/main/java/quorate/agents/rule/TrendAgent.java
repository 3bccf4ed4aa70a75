package quorate.agents.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import quorate.agents.Agent;
import quorate.agents.AgentParameters;
import quorate.agents.Horizon;
import quorate.domain.Observation;
import quorate.domain.Opinion;
import quorate.domain.Rationale;
import quorate.domain.View;

/// Goes with the trend: long while the fast average of the close is above the slow one, short while
/// it is below, as far as ADX calls it a trend.
///
/// Abstains when the averages are equal and when ADX is below its threshold: in a market without a
/// trend it has no view, and leaves the vote to those who have one. Its horizon is the slow
/// average's length.
///
/// | parameter | default | range | meaning |
/// |---|---|---|---|
/// | `timeframe` | the council's | | bars it looks at |
/// | `fast` | 10 | 1 … 10,000 bars | length of the fast average, less than `slow` |
/// | `slow` | 30 | 2 … 10,000 bars | length of the slow average |
/// | `average` | `sma` | `sma`, `ema` | kind of both averages |
/// | `adx` | 14 | 2 … 1,000 bars | length of ADX |
/// | `adx_threshold` | 20 | 0 … 100 | least ADX to have a view; 0 does without ADX |
/// | `confidence` | `graded` | `graded`, `fixed` | see below |
///
/// Confidence `graded` is ½ + ½·(mean of its grades), so a trend that just qualifies is at ½. The
/// grade of ADX goes from 0 at the threshold to 1 at 30 points above (by default 50, which Wilder
/// calls very strong); the grade of the distance is that of the averages in deviations of the close
/// over the slow window, up to 1, which a straight line just exceeds (1.15 for 10 and 30). `fixed`
/// is always 1: with `adx_threshold: 0` that is the plain crossing of two averages, always long or
/// short.
///
/// Sources: J. W. Wilder, *New Concepts in Technical Trading Systems* (1978), section IV (ADX).
public final class TrendAgent implements Agent {
  private static final double ADX_SPAN = 30;
  private static final Opinion NO_DIRECTION = Opinion.abstain("both averages are equal");

  private enum Average {
    SMA,
    EMA
  }

  private enum Confidence {
    GRADED,
    FIXED
  }

  private final View view;
  private final double adxThreshold;
  private final int adxColumn;
  private final int distanceColumn;
  private final long horizonNs;
  private final String above;
  private final String below;

  /// @throws quorate.domain.settings.SettingsException when a parameter breaks its rule
  public TrendAgent(AgentParameters parameters) {
    int fast = parameters.wholeNumber("fast", 10, 1, 10_000);
    int slow = parameters.wholeNumber("slow", 30, 2, 10_000);
    Average average = parameters.choice("average", Average.class, Average.SMA);
    int adx = parameters.wholeNumber("adx", 14, 2, 1_000);
    adxThreshold = parameters.number("adx_threshold", 20, 0, 100);
    Confidence confidence = parameters.choice("confidence", Confidence.class, Confidence.GRADED);
    if (fast >= slow) {
      throw parameters.broken("fast", "less than slow (%d)".formatted(slow), fast);
    }

    String kind = average.name().toLowerCase(Locale.ROOT);
    String averages = "%s(%d), %s(%d)".formatted(kind, fast, kind, slow);
    StringBuilder why =
        new StringBuilder(
            "the %d-bar average is %%.2f %%%% %%s the %d-bar one".formatted(fast, slow));
    List<String> columns = new ArrayList<>();
    columns.add("gap(" + averages + ")");
    adxColumn = adxThreshold > 0 ? columns.size() : -1;
    if (adxColumn >= 0) {
      columns.add("adx(" + adx + ")");
      why.append(", ADX %.1f");
    }
    distanceColumn = confidence == Confidence.GRADED ? columns.size() : -1;
    if (distanceColumn >= 0) {
      columns.add("distance(" + averages + ", standard_deviation(" + slow + "))");
      why.append(", %.2f deviations apart");
    }
    above = why.toString().replace("%s", "above");
    below = why.toString().replace("%s", "below");
    view = new View(parameters.timeframe(), 1, columns);
    horizonNs = Horizon.ofBars(view.timeframe(), slow);
  }

  @Override
  public View view() {
    return view;
  }

  @Override
  public Opinion opine(Observation seen) {
    double gap = seen.latest(0);
    if (gap == 0) {
      return NO_DIRECTION;
    }
    if (adxColumn >= 0 && seen.latest(adxColumn) < adxThreshold) {
      return Opinion.abstain(
          "ADX %.1f is below %.1f: no trend to follow", seen.latest(adxColumn), adxThreshold);
    }
    return Opinion.of(gap > 0 ? 1 : -1, confidence(seen), horizonNs, why(seen, gap));
  }

  private double confidence(Observation seen) {
    if (distanceColumn < 0) {
      return 1;
    }
    double distance = Math.min(1, Math.abs(seen.latest(distanceColumn)));
    if (adxColumn < 0) {
      return 0.5 + 0.5 * distance;
    }
    double strength = Math.min(1, (seen.latest(adxColumn) - adxThreshold) / ADX_SPAN);
    return 0.5 + 0.25 * (strength + distance);
  }

  /// The sentence names the columns in their order, so its numbers are the newest row.
  private Rationale why(Observation seen, double gap) {
    double[] numbers = new double[view.columns().size()];
    numbers[0] = 100 * Math.abs(gap);
    for (int i = 1; i < numbers.length; i++) {
      numbers[i] = Math.abs(seen.latest(i));
    }
    return Rationale.of(gap > 0 ? above : below, numbers);
  }
}

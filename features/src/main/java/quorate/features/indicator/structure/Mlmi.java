package quorate.features.indicator.structure;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.Windows;
import quorate.features.indicator.average.Wma;
import quorate.features.indicator.oscillator.Rsi;
import quorate.features.indicator.price.HeikenAshi;
import quorate.features.state.StateCodec;

/// Machine-learning momentum index, 0 to 100: how prices went on after those past crossings of two
/// averages that looked most like now.
///
/// It follows c, the Heiken Ashi close (o + h + l + c) / 4. A *crossing* is a bar at which "quick
/// WMA of c > slow WMA of c" differs from the bar before. There the pair of two smoothed RSIs of c
/// is remembered; at the next crossing it gets its label, the sign of the change of c between the
/// two. At every bar the nearest labelled pairs vote; value = 50 + 50 · WMA of the mean votes.
///
/// Outputs: 0 `value`, 1 `signal` (+1 when the value is at or above 50 + level and was below it, −1
/// when it is at or below 50 − level and was above it, else 0; 0 on the first ready bar), 2
/// `strength` (|value − 50| / 50), 3 `centred` ((value − 50) / 50).
///
/// Ready once the smoothing is full of votes, which depends on how often averages cross: it
/// [#warmUpVaries]. An update looks at the whole memory: less than a microsecond at 200 pairs.
///
/// Source: `docs/features/mlmi.md`.
public final class Mlmi implements Indicator {
  /// The settings, and their rules.
  ///
  /// @param level how far from 50 a signal is given, 0 to 50
  /// @param quickAverage window of the quick moving average, in bars
  /// @param slowAverage window of the slow one, longer
  /// @param quickRsi window of the quick RSI, in bars
  /// @param slowRsi window of the slow one, longer
  /// @param rsiSmoothing values of each RSI averaged, at least 1
  /// @param memory labelled pairs remembered
  /// @param neighbours labelled pairs that vote, at least 1 and at most the memory
  /// @param smoothing votes averaged, at least 1
  public record Settings(
      double level,
      int quickAverage,
      int slowAverage,
      int quickRsi,
      int slowRsi,
      int rsiSmoothing,
      int memory,
      int neighbours,
      int smoothing) {
    public Settings {
      if (!(level >= 0 && level <= 50)) {
        throw new IllegalArgumentException(
            "level must be from 0 to 50, but was %s (feature \"mlmi\")".formatted(level));
      }
      for (int window : new int[] {quickAverage, quickRsi, rsiSmoothing, smoothing}) {
        Windows.check(window, 1, "mlmi");
      }
      longer("slow_average", slowAverage, "quick_average", quickAverage);
      longer("slow_rsi", slowRsi, "quick_rsi", quickRsi);
      if (neighbours < 1 || neighbours > memory) {
        throw new IllegalArgumentException(
            "neighbours must be from 1 to memory, %d pairs, but was %d (feature \"mlmi\")"
                .formatted(memory, neighbours));
      }
    }

    private static void longer(String slowName, int slow, String quickName, int quick) {
      if (slow <= quick) {
        throw new IllegalArgumentException(
            "%s must be longer than %s, %d bars, but was %d (feature \"mlmi\")"
                .formatted(slowName, quickName, quick, slow));
      }
    }

    /// The earliest bar that can be a crossing: both averages are compared with the bar before, and
    /// the slow RSI is smoothed.
    int firstCrossing() {
      return Math.max(slowAverage + 1, slowRsi + rsiSmoothing);
    }
  }

  private static final int HEIKEN_ASHI_CLOSE = 3;

  private final Settings settings;
  private final HeikenAshi heikenAshi = new HeikenAshi();
  private final Wma quickAverage;
  private final Wma slowAverage;
  private final Rsi quickRsi;
  private final Rsi slowRsi;
  private final Wma quickStrength;
  private final Wma slowStrength;
  private final CrossingMemory memory;
  private final Wma votes;
  private int seen;
  private boolean above;
  private boolean crossed;
  private double crossingX;
  private double crossingY;
  private double crossingPrice;
  private double meanVotes;
  private int signal;
  private boolean ready;

  public Mlmi(Settings settings) {
    this.settings = settings;
    this.quickAverage = new Wma(settings.quickAverage);
    this.slowAverage = new Wma(settings.slowAverage);
    this.quickRsi = new Rsi(settings.quickRsi);
    this.slowRsi = new Rsi(settings.slowRsi);
    this.quickStrength = new Wma(settings.rsiSmoothing);
    this.slowStrength = new Wma(settings.rsiSmoothing);
    this.memory = new CrossingMemory(settings.memory, settings.neighbours);
    this.votes = new Wma(settings.smoothing);
  }

  @Override
  public void update(BarView bar) {
    heikenAshi.update(bar);
    double price = heikenAshi.value(HEIKEN_ASHI_CLOSE);
    quickAverage.update(price);
    slowAverage.update(price);
    follow(quickRsi, quickStrength, price);
    follow(slowRsi, slowStrength, price);
    boolean wasAbove = above;
    above = quickAverage.value() > slowAverage.value();
    if (seen < settings.firstCrossing()) {
      seen++;
    }
    if (seen == settings.firstCrossing() && above != wasAbove) {
      cross(price);
    }
    if (memory.ready()) {
      vote();
    }
  }

  private static void follow(Rsi rsi, Wma strength, double price) {
    rsi.update(price);
    if (rsi.ready()) {
      strength.update(rsi.value());
    }
  }

  /// Labels the pair of the crossing before, now that it is known how prices went on, and begins
  /// with this one.
  private void cross(double price) {
    if (crossed) {
      memory.add(crossingX, crossingY, Math.signum(price - crossingPrice));
    }
    crossed = true;
    crossingX = slowStrength.value();
    crossingY = quickStrength.value();
    crossingPrice = price;
  }

  /// Votes are averaged as sums of labels, whole numbers: the average is exact, so the value is 50
  /// exactly when votes balance, and no signal hangs on a rounding.
  private void vote() {
    votes.update(memory.vote(slowStrength.value(), quickStrength.value()));
    if (!votes.ready()) {
      return;
    }
    double before = value();
    meanVotes = votes.value();
    signal = ready ? signal(before, value()) : 0;
    ready = true;
  }

  private int signal(double before, double now) {
    double upper = 50 + settings.level;
    double lower = 50 - settings.level;
    if (now >= upper && before < upper) {
      return 1;
    }
    return now <= lower && before > lower ? -1 : 0;
  }

  @Override
  public double value() {
    return 50 + 50 * meanVotes / settings.neighbours;
  }

  @Override
  public double value(int output) {
    return switch (output) {
      case 0 -> value();
      case 1 -> signal;
      case 2 -> Math.abs(meanVotes) / settings.neighbours;
      case 3 -> meanVotes / settings.neighbours;
      default -> throw noOutput(output);
    };
  }

  @Override
  public int outputs() {
    return 4;
  }

  @Override
  public boolean ready() {
    return ready;
  }

  /// When every bar from the first possible one on is a crossing.
  @Override
  public int warmUp() {
    return settings.firstCrossing() + settings.neighbours + settings.smoothing - 1;
  }

  @Override
  public boolean warmUpVaries() {
    return true;
  }

  @Override
  public void state(StateCodec codec) {
    heikenAshi.state(codec);
    quickAverage.state(codec);
    slowAverage.state(codec);
    quickRsi.state(codec);
    slowRsi.state(codec);
    quickStrength.state(codec);
    slowStrength.state(codec);
    memory.state(codec);
    votes.state(codec);
    seen = (int) codec.whole(seen);
    above = codec.flag(above);
    crossed = codec.flag(crossed);
    crossingX = codec.real(crossingX);
    crossingY = codec.real(crossingY);
    crossingPrice = codec.real(crossingPrice);
    meanVotes = codec.real(meanVotes);
    signal = (int) codec.whole(signal);
    ready = codec.flag(ready);
  }
}

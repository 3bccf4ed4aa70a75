package quorate.features.text;

import java.time.Instant;
import java.util.Arrays;
import quorate.domain.TextSignal;
import quorate.features.asof.DatedFeature;
import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// What the texts of one symbol say, as it was known at the end of one bar after another.
///
/// Signals come in the order of their `asOf`; [#asOf] closes a bar, and refuses a time before the
/// last signal: a text that is used before it is dated is a look ahead. A signal dated before the
/// last bar's end comes too late and is refused too: who receives it late stamps it with the time
/// of receipt. Features are known from the first [#asOf] on: without texts there are none to count.
///
/// A signal costs a comparison with each remembered text; memory is bounded by the settings. For
/// one thread.
public final class SymbolTexts implements Stateful {
  private static final long NEVER = Long.MIN_VALUE;

  private final String symbol;
  private final TextSettings settings;
  private final double halfLifeNs;
  private final Novelty novelty;
  private double sentiment;
  private double lookedAtMean;
  private double dispersion;
  private double intensity;
  private double count;
  private double barMean;
  private double barNovelty;

  /// As of the last signal: Σ d, Σ w·d, the mean Σ w·d·s / Σ w·d and Σ w·d·(s − mean)².
  private double texts;

  private double weights;
  private double mean;
  private double squares;

  /// Texts, Σ w, Σ w·s and Σ novelty since the last look.
  private final double[] bar = new double[4];

  private long newestNs = NEVER;
  private long asOfNs = NEVER;

  /// @param symbol whose texts they are; empty for the market as a whole
  public SymbolTexts(String symbol, TextSettings settings) {
    this.symbol = symbol;
    this.settings = settings;
    halfLifeNs = settings.halfLife().toNanos();
    novelty = new Novelty(settings.memory());
  }

  /// Takes the next signal in.
  ///
  /// @throws IllegalArgumentException when it is of another symbol, older than the last one, or
  ///   dated before the end of a bar that was looked at
  public void signal(TextSignal signal) {
    if (!signal.symbol().equals(symbol)) {
      throw new IllegalArgumentException(
          "a signal must be of \"%s\", but was of \"%s\" (text \"%s\")"
              .formatted(symbol, signal.symbol(), signal.textId()));
    }
    if (signal.asOfNs() < newestNs || signal.asOfNs() <= asOfNs) {
      throw new IllegalArgumentException(
          "a signal must come before anybody looks at its time or later, but one of %s came after %s (symbol \"%s\", text \"%s\"); sort signals by asOf, or stamp a late one with the time of its receipt"
              .formatted(
                  Instant.ofEpochSecond(0, signal.asOfNs()),
                  Instant.ofEpochSecond(0, Math.max(newestNs, asOfNs)),
                  symbol,
                  signal.textId()));
    }
    double factor = fade(signal.asOfNs());
    texts = texts * factor + 1;
    weights *= factor;
    squares *= factor;
    double weight = signal.weight();
    if (weight > 0) { // West's update, which does not lose small spreads about a large mean
      double off = signal.sentiment() - mean;
      weights += weight;
      mean += off * (weight / weights);
      squares += weight * off * (signal.sentiment() - mean);
    }
    bar[0] += 1;
    bar[1] += weight;
    bar[2] += weight * signal.sentiment();
    bar[3] += novelty.of(signal.textId());
    newestNs = signal.asOfNs();
  }

  /// 2^(−age / half-life) of what was summed at the last signal.
  private double fade(long timeNs) {
    return newestNs == NEVER
        ? 0
        : StrictMath.pow(2, -((double) timeNs - (double) newestNs) / halfLifeNs);
  }

  /// Closes the bar that ends at a time; the features are then what was known at it.
  ///
  /// @param timeNs UTC nanoseconds, never earlier than before; the same again changes nothing
  /// @throws IllegalArgumentException when a signal that was taken in is dated after it
  public void asOf(long timeNs) {
    if (timeNs < newestNs) {
      throw new IllegalArgumentException(
          "a signal must not be used before its asOf, but one of %s was taken in for a look at %s (symbol \"%s\"); hand signals over when their time has come"
              .formatted(
                  Instant.ofEpochSecond(0, newestNs), Instant.ofEpochSecond(0, timeNs), symbol));
    }
    if (timeNs < asOfNs) {
      throw new IllegalArgumentException(
          "time must not go back, but %s came after %s (texts of \"%s\")"
              .formatted(
                  Instant.ofEpochSecond(0, timeNs), Instant.ofEpochSecond(0, asOfNs), symbol));
    }
    if (timeNs == asOfNs) {
      return;
    }
    double factor = fade(timeNs);
    double weight = weights * factor;
    sentiment = weight == 0 ? 0 : weight * mean / (weight + settings.prior());
    lookedAtMean = weights == 0 ? 0 : mean;
    dispersion = weights == 0 ? 0 : Math.sqrt(Math.max(0, squares / weights));
    intensity = texts * factor;
    count = bar[0];
    barMean = bar[1] == 0 ? 0 : bar[2] / bar[1];
    barNovelty = bar[0] == 0 ? 0 : bar[3] / bar[0];
    Arrays.fill(bar, 0);
    asOfNs = timeNs;
  }

  /// A feature at the time of the last [#asOf]; only meaningful when [#ready].
  public double value(TextFeature feature) {
    return switch (feature) {
      case SENTIMENT -> sentiment;
      case MEAN -> lookedAtMean;
      case DISPERSION -> dispersion;
      case INTENSITY -> intensity;
      case COUNT -> count;
      case BAR_MEAN -> barMean;
      case NOVELTY -> barNovelty;
    };
  }

  /// A feature that follows [#asOf].
  public DatedFeature feature(TextFeature feature) {
    return new DatedFeature() {
      @Override
      public double value() {
        return SymbolTexts.this.value(feature);
      }

      @Override
      public boolean ready() {
        return SymbolTexts.this.ready();
      }
    };
  }

  /// Whether a time was looked at; once so it stays so.
  public boolean ready() {
    return asOfNs != NEVER;
  }

  public String symbol() {
    return symbol;
  }

  /// The time of the last [#asOf], UTC nanoseconds; `Long.MIN_VALUE` before the first.
  public long asOfNs() {
    return asOfNs;
  }

  @Override
  public void state(StateCodec codec) {
    codec.mark("texts of \"" + symbol + "\" " + settings);
    newestNs = codec.whole(newestNs);
    asOfNs = codec.whole(asOfNs);
    sentiment = codec.real(sentiment);
    lookedAtMean = codec.real(lookedAtMean);
    dispersion = codec.real(dispersion);
    intensity = codec.real(intensity);
    count = codec.real(count);
    barMean = codec.real(barMean);
    barNovelty = codec.real(barNovelty);
    texts = codec.real(texts);
    weights = codec.real(weights);
    mean = codec.real(mean);
    squares = codec.real(squares);
    codec.reals(bar);
    novelty.state(codec);
  }
}

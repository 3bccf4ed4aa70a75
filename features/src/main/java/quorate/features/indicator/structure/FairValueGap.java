package quorate.features.indicator.structure;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.Windows;
import quorate.features.indicator.volatility.Atr;
import quorate.features.state.StateCodec;

/// Fair value gaps: stretches of prices that a strong bar left untraded between the bars around it,
/// and whether prices came back to them.
///
/// Bullish at bar t: low[t] > high[t−2] and close[t−1] > high[t−2], and the size low[t] − high[t−2]
/// is at least the larger of so many ticks and a share of ATR[t−1] (or a percentage of close[t−1]).
/// The zone's near edge is low[t], its far edge high[t−2]. Each later bar, before it may form a
/// zone itself: a close strictly beyond the far edge removes the zone, else a touch of the near
/// edge *mitigates* and removes it; after its life it is gone. Bearish zones are the mirror image.
///
/// Outputs: 0 `bullish` and 1 `bearish` (1 while such a zone is active, else 0), and of the zone
/// whose near edge is nearest to the close (ties: the lower) 2 `level` (the near edge, a price), 3
/// `distance` (close − level, in ATR: above 0 over a bullish zone, below 0 under a bearish one), 4
/// `age` (bars), 5 `age_decay` (e^(−age/decay)), 6 `size` (a price difference), each 0 when no zone
/// is active; 7 `mitigation` (+1 support held, −1 resistance held, else 0; several in one bar: the
/// sign of their sum).
///
/// Zones form from the first bar on whose bar before has an ATR, with a percentage from the third
/// bar on. After a gap bars simply follow one another. O(1) an update on average, at most the life.
///
/// Source: `docs/features/fair-value-gap.md`.
public final class FairValueGap implements Indicator {
  /// Differences of prices on a grid of ticks are off it by rounding, far less than this share of a
  /// tick.
  private static final double GRID = 1 - 1e-6;

  private final double share;
  private final double ticks;
  private final double percent;
  private final double decay;
  private final int warmUp;
  private final Atr atr;
  private final GapZones bullish;
  private final GapZones bearish;
  private long bars;
  private double high1 = Double.POSITIVE_INFINITY;
  private double high2 = Double.POSITIVE_INFINITY;
  private double low1 = Double.NEGATIVE_INFINITY;
  private double low2 = Double.NEGATIVE_INFINITY;
  private double close1;
  private double level;
  private double distance;
  private double size;
  private long age;
  private int mitigation;

  /// @param share least size of a zone, in ATR of the bar before; not negative
  /// @param life bars after its own during which a zone is active, at least 1
  /// @param atrWindow true ranges in the ATR, at least 1
  /// @param ticks least size of a zone, in ticks; not negative
  /// @param percent when positive, least size of a zone as a percentage of the close of the bar
  ///   before, in place of the share of the ATR
  /// @param decay bars after which `age_decay` has fallen to 1/e; positive
  public FairValueGap(
      double share, int life, int atrWindow, double ticks, double percent, double decay) {
    this.share = share;
    this.ticks = ticks;
    this.percent = percent;
    this.decay = decay;
    this.warmUp = Windows.check(atrWindow, 1, "fair_value_gap") + 2;
    this.atr = new Atr(atrWindow);
    this.bullish = new GapZones(Windows.check(life, 1, "fair_value_gap"));
    this.bearish = new GapZones(life);
  }

  @Override
  public void update(BarView bar) {
    double high = bar.high();
    double low = bar.low();
    double close = bar.close();
    double least = leastSize(bar.tick());
    atr.update(bar);
    bars++;
    int held = bullish.pass(bars, low, close) - bearish.pass(bars, -high, -close);
    mitigation = Integer.signum(held);
    if (low > high2 && close1 > high2 && low - high2 >= least) {
      bullish.form(bars, low, high2);
    } else if (high < low2 && close1 < low2 && low2 - high >= least) {
      bearish.form(bars, -high, -low2);
    }
    high2 = high1;
    low2 = low1;
    high1 = high;
    low1 = low;
    close1 = close;
    lookAround(close);
  }

  /// Of a zone that the next bar forms; known before that bar, and infinite while the ATR is not.
  private double leastSize(double tick) {
    double volatility = atr.ready() ? share * atr.value() : Double.POSITIVE_INFINITY;
    return Math.max(ticks * tick * GRID, percent > 0 ? percent / 100 * close1 : volatility);
  }

  private void lookAround(double close) {
    level = 0;
    distance = 0;
    size = 0;
    age = 0;
    if (bullish.isEmpty() && bearish.isEmpty()) {
      return;
    }
    boolean support =
        bearish.isEmpty()
            || (!bullish.isEmpty() && close - bullish.near() <= -bearish.near() - close);
    GapZones nearest = support ? bullish : bearish;
    level = support ? nearest.near() : -nearest.near();
    size = nearest.size();
    age = nearest.age(bars);
    double unit = atr.value();
    distance = unit == 0 ? 0 : (close - level) / unit;
  }

  @Override
  public double value() {
    return bullish.isEmpty() ? 0 : 1;
  }

  @Override
  public double value(int output) {
    return switch (output) {
      case 0 -> bullish.isEmpty() ? 0 : 1;
      case 1 -> bearish.isEmpty() ? 0 : 1;
      case 2 -> level;
      case 3 -> distance;
      case 4 -> age;
      case 5 -> bullish.isEmpty() && bearish.isEmpty() ? 0 : StrictMath.exp(-age / decay);
      case 6 -> size;
      case 7 -> mitigation;
      default -> throw noOutput(output);
    };
  }

  @Override
  public int outputs() {
    return 8;
  }

  @Override
  public boolean ready() {
    return bars >= warmUp;
  }

  @Override
  public int warmUp() {
    return warmUp;
  }

  @Override
  public void state(StateCodec codec) {
    atr.state(codec);
    bullish.state(codec);
    bearish.state(codec);
    bars = codec.whole(bars);
    high1 = codec.real(high1);
    high2 = codec.real(high2);
    low1 = codec.real(low1);
    low2 = codec.real(low2);
    close1 = codec.real(close1);
    level = codec.real(level);
    distance = codec.real(distance);
    size = codec.real(size);
    age = codec.whole(age);
    mitigation = (int) codec.whole(mitigation);
  }
}

package quorate.features.indicator.channel;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.Windows;
import quorate.features.indicator.average.Midprice;
import quorate.features.rolling.Window;
import quorate.features.state.StateCodec;

/// Ichimoku Kinko Hyo, the equilibrium chart at a glance, in price units, with nothing in it that
/// is not known at the bar.
///
/// Outputs: 0 `tenkan` and 1 `kijun`, middles between the highest high and the lowest low of n and
/// m bars; 2 `senkou_a` and 3 `senkou_b`, the edges of the cloud over this bar: the mean of tenkan
/// and kijun, and the middle of the longest window, as they were `displacement` bars ago, which is
/// when a chart draws them ahead to this bar; 4 `chikou`, the close minus the close `displacement`
/// bars ago. A chart draws the close itself that far back, where it would be known too early; what
/// it is read for is this difference.
///
/// Source: G. Hosoda, *Ichimoku Kinko Hyo* (1969); N. Elliott, *Ichimoku Charts* (2007).
public final class Ichimoku implements Indicator {
  private final Midprice tenkan;
  private final Midprice kijun;
  private final Midprice span;
  private final Window meansBefore;
  private final Window spansBefore;
  private final Window closesBefore;
  private final int warmUp;
  private double senkouA;
  private double senkouB;
  private double chikou;
  private int seen;

  /// @param tenkan bars of the conversion line, at least 1
  /// @param kijun bars of the base line, at least 1
  /// @param span bars of the slow edge of the cloud, at least 1
  /// @param displacement bars by which a chart draws the cloud ahead, at least 1
  public Ichimoku(int tenkan, int kijun, int span, int displacement) {
    this.tenkan = new Midprice(Windows.check(tenkan, 1, "ichimoku"));
    this.kijun = new Midprice(Windows.check(kijun, 1, "ichimoku"));
    this.span = new Midprice(Windows.check(span, 1, "ichimoku"));
    meansBefore = new Window(Windows.check(displacement, 1, "ichimoku"));
    spansBefore = new Window(displacement);
    closesBefore = new Window(displacement);
    warmUp = Math.max(span, Math.max(tenkan, kijun)) + displacement;
  }

  @Override
  public void update(BarView bar) {
    tenkan.update(bar);
    kijun.update(bar);
    span.update(bar);
    senkouA = meansBefore.push((tenkan.value() + kijun.value()) / 2);
    senkouB = spansBefore.push(span.value());
    chikou = bar.close() - closesBefore.push(bar.close());
    if (seen < warmUp) {
      seen++;
    }
  }

  @Override
  public double value() {
    return tenkan.value();
  }

  @Override
  public double value(int output) {
    return switch (output) {
      case 0 -> tenkan.value();
      case 1 -> kijun.value();
      case 2 -> senkouA;
      case 3 -> senkouB;
      case 4 -> chikou;
      default -> throw noOutput(output);
    };
  }

  @Override
  public int outputs() {
    return 5;
  }

  @Override
  public boolean ready() {
    return seen == warmUp;
  }

  @Override
  public int warmUp() {
    return warmUp;
  }

  @Override
  public void state(StateCodec codec) {
    tenkan.state(codec);
    kijun.state(codec);
    span.state(codec);
    meansBefore.state(codec);
    spansBefore.state(codec);
    closesBefore.state(codec);
    senkouA = codec.real(senkouA);
    senkouB = codec.real(senkouB);
    chikou = codec.real(chikou);
    seen = (int) codec.whole(seen);
  }
}

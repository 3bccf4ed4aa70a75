package quorate.features.indicator.price;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.state.StateCodec;

/// Heiken Ashi, the average bar, in price units: bars that follow a trend in one colour.
///
/// Outputs: 0 `open`, the middle between the average bar before and its close, at first (open +
/// close) / 2; 1 `high` and 2 `low`, the outermost of the bar's own and of open and close here; 3
/// `close`, (open + high + low + close) / 4 of the bar. Agrees with TA-Lib HA.
///
/// Source: D. Valcu, "Using the Heikin-Ashi technique", *Technical Analysis of Stocks &
/// Commodities* 22 (2004).
public final class HeikenAshi implements Indicator {
  private double open;
  private double high;
  private double low;
  private double close;
  private boolean started;

  @Override
  public void update(BarView bar) {
    open = started ? (open + close) / 2 : (bar.open() + bar.close()) / 2;
    close = (bar.open() + bar.high() + bar.low() + bar.close()) / 4;
    high = Math.max(bar.high(), Math.max(open, close));
    low = Math.min(bar.low(), Math.min(open, close));
    started = true;
  }

  @Override
  public double value() {
    return open;
  }

  @Override
  public double value(int output) {
    return switch (output) {
      case 0 -> open;
      case 1 -> high;
      case 2 -> low;
      case 3 -> close;
      default -> throw noOutput(output);
    };
  }

  @Override
  public int outputs() {
    return 4;
  }

  @Override
  public boolean ready() {
    return started;
  }

  @Override
  public int warmUp() {
    return 1;
  }

  @Override
  public void state(StateCodec codec) {
    open = codec.real(open);
    high = codec.real(high);
    low = codec.real(low);
    close = codec.real(close);
    started = codec.flag(started);
  }
}

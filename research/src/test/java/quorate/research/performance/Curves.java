package quorate.research.performance;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import quorate.domain.Currency;
import quorate.domain.Side;

/// Equity curves, trades and track records for tests.
final class Curves {
  private Curves() {}

  /// A curve that starts at `capital` and makes each return in one day.
  static EquityCurve daily(double capital, double... returns) {
    EquityCurve.Recorder recorder = EquityCurve.recorder();
    recorder.mark(EveryDay.START_NS, capital, 0);
    double equity = capital;
    for (int i = 0; i < returns.length; i++) {
      equity *= 1 + returns[i];
      recorder.mark(EveryDay.START_NS + (i + 1) * EveryDay.DAY_NS, equity, 0);
    }
    return recorder.curve();
  }

  /// A curve through these worths, a day apart.
  static EquityCurve through(double... equity) {
    EquityCurve.Recorder recorder = EquityCurve.recorder();
    for (int i = 0; i < equity.length; i++) {
      recorder.mark(EveryDay.START_NS + i * EveryDay.DAY_NS, equity[i], 0);
    }
    return recorder.curve();
  }

  static double[] randomReturns(RandomGenerator chance, int count) {
    double[] returns = new double[count];
    for (int i = 0; i < count; i++) {
      returns[i] = Math.max(-0.5, 0.001 + 0.02 * chance.nextGaussian());
    }
    return returns;
  }

  static ClosedTrade trade(double netProfit) {
    return trade(netProfit, OptionalDouble.empty());
  }

  static ClosedTrade trade(double netProfit, OptionalDouble risk) {
    long opened = EveryDay.START_NS;
    return new ClosedTrade(
        "ES",
        Side.BUY,
        1,
        opened,
        opened + EveryDay.HOUR_NS,
        100,
        101,
        netProfit + 2,
        2,
        0,
        0,
        Math.min(0, netProfit),
        Math.max(0, netProfit),
        risk.isEmpty()
            ? Optional.empty()
            : Optional.of(new TradeBracket(99, 102, risk, TradeBracket.Exit.COUNCIL)));
  }

  static PricedFill fill(double notional, double commission, double spread, double slippage) {
    return new PricedFill(
        "ES", EveryDay.START_NS, Side.BUY, 100, 1, notional, commission, spread, slippage);
  }

  static TrackRecord record(EquityCurve curve, ClosedTrade... trades) {
    return new TrackRecord(
        Currency.USD,
        EveryDay.aroundTheClock(),
        curve,
        Optional.empty(),
        List.of(),
        List.of(trades));
  }

  static Performance measured(TrackRecord record) {
    return Performance.of(record, PerformanceSettings.defaults());
  }
}

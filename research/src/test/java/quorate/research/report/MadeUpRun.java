package quorate.research.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import quorate.domain.Currency;
import quorate.domain.Decision;
import quorate.domain.MemberOpinion;
import quorate.domain.Opinion;
import quorate.domain.Rationale;
import quorate.domain.Side;
import quorate.domain.Verdict;
import quorate.domain.chance.Philox;
import quorate.research.council.CouncilTally;
import quorate.research.performance.BuyAndHold;
import quorate.research.performance.ClosedTrade;
import quorate.research.performance.EquityCurve;
import quorate.research.performance.EveryDay;
import quorate.research.performance.Performance;
import quorate.research.performance.PerformanceSettings;
import quorate.research.performance.PriceHistory;
import quorate.research.performance.PricedFill;
import quorate.research.performance.TrackRecord;
import quorate.research.performance.TradeBracket;

/// A run on a seeded random walk: the council follows a moving average, long and short, with costs.
/// Everything in it adds up: equity, fills, trades and costs are those of one simple account.
final class MadeUpRun {
  private static final long BAR_NS = EveryDay.HOUR_NS;
  private static final double CAPITAL = 100_000;
  private static final int WINDOW = 40;

  private final Philox chance;
  private final String symbol;
  private final boolean bracketed;
  private final PriceHistory.Recorder prices;
  private final EquityCurve.Recorder equity = EquityCurve.recorder();
  private final List<PricedFill> fills = new ArrayList<>();
  private final List<ClosedTrade> trades = new ArrayList<>();
  private final CouncilTally council = new CouncilTally();
  private double cash = CAPITAL;
  private double position;
  private double entry;
  private double hiddenAtEntry;
  private long openedNs;
  private double worst;
  private double best;

  private MadeUpRun(long seed, String symbol, boolean bracketed) {
    this.bracketed = bracketed;
    this.chance = Philox.seeded(seed);
    this.symbol = symbol;
    this.prices = PriceHistory.of(symbol, 2);
  }

  /// A report of so many hourly bars.
  static RunReport ofBars(int bars) {
    return new MadeUpRun(7, "BTC-USD", false)
        .run(bars)
        .report("trend-and-reversion", "Trend and reversion on BTC-USD");
  }

  /// The same run with a bracket behind every trade.
  static RunReport bracketed(int bars) {
    return new MadeUpRun(7, "BTC-USD", true)
        .run(bars)
        .report("trend-and-reversion", "Trend and reversion on BTC-USD");
  }

  /// The same run under names that try to break out of the page.
  static RunReport named(String playbook, String title, String symbol) {
    return new MadeUpRun(7, symbol, false).run(3000).report(playbook, title);
  }

  /// A run in which nothing happened.
  static RunReport withoutTrades() {
    MadeUpRun run = new MadeUpRun(7, "BTC-USD", false);
    run.equity.mark(EveryDay.START_NS, CAPITAL, 0);
    run.prices.bar(EveryDay.START_NS + BAR_NS, 100, 101, 99, 100);
    run.equity.mark(EveryDay.START_NS + BAR_NS, CAPITAL, 0);
    return run.report("idle", "A quiet hour");
  }

  /// A run whose council was asked on three bars and never had a quorum.
  static RunReport withoutQuorum() {
    MadeUpRun run = new MadeUpRun(7, "BTC-USD", false);
    run.equity.mark(EveryDay.START_NS, CAPITAL, 0);
    for (int i = 1; i <= 3; i++) {
      run.prices.bar(EveryDay.START_NS + i * BAR_NS, 100, 101, 99, 100);
      run.equity.mark(EveryDay.START_NS + i * BAR_NS, CAPITAL, 0);
      run.council.ask(0);
      if (i == 1) {
        run.council.add(
            new Decision(0, EveryDay.START_NS + BAR_NS, Verdict.NO_QUORUM, 0, 0, 0, List.of()));
      }
    }
    return run.report("silent", "A silent council");
  }

  private MadeUpRun run(int bars) {
    double[] closes = new double[bars];
    double price = 42_000;
    double sum = 0;
    double drift = 0;
    equity.mark(EveryDay.START_NS, CAPITAL, 0);
    for (int i = 0; i < bars; i++) {
      drift = 0.995 * drift + 0.00005 * chance.nextGaussian();
      double open = price;
      price *= Math.exp(drift + 0.005 * chance.nextGaussian());
      double high = Math.max(open, price) * (1 + 0.002 * chance.nextDouble());
      double low = Math.min(open, price) * (1 - 0.002 * chance.nextDouble());
      long timeNs = EveryDay.START_NS + (i + 1) * BAR_NS;
      prices.bar(timeNs, open, high, low, price);
      closes[i] = price;
      sum += price - (i >= WINDOW ? closes[i - WINDOW] : 0);
      if (i >= WINDOW) {
        watch(high, low);
        decide(timeNs, price, sum / WINDOW);
      }
      equity.mark(timeNs, cash + position * price, Math.abs(position) * price);
    }
    return this;
  }

  private void watch(double high, double low) {
    best = Math.max(best, position * ((position > 0 ? high : low) - entry));
    worst = Math.min(worst, position * ((position > 0 ? low : high) - entry));
  }

  private void decide(long timeNs, double price, double mean) {
    double distance = price / mean - 1;
    double trend = Math.signum(distance);
    double confidence = Math.min(1, 0.4 + 15 * Math.abs(distance));
    Verdict acting = chance.nextInt(9) == 0 ? Verdict.NO_QUORUM : Verdict.ACT;
    Verdict verdict = Math.abs(distance) < 0.008 ? Verdict.LOW_CONFIDENCE : acting;
    council.add(decision(timeNs, verdict, trend, confidence, distance));
    if (verdict == Verdict.ACT && trend != Math.signum(position)) {
      close(timeNs, price);
      open(timeNs, price, trend);
    } else if (Math.abs(distance) < 0.001) {
      close(timeNs, price);
    }
  }

  private static Decision decision(
      long timeNs, Verdict verdict, double trend, double confidence, double distance) {
    Opinion follows =
        Opinion.of(
            trend,
            confidence,
            BAR_NS,
            Rationale.of("price is %.2f %% from its mean of %.0f hours", 100 * distance, WINDOW));
    Opinion reverts =
        Math.abs(distance) > 0.03
            ? Opinion.of(
                -trend, 0.3, BAR_NS, Rationale.of("stretched: %.1f deviations", 90 * distance))
            : Opinion.abstain("inside its bands");
    return new Decision(
        0,
        timeNs,
        verdict,
        verdict == Verdict.ACT ? trend : 0,
        confidence,
        0.7,
        List.of(
            new MemberOpinion("trend", 1, follows), new MemberOpinion("reversion", 0.5, reverts)));
  }

  private void open(long timeNs, double price, double direction) {
    double size = Math.floor(0.6 * CAPITAL / price * 1000) / 1000;
    openedNs = timeNs;
    entry = fill(timeNs, price, direction * size);
    hiddenAtEntry = size * price * 0.0001;
    worst = 0;
    best = 0;
  }

  private void close(long timeNs, double price) {
    if (position == 0) {
      return;
    }
    double size = position;
    double exit = fill(timeNs, price, -size);
    double gross = size * (exit - entry);
    double hidden = hiddenAtEntry + Math.abs(size) * price * 0.0001;
    trades.add(
        new ClosedTrade(
            symbol,
            size > 0 ? Side.BUY : Side.SELL,
            Math.abs(size),
            openedNs,
            timeNs,
            entry,
            exit,
            gross,
            0.0005 * Math.abs(size) * (entry + exit),
            hidden,
            hidden,
            Math.min(worst, gross),
            Math.max(best, gross),
            bracketed ? Optional.of(bracket(size, gross)) : Optional.empty()));
  }

  /// A stop 2 % and a target 4 % away, either of which is only written down.
  private TradeBracket bracket(double size, double gross) {
    double risk = 0.02 * entry;
    return new TradeBracket(
        entry - Math.signum(size) * risk,
        entry + Math.signum(size) * 2 * risk,
        OptionalDouble.of(risk * Math.abs(size)),
        gross > 0 ? TradeBracket.Exit.TARGET : TradeBracket.Exit.STOP);
  }

  /// Trades at a price made worse by spread and slippage, one basis point each, and returns it.
  private double fill(long timeNs, double price, double quantity) {
    double worse = price * (1 + Math.signum(quantity) * 0.0002);
    double notional = Math.abs(quantity) * worse;
    double commission = 0.0005 * notional;
    double hidden = Math.abs(quantity) * price * 0.0001;
    cash -= quantity * worse + commission;
    position = Math.abs(position + quantity) < 1e-9 ? 0 : position + quantity;
    fills.add(
        new PricedFill(
            symbol,
            timeNs,
            quantity > 0 ? Side.BUY : Side.SELL,
            worse,
            Math.abs(quantity),
            notional,
            commission,
            hidden,
            hidden));
    return worse;
  }

  private RunReport report(String playbook, String title) {
    PriceHistory history = prices.history();
    TrackRecord track =
        new TrackRecord(
            Currency.USD,
            EveryDay.aroundTheClock(),
            equity.curve(),
            Optional.of(BuyAndHold.of(List.of(history), CAPITAL)),
            fills,
            trades);
    int quorate = council.summary().verdicts().getOrDefault(Verdict.ACT, 0);
    return new RunReport(
        "made-up-0007",
        title,
        playbook,
        new RunReport.DataOrigin(
            "Seeded random walk, hourly bars", "ab".repeat(32), history.size()),
        track,
        Performance.of(track, PerformanceSettings.defaults()),
        List.of(history),
        List.of(symbol),
        council.summary(),
        List.of(
            new RunReport.FunnelStep("bars", history.size()),
            new RunReport.FunnelStep("decisions", Math.max(0, history.size() - WINDOW)),
            new RunReport.FunnelStep("quorate", quorate),
            new RunReport.FunnelStep("orders approved", fills.size()),
            new RunReport.FunnelStep("fills", fills.size())),
        fills.isEmpty() ? List.of() : refusals(),
        List.of(
            new RunReport.Setting("system.mode", "backtest"),
            new RunReport.Setting("execution.commission", "5 basis points"),
            new RunReport.Setting("execution.spread", "2 ticks"),
            new RunReport.Setting("execution.slippage", "1 tick"),
            new RunReport.Setting("council.quorum", "1 of 2 members"),
            new RunReport.Setting("risk.max_leverage", "2")),
        List.of(
            "A signal computed on an event fills on the next event at the earliest.",
            "Orders are small beside the market: they move it by the stated slippage at most.",
            "Buying and holding pays no costs and uses no leverage."));
  }

  private static List<RunReport.Refusals> refusals() {
    return List.of(
        new RunReport.Refusals(
            "leverage", 14, "gross notional 214,200 USD is above 2.0 × equity of 101,300 USD"),
        new RunReport.Refusals(
            "daily loss", 3, "loss of the session 3.4 % is above its limit of 3 %"));
  }
}

package quorate.research.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import quorate.domain.Bar;
import quorate.domain.BarFlags;
import quorate.domain.Currency;
import quorate.domain.Fill;
import quorate.domain.Instrument;
import quorate.domain.Instruments;
import quorate.domain.JournalEntry;
import quorate.domain.JournalEntry.BarClosed;
import quorate.domain.JournalEntry.DecisionTaken;
import quorate.domain.JournalEntry.EquityMarked;
import quorate.domain.JournalEntry.InputReferenced;
import quorate.domain.JournalEntry.OrderAccepted;
import quorate.domain.JournalEntry.OrderApproved;
import quorate.domain.JournalEntry.OrderCancelled;
import quorate.domain.JournalEntry.OrderExpired;
import quorate.domain.JournalEntry.OrderFilled;
import quorate.domain.JournalEntry.OrderRefused;
import quorate.domain.JournalEntry.OrderRejected;
import quorate.domain.JournalEntry.RateMarked;
import quorate.domain.JournalEntry.RunFinished;
import quorate.domain.JournalEntry.TradeClosed;
import quorate.domain.Money;
import quorate.domain.Verdict;
import quorate.engine.playbook.Playbook;
import quorate.engine.run.Manifest;
import quorate.engine.run.RunFolder;
import quorate.market.calendar.SessionCalendar;
import quorate.market.tape.TapeException;
import quorate.market.tape.TapeReader;
import quorate.research.council.CouncilSummary;
import quorate.research.council.CouncilTally;
import quorate.research.performance.BuyAndHold;
import quorate.research.performance.ClosedTrade;
import quorate.research.performance.EquityCurve;
import quorate.research.performance.PriceHistory;
import quorate.research.performance.PricedFill;
import quorate.research.performance.TrackRecord;
import quorate.research.report.OrderOutcome;
import quorate.research.report.OrderOutcome.Outcome;
import quorate.research.report.RunReport.FunnelStep;
import quorate.research.report.RunReport.Refusals;

/// What the tape of a finished run says, gathered for figures, tables and the report.
///
/// Amounts in a foreign currency are turned into the base currency at the ledger's rate of their
/// moment, which the run has written down before them.
///
/// @param manifest what the run was made from
/// @param instruments of the run, by their numbers
/// @param track equity, benchmark, fills and closed trades
/// @param prices bars that the council decided on, one history for each instrument
/// @param council what it decided
/// @param orders each with its end, in the order they were made
/// @param fills in order of time
/// @param refusals of risk by rule
/// @param asked times the council was asked: once for the bars that closed on one event
/// @param decisions that said something new
/// @param events market events read
/// @param equity at the end
public record RecordedRun(
    Manifest manifest,
    Instruments instruments,
    TrackRecord track,
    List<PriceHistory> prices,
    CouncilSummary council,
    List<OrderOutcome> orders,
    List<Fill> fills,
    List<Refusals> refusals,
    long asked,
    long decisions,
    long events,
    Money equity) {
  /// The step of [#funnel] that counts the orders risk was asked for.
  public static final String ORDERS_ASKED = "orders asked for";

  public RecordedRun {
    prices = List.copyOf(prices);
    orders = List.copyOf(orders);
    fills = List.copyOf(fills);
    refusals = List.copyOf(refusals);
  }

  /// Reads a run from its first entry to its last. Cost: linear in its bars, orders and fills.
  ///
  /// @param playbook the run's own
  /// @param calendars finds a calendar by its name
  /// @throws quorate.market.tape.TapeException when the tape is damaged
  public static RecordedRun read(
      RunFolder folder, Playbook playbook, Function<String, SessionCalendar> calendars) {
    try (TapeReader tape = TapeReader.open(folder.tape())) {
      Gathering gathering = new Gathering(tape.header().instruments(), playbook);
      while (tape.next()) {
        if (!tape.isEvent()) {
          gathering.take(tape);
        }
      }
      return gathering.run(folder.manifest(), calendars);
    }
  }

  /// How many got through each gate, widest first.
  public List<FunnelStep> funnel() {
    long quorate = council.verdicts().getOrDefault(Verdict.ACT, 0);
    long refused = orders.stream().filter(o -> o.outcome() == Outcome.REFUSED).count();
    return List.of(
        new FunnelStep("market events", events),
        new FunnelStep("bars the council was asked on", asked),
        new FunnelStep("decisions that said something new", decisions),
        new FunnelStep("of these quorate", quorate),
        new FunnelStep(ORDERS_ASKED, orders.size()),
        new FunnelStep("orders approved by risk", orders.size() - refused),
        new FunnelStep("fills", fills.size()),
        new FunnelStep("trades closed", track.trades().size()));
  }

  /// The lists of a run while its tape is read.
  private static final class Gathering {
    private final Instruments instruments;
    private final Playbook playbook;
    private final Currency base;
    private final EquityCurve.Recorder equity = EquityCurve.recorder();
    private final List<PriceHistory.Recorder> prices = new ArrayList<>();
    private final Map<Currency, Double> rates = new HashMap<>();
    private final CouncilTally council = new CouncilTally();
    private final OrderBook orders = new OrderBook();
    private final BracketBook brackets;
    private final List<Fill> fills = new ArrayList<>();
    private final List<PricedFill> pricedFills = new ArrayList<>();
    private final List<ClosedTrade> trades = new ArrayList<>();
    private final Map<String, Refusals> refusals = new LinkedHashMap<>();
    private long startNs = Long.MAX_VALUE;
    private boolean afterBar;
    private long asked;
    private long decisions;
    private long events;
    private Money finalEquity;

    Gathering(Instruments instruments, Playbook playbook) {
      this.instruments = instruments;
      this.playbook = playbook;
      this.brackets = new BracketBook(instruments);
      this.base = playbook.capital().currency();
      this.finalEquity = playbook.capital();
      this.rates.put(base, 1.0);
      for (Instrument instrument : instruments.list()) {
        prices.add(PriceHistory.of(instrument.symbol(), instrument.priceScale()));
      }
    }

    void take(TapeReader tape) {
      JournalEntry entry = tape.journal();
      boolean beforeBar = afterBar;
      afterBar = entry instanceof BarClosed;
      if (!(entry instanceof InputReferenced)) {
        begin();
      }
      switch (entry) {
        case InputReferenced input -> startNs = Math.min(startNs, input.fromNs());
        case BarClosed(long timeNs, Bar bar) -> {
          // Bars that closed on one event stand together, and the council saw the newest only.
          if (!beforeBar && !bar.isFlagged(BarFlags.UNFINISHED)) {
            asked++;
            council.ask(bar.instrument());
          }
          take(bar);
        }
        case EquityMarked mark ->
            equity.mark(mark.timeNs(), mark.equity().toDouble(), mark.exposure().toDouble());
        case DecisionTaken taken -> {
          decisions++;
          council.add(taken.decision());
        }
        case OrderApproved approved -> {
          orders.approved(approved.order());
          brackets.approved(approved.order());
        }
        case OrderRefused refused -> take(refused);
        case OrderAccepted accepted -> {}
        case OrderFilled(long timeNs, Fill fill) -> take(fill);
        case OrderCancelled ended ->
            orders.ended(ended.orderId(), Outcome.CANCELLED, ended.reason());
        case OrderExpired ended -> orders.ended(ended.orderId(), Outcome.EXPIRED, "");
        case OrderRejected ended -> orders.ended(ended.orderId(), Outcome.REJECTED, ended.reason());
        case TradeClosed closed -> {
          int number = closed.trade().instrument();
          Instrument instrument = instruments.get(number);
          double toBase = toBase(instrument);
          trades.add(
              ClosedTrade.of(closed.trade(), instrument, toBase, brackets.closed(number, toBase)));
        }
        case RateMarked marked -> rates.put(marked.amount().currency(), marked.rate());
        case RunFinished finished -> {
          events = finished.events();
          finalEquity = finished.equity();
        }
      }
    }

    /// Marks the capital where the earliest input begins, once all of them are known: the first one
    /// listed may begin later than the others.
    private void begin() {
      if (equity.size() == 0 && startNs != Long.MAX_VALUE) {
        equity.mark(startNs, playbook.capital().toDouble(), 0);
      }
    }

    private void take(Bar bar) {
      Instrument instrument = instruments.get(bar.instrument());
      prices
          .get(bar.instrument())
          .bar(
              bar.endNs(),
              instrument.priceAsDouble(bar.open()),
              instrument.priceAsDouble(bar.high()),
              instrument.priceAsDouble(bar.low()),
              instrument.priceAsDouble(bar.close()),
              rates.getOrDefault(instrument.currency(), Double.NaN));
    }

    private void take(OrderRefused refused) {
      orders.refused(refused.order(), refused.reason());
      refusals.merge(
          refused.rule(),
          new Refusals(refused.rule(), 1, refused.reason()),
          (before, one) -> new Refusals(before.rule(), before.count() + 1, before.example()));
    }

    private void take(Fill fill) {
      Instrument instrument = instruments.get(fill.instrument());
      fills.add(fill);
      pricedFills.add(PricedFill.of(fill, instrument, toBase(instrument)));
      orders.filled(fill.orderId(), fill.quantity());
      brackets.filled(fill);
    }

    /// @throws TapeException when the tape says no rate before it is needed
    private double toBase(Instrument instrument) {
      Double rate = rates.get(instrument.currency());
      if (rate == null) {
        throw new TapeException(
            "a tape must say what %s is worth in %s before a fill of \"%s\", but this one does not; run the playbook again"
                .formatted(instrument.currency(), base, instrument.symbol()));
      }
      return rate;
    }

    RecordedRun run(Manifest manifest, Function<String, SessionCalendar> calendars) {
      begin();
      List<PriceHistory> histories = prices.stream().map(PriceHistory.Recorder::history).toList();
      TrackRecord track =
          new TrackRecord(
              base,
              calendars.apply(instruments.get(0).calendar()),
              equity.curve(),
              BuyAndHold.isPossible(histories)
                  ? Optional.of(BuyAndHold.of(histories, playbook.capital().toDouble()))
                  : Optional.empty(),
              pricedFills,
              trades);
      return new RecordedRun(
          manifest,
          instruments,
          track,
          histories,
          council.summary(),
          orders.outcomes(),
          fills,
          List.copyOf(refusals.values()),
          asked,
          decisions,
          events,
          finalEquity);
    }
  }
}

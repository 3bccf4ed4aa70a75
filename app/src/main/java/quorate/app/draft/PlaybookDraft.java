package quorate.app.draft;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import quorate.domain.EventCursor;
import quorate.domain.Instrument;
import quorate.domain.Instruments;
import quorate.domain.Timeframe;
import quorate.lake.Dataset;
import quorate.lake.Lake;
import quorate.lake.silver.RowKind;
import quorate.market.calendar.Calendars;
import quorate.market.calendar.Session;
import quorate.market.calendar.SessionCalendar;
import quorate.market.feed.Feed;
import quorate.trading.cost.CommissionRule;
import quorate.trading.cost.CostModel;

/// A playbook for one data set of the lake: two rules that ship with Quorate in council, sizes and
/// limits that fit the instrument's price, and a comment on each choice.
///
/// @param data that it reads
/// @param text of its YAML file
public record PlaybookDraft(Dataset data, String text) {
  /// Fewer bars say nothing; the slow average alone needs thirty.
  private static final long FEWEST_BARS = 400;

  private static final List<String> TIMEFRAMES = List.of("1h", "30m", "15m", "5m", "1m");
  private static final BigDecimal CAPITAL = BigDecimal.valueOf(100_000);

  /// Drafts a playbook.
  ///
  /// @param name of the playbook
  /// @param symbol to trade; empty where the lake or the name leaves no choice
  /// @param data `source/dataset`; empty where the symbol leaves no choice
  /// @throws quorate.app.terminal.StopException when the lake does not hold just one such data set
  public static PlaybookDraft of(String name, String symbol, String data, Lake lake) {
    Dataset chosen = LakeChoice.of(lake.datasets(), name, symbol, data);
    return new PlaybookDraft(
        chosen,
        text(
            name,
            chosen,
            price(lake, chosen, chosen.firstNs(), chosen.firstNs() + stretchNs(chosen)),
            price(lake, chosen, chosen.lastNs() - stretchNs(chosen), Long.MAX_VALUE)));
  }

  /// Enough to find a row in, without making the tapes of everything.
  private static long stretchNs(Dataset data) {
    return data.kind() == RowKind.BARS ? TimeUnit.DAYS.toNanos(45) : TimeUnit.HOURS.toNanos(1);
  }

  /// The last one between two instants.
  private static BigDecimal price(Lake lake, Dataset data, long fromNs, long toNs) {
    EventCursor event = new EventCursor();
    Instrument instrument = data.instrument();
    try (Feed feed =
        lake.tape(data, Math.max(fromNs, data.firstNs()), toNs, (done, total) -> {})
            .feed(Instruments.of(instrument))) {
      while (feed.next(event)) {
        // The last one is wanted.
      }
    }
    return BigDecimal.valueOf(Math.max(1, event.lastPrice()), instrument.priceScale())
        .stripTrailingZeros();
  }

  private static String text(String name, Dataset data, BigDecimal first, BigDecimal last) {
    Instrument instrument = data.instrument();
    BigDecimal lot = BigDecimal.valueOf(instrument.lotSize(), instrument.quantityScale());
    BigDecimal low = first.min(last);
    BigDecimal unit = low.multiply(instrument.multiplier());
    BigDecimal dear = first.max(last).multiply(instrument.multiplier());
    BigDecimal capital = CAPITAL.max(rounded(dear.multiply(lot).multiply(BigDecimal.TEN)));
    BigDecimal position =
        rounded(capital.divide(unit, MathContext.DECIMAL64)).max(lot).stripTrailingZeros();
    boolean bars = data.kind() == RowKind.BARS;
    return """
    # A council of two rules on %s.
    # Written as a starting point: every key there is, its unit and its reason are in docs/settings.md.
    name: %s
    title: %s

    capital:
      amount: %s    # %s
      currency: %s

    data:
      instruments: [%s]
      kind: %s
    %s  dataset: %s    # so that the same data is meant when the lake gets more of them
      # from: %s    # the first and last session the lake holds; narrow them to keep some data unseen
      # to: %s

    council:
      timeframe: %s    # %s
      quorum: 0.5    # half of all voting weight must have a view,
      agreement: 0.6    # six in ten of those that have one must be on one side,
      confidence: 0.5    # and be rather sure than guessing
      # What a member that wants no position counts for. Here each member is a specialist: trend has a view
      # when there is a trend, reversion when prices are stretched, and mostly one of them has none. With
      # "side" (the default) a flat view is a vote of its own, so the two would veto each other and hardly
      # ever act; with "yields" it gives way to the member that sees something, and still closes the
      # position when nobody does.
      flat: yields
      members:
        - agent: trend    # with the average of 10 bars above that of 30 long, below it short
          parameters: {fast: 10, slow: 30, adx_threshold: 20}
        - agent: reversion    # against a price stretched beyond its Bollinger bands
          parameters: {bands: 20, deviations: 2}
        # - agent: MyAgent    # your own: ./quorate new agent MyAgent

    allocation:
      method: volatility_target
      target_volatility: 0.10    # of the account, a year, when the council is of one mind
      max_leverage: 1.0

    risk:
      max_position_size: %s    # units: about the whole capital at a price of %s
      max_order_size: %s    # twice that, so that a position can be turned in one order
      max_notional: %s    # in %s
      max_leverage: 1.5
      max_daily_drawdown: 0.05    # a loss of 5 %% since the session's open: only reducing orders pass
      max_drawdown: 0.30    # 30 %% below the account's peak: only reducing orders pass

    # What trading costs. Left out, the defaults of the kind hold (docs/settings.md): a spread and a slippage
    # of one tick, and for %s the commission that stands here. Better say what your broker takes.
    # execution:
    #   spread_ticks: 1
    #   slippage_ticks: 1
    #   commission: {%s}
    """
        .formatted(
            data,
            name,
            "Two rules on " + instrument.symbol(),
            capital.toPlainString(),
            capital.compareTo(CAPITAL) == 0
                ? "what the account starts with"
                : "about ten of its smallest lots",
            instrument.currency(),
            instrument.symbol(),
            data.kind().folder(),
            bars ? "  timeframe: " + data.timeframe() + "\n" : "",
            data.path(),
            date(instrument, data.firstNs()),
            date(instrument, data.lastNs() - 1),
            timeframe(data),
            "the bars on which it decides",
            position.toPlainString(),
            low.toPlainString(),
            position.multiply(BigDecimal.TWO).toPlainString(),
            capital.multiply(BigDecimal.TWO).toPlainString(),
            instrument.currency(),
            switch (instrument.kind()) {
              case FUTURE -> "futures";
              case EQUITY -> "shares";
              case CRYPTO -> "coins";
              case FX -> "currencies";
              case INDEX -> "an index";
            },
            commission(CostModel.defaults(instrument.kind()).commission()));
  }

  /// As a playbook writes it.
  private static String commission(CommissionRule rule) {
    return switch (rule) {
      case CommissionRule.Free _ -> "basis_points: 0";
      case CommissionRule.PerUnit(BigDecimal amount, CommissionRule.Minimum minimum) ->
          "per_unit: " + amount.toPlainString() + least(minimum);
      case CommissionRule.BasisPoints(BigDecimal points, CommissionRule.Minimum minimum) ->
          "basis_points: " + points.toPlainString() + least(minimum);
    };
  }

  private static String least(CommissionRule.Minimum minimum) {
    return (minimum.perOrder().signum() == 0
            ? ""
            : ", minimum_per_order: " + minimum.perOrder().toPlainString())
        + (minimum.perFill().signum() == 0
            ? ""
            : ", minimum_per_fill: " + minimum.perFill().toPlainString());
  }

  /// Up to one leading digit, for numbers that a person will change anyway.
  private static BigDecimal rounded(BigDecimal number) {
    BigDecimal up = number.round(new MathContext(1, RoundingMode.UP));
    return up.scale() < 0 ? up.setScale(0) : up;
  }

  private static LocalDate date(Instrument instrument, long timeNs) {
    SessionCalendar calendar = Calendars.named(instrument.calendar());
    return calendar
        .sessionAt(timeNs)
        .map(Session::date)
        .orElseGet(() -> Instant.ofEpochSecond(0, timeNs).atZone(calendar.zone()).toLocalDate());
  }

  /// The longest bars of which there are enough; those of the data where it has no more.
  private static Timeframe timeframe(Dataset data) {
    Timeframe own =
        data.timeframe().isEmpty() ? Timeframe.ofMinutes(1) : Timeframe.parse(data.timeframe());
    long openNs = openNs(data);
    Timeframe shortest = own;
    for (String candidate : TIMEFRAMES) {
      Timeframe bars = Timeframe.parse(candidate);
      if (bars.durationNs() >= own.durationNs() && bars.durationNs() % own.durationNs() == 0) {
        if (openNs / bars.durationNs() >= FEWEST_BARS) {
          return bars;
        }
        shortest = bars;
      }
    }
    return shortest;
  }

  /// How long the market was open between the first row and the last, about.
  private static long openNs(Dataset data) {
    SessionCalendar calendar = Calendars.named(data.instrument().calendar());
    Session session = calendar.sessionAtOrAfter(data.firstNs());
    double years = (data.lastNs() - data.firstNs()) / (365.25 * TimeUnit.DAYS.toNanos(1));
    long sessions = Math.max(1, Math.round(years * calendar.sessionsPerYear()));
    return Math.min(
        data.lastNs() - data.firstNs(), sessions * (session.closeNs() - session.openNs()));
  }
}

package quorate.trading.ledger;

import static java.lang.Math.addExact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import quorate.domain.Currency;
import quorate.domain.EventCursor;
import quorate.domain.EventKind;
import quorate.domain.Fill;
import quorate.domain.Holdings;
import quorate.domain.Instruments;
import quorate.domain.Money;
import quorate.domain.Position;
import quorate.domain.RoundTrip;
import quorate.trading.valuation.Marks;

/// The exact account of a run: cash by currency, positions, costs and what it is all worth.
///
/// **Paid-up instruments** (equities, crypto, FX, indices) pay their notional from cash when bought
/// and get it back when sold; cash may become negative, which is a loan. *Realised* is what closing
/// brought beyond the basis, *unrealised* the worth of what is open less its basis.
///
/// **Margined instruments** (futures) pay no notional. Their profit moves to cash when they are
/// closed and, for what stays open, at each daily mark, which also moves the basis to the
/// settlement price. So *realised* is all profit that has become cash, by closing or by settlement,
/// and *unrealised* only what has come since the last settlement; a [RoundTrip] counts both, from
/// its entry to its exit.
///
/// Amounts are units of 10⁻⁸, checked and never rounded but once for each notional, proportional
/// share and conversion. A partial close takes its share of the basis rounded half-even and leaves
/// the rest, so no unit is ever made or lost. Not for use by two threads.
public final class Ledger {
  private static final long NEVER = -1;

  private final Marks marks;
  private final Account[] accounts;
  private final long[] cash;
  private final long[] openingCash;
  private final long[] lowest;
  private final long[] highest;

  /// Cash and positions as last handed out, as long as no fill or settlement has changed them.
  private List<Money> lastCash = List.of();

  private List<Position> lastPositions = List.of();
  private boolean stale = true;

  private Money peakEquity;
  private Money sessionStartEquity;

  /// Worth of the account and of its positions as last valued, as long as neither prices nor what
  /// is held have changed.
  private Money equity;

  private Money exposure;
  private long valuedAt = NEVER;

  /// The moment that the events and fills of now belong to, and whether the account was looked at
  /// in it. While a moment lasts, some prices are of it and others still of the one before.
  private long momentNs = Long.MIN_VALUE;

  private boolean looked;

  private Ledger(Money capital, Marks marks) {
    this.marks = marks;
    Instruments instruments = marks.instruments();
    accounts = new Account[instruments.size()];
    for (int i = 0; i < accounts.length; i++) {
      accounts[i] = new Account(i, instruments.get(i));
    }
    cash = new long[marks.currencies()];
    cash[0] = capital.units();
    openingCash = cash.clone();
    lowest = new long[accounts.length];
    highest = new long[accounts.length];
    Arrays.fill(lowest, Long.MAX_VALUE);
    Arrays.fill(highest, Long.MIN_VALUE);
    equity = capital;
    peakEquity = capital;
    sessionStartEquity = capital;
    exposure = Money.zero(capital.currency());
  }

  /// @param capital opening cash in the base currency
  /// @param marks prices and rates, shared with whoever else values; this ledger keeps the prices
  public static Ledger open(Money capital, Marks marks) {
    if (!capital.currency().equals(marks.base())) {
      throw new IllegalArgumentException(
          "capital must be in the base currency %s, but was %s".formatted(marks.base(), capital));
    }
    return new Ledger(capital, marks);
  }

  public Marks marks() {
    return marks;
  }

  public Currency base() {
    return marks.base();
  }

  /// Remembers a price that the market has seen. Three array accesses, no allocation.
  public void mark(int instrument, long price) {
    mark(instrument, price, price, price);
  }

  /// Remembers the prices of an event: the trade, the middle of the quote, or a bar's low, high and
  /// close. Call it for each event after its fills were applied.
  public void mark(EventCursor event) {
    if (event.kind == EventKind.BAR) {
      mark(event.instrument, event.low, event.high, event.close);
    } else {
      mark(event.instrument, event.lastPrice());
    }
  }

  private void mark(int instrument, long low, long high, long last) {
    marks.mark(instrument, last);
    lowest[instrument] = Math.min(lowest[instrument], low);
    highest[instrument] = Math.max(highest[instrument], high);
  }

  /// Books a fill.
  ///
  /// @return the round trip that it closed, if it did; a fill through zero closes one and opens the
  ///   next
  public Optional<RoundTrip> apply(Fill fill) {
    int instrument = fill.instrument();
    if (!marks.isKnown(instrument)) {
      marks.mark(instrument, fill.price());
    }
    Account.Result result =
        accounts[instrument].apply(fill, lowest[instrument], highest[instrument]);
    addCash(instrument, result.cashUnits());
    lowest[instrument] = fill.price();
    highest[instrument] = fill.price();
    return result.closed();
  }

  /// Settles one instrument at its last price; nothing to do where it is not margined or flat.
  public void markDaily(int instrument) {
    if (accounts[instrument].quantity() != 0) {
      addCash(instrument, accounts[instrument].settle(marks.known(instrument)));
    }
  }

  private void addCash(int instrument, long units) {
    int currency = marks.currencyOf(instrument);
    cash[currency] = addExact(cash[currency], units);
    stale = true;
    valuedAt = NEVER;
  }

  /// Starts a new session: daily loss is counted from here.
  public void onSessionStart() {
    sessionStartEquity = equity();
  }

  /// What the account is worth at the last prices, in the base currency; also a candidate for the
  /// peak, as of the end of this moment.
  ///
  /// Costs a notional for each open position, nothing where no price has changed since it was last
  /// asked for.
  public Money equity() {
    look();
    return equity;
  }

  /// Gross worth of all positions at the last prices, in the base currency; costs as [#equity].
  public Money exposure() {
    value();
    return exposure;
  }

  private void look() {
    looked = true;
    value();
  }

  private void value() {
    if (valuedAt == marks.changes()) {
      return;
    }
    equity = Money.ofUnits(equityUnits(), base());
    exposure = Money.ofUnits(exposureUnits(), base());
    valuedAt = marks.changes();
  }

  /// Leaves the moment before when time moves on, and remembers the peak. Call it before the fills
  /// and prices of an event; a comparison where the event is of the same moment.
  ///
  /// The peak that drawdown is counted from is the highest worth at the end of a moment that
  /// somebody looked in: what is seen before its end can be half of a hedge.
  ///
  /// @param nowNs UTC nanoseconds
  public void moveOn(long nowNs) {
    if (nowNs <= momentNs) {
      return;
    }
    momentNs = nowNs;
    if (looked) {
      looked = false;
      value();
      peakEquity = higher(peakEquity, equity);
    }
  }

  private static Money higher(Money one, Money other) {
    return one.units() >= other.units() ? one : other;
  }

  private long equityUnits() {
    long units = 0;
    for (int c = 0; c < cash.length; c++) {
      units = addExact(units, marks.toBase(c, cash[c]));
    }
    for (int i = 0; i < accounts.length; i++) {
      if (accounts[i].quantity() != 0) {
        long value = accounts[i].value(marks.known(i));
        units = addExact(units, marks.toBase(marks.currencyOf(i), value));
      }
    }
    return units;
  }

  private long exposureUnits() {
    long units = 0;
    for (int i = 0; i < accounts.length; i++) {
      units = addExact(units, Math.abs(marks.baseUnits(i, accounts[i].quantity())));
    }
    return units;
  }

  /// Signed, scaled. One array access.
  public long quantity(int instrument) {
    return accounts[instrument].quantity();
  }

  /// Everything, as of now; its peak is never below its equity.
  ///
  /// @param asOfNs UTC nanoseconds of the last prices
  public Holdings holdings(long asOfNs) {
    moveOn(asOfNs);
    look();
    if (stale) {
      List<Money> purse = new ArrayList<>(cash.length);
      for (int c = 0; c < cash.length; c++) {
        purse.add(Money.ofUnits(cash[c], marks.currency(c)));
      }
      List<Position> held = new ArrayList<>(accounts.length);
      for (Account account : accounts) {
        held.add(account.position());
      }
      lastCash = List.copyOf(purse);
      lastPositions = List.copyOf(held);
      stale = false;
    }
    return new Holdings(
        asOfNs, lastCash, lastPositions, equity, higher(peakEquity, equity), sessionStartEquity);
  }

  /// What trading has cost so far, at the present rates.
  public Costs costs() {
    long commission = 0;
    long spread = 0;
    long slippage = 0;
    for (int i = 0; i < accounts.length; i++) {
      int currency = marks.currencyOf(i);
      commission = addExact(commission, marks.toBase(currency, accounts[i].commission()));
      spread = addExact(spread, marks.toBase(currency, accounts[i].spread()));
      slippage = addExact(slippage, marks.toBase(currency, accounts[i].slippage()));
    }
    return new Costs(
        Money.ofUnits(commission, base()),
        Money.ofUnits(spread, base()),
        Money.ofUnits(slippage, base()));
  }

  /// Proves the books: every position, basis and profit follows from the fills alone, and every
  /// currency's cash is its opening cash and what the accounts have brought. To the unit.
  ///
  /// @throws IllegalStateException naming what does not add up
  public void reconcile() {
    for (int c = 0; c < cash.length; c++) {
      long due = openingCash[c];
      for (int i = 0; i < accounts.length; i++) {
        if (marks.currencyOf(i) == c) {
          due = addExact(due, accounts[i].reconciledCash());
        }
      }
      if (cash[c] != due) {
        throw new IllegalStateException(
            "cash must be %s, but was %s"
                .formatted(
                    Money.ofUnits(due, marks.currency(c)),
                    Money.ofUnits(cash[c], marks.currency(c))));
      }
    }
  }
}

package quorate.trading.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import quorate.domain.Currency;
import quorate.domain.Fill;
import quorate.domain.Instrument;
import quorate.domain.InstrumentKind;
import quorate.domain.Instruments;
import quorate.domain.Money;
import quorate.domain.Notional;
import quorate.domain.RoundTrip;
import quorate.domain.Side;
import quorate.domain.chance.Philox;
import quorate.trading.valuation.Marks;

/// A million random fills in three currencies, with multipliers, coins of eight decimal places,
/// partial closes, flips through zero and daily marks: after each of them the books are exact.
final class LedgerLawsTest {
  private static final int FILLS = 1_000_000;
  private static final long EUR_RATE = 2;
  private static final long JPY_RATE = 3;
  private static final Instrument[] ALL = {
    Books.instrument("ES", InstrumentKind.FUTURE, "50", Currency.USD, 2, 0),
    Books.instrument("FESX", InstrumentKind.FUTURE, "10", Currency.EUR, 1, 0),
    Books.instrument("SPY", InstrumentKind.EQUITY, "1", Currency.USD, 2, 0),
    Books.instrument("TOYOTA", InstrumentKind.EQUITY, "1", Books.JPY, 1, 0),
    Books.instrument("BTC", InstrumentKind.CRYPTO, "1", Currency.USD, 2, 8),
    Books.instrument("MICRO", InstrumentKind.FUTURE, "0.1", Currency.EUR, 3, 8),
  };

  private final Marks marks = Marks.of(Instruments.of(ALL), Currency.USD);
  private final Ledger ledger = Ledger.open(Money.of("1000000", Currency.USD), marks);
  private final RandomGenerator chance = Philox.seeded(20_190_816);

  // The independent account: only sums of what went in, in the instrument's currency.
  private final long[] quantities = new long[ALL.length];
  private final long[] flows = new long[ALL.length];
  private final long[] commissions = new long[ALL.length];
  private final long[] tripProfits = new long[ALL.length];
  private final long[] tripCommissions = new long[ALL.length];
  private final long[] prices = new long[ALL.length];

  @Test
  void cashPositionsAndCostsReconcileAfterEachOfAMillionFills() {
    marks.rate(Currency.EUR, BigDecimal.valueOf(EUR_RATE));
    marks.rate(Books.JPY, BigDecimal.valueOf(JPY_RATE));
    Notional[] notionals = new Notional[ALL.length];
    for (int i = 0; i < ALL.length; i++) {
      notionals[i] = Notional.of(ALL[i]);
      prices[i] = 100_000;
      ledger.mark(i, prices[i]);
    }
    int flips = 0;
    int closes = 0;

    for (int n = 0; n < FILLS; n++) {
      int i = chance.nextInt(ALL.length);
      prices[i] = Math.max(1, prices[i] + chance.nextInt(-500, 501));
      Fill fill = fill(i, n);
      flips += flips(i, fill) ? 1 : 0;
      RoundTrip closed = ledger.apply(fill).orElse(null);
      ledger.mark(i, prices[i]);
      if (closed != null) {
        tripProfits[i] += closed.grossProfit().units();
        tripCommissions[i] += closed.commission().units();
        closes++;
      }
      quantities[i] += fill.signedQuantity();
      flows[i] += notionals[i].units(fill.price(), fill.signedQuantity());
      commissions[i] += fill.commission().units();
      if (n % 997 == 0) {
        IntStream.range(0, prices.length).forEach(ledger::markDaily);
      }
      ledger.reconcile();
      if (ledger.equity().units() != equity(notionals)) {
        assertThat(ledger.equity().units())
            .as("equity after fill %d", n)
            .isEqualTo(equity(notionals));
      }
      if (ledger.quantity(i) != quantities[i]) {
        assertThat(ledger.quantity(i)).as("position after fill %d", n).isEqualTo(quantities[i]);
      }
    }

    assertThat(flips).isGreaterThan(FILLS / 10);
    assertThat(closes).isGreaterThan(flips);
    closeEverythingAndCompareTheRoundTrips();
  }

  /// The worth of everything is what came in less what went out: no average, no share, no rounding
  /// of the ledger's own takes part. The rates are whole numbers so that conversion is exact.
  private long equity(Notional[] notionals) {
    long equity = Money.of("1000000", Currency.USD).units();
    for (int i = 0; i < ALL.length; i++) {
      long own = notionals[i].units(prices[i], quantities[i]) - flows[i] - commissions[i];
      equity += rate(i) * own;
    }
    return equity;
  }

  private static long rate(int i) {
    Currency currency = ALL[i].currency();
    return currency.equals(Currency.USD) ? 1 : currency.equals(Currency.EUR) ? EUR_RATE : JPY_RATE;
  }

  private boolean flips(int i, Fill fill) {
    long after = quantities[i] + fill.signedQuantity();
    return Long.signum(quantities[i]) * Long.signum(after) < 0;
  }

  /// A random fill that keeps positions small: often a flip, sometimes an exact close.
  private Fill fill(int i, long timeNs) {
    long unit = ALL[i].quantityScale() == 0 ? 1 : 1_234_567;
    long quantity = chance.nextLong(1, 40) * unit + (unit == 1 ? 0 : chance.nextLong(unit));
    boolean against = chance.nextInt(10) < 6;
    boolean exactly = chance.nextInt(10) == 0 && quantities[i] != 0;
    Side side =
        quantities[i] == 0 || !(against || exactly)
            ? chance.nextBoolean() ? Side.BUY : Side.SELL
            : Side.of(-quantities[i]);
    if (exactly) {
      quantity = Math.abs(quantities[i]);
    }
    Currency currency = ALL[i].currency();
    return new Fill(
        timeNs + 1,
        i,
        timeNs,
        side,
        prices[i] + chance.nextInt(-3, 4),
        quantity,
        Money.ofUnits(chance.nextLong(500_000_000), currency),
        Money.ofUnits(chance.nextLong(1_000), currency),
        Money.ofUnits(chance.nextLong(1_000), currency));
  }

  /// Once all is closed, the round trips together have earned and cost exactly what went in.
  private void closeEverythingAndCompareTheRoundTrips() {
    for (int i = 0; i < ALL.length; i++) {
      if (quantities[i] != 0) {
        Fill last =
            new Fill(
                FILLS + 1L,
                i,
                FILLS,
                Side.of(-quantities[i]),
                prices[i],
                Math.abs(quantities[i]),
                Money.zero(ALL[i].currency()),
                Money.zero(ALL[i].currency()),
                Money.zero(ALL[i].currency()));
        RoundTrip trip = ledger.apply(last).orElseThrow();
        tripProfits[i] += trip.grossProfit().units();
        tripCommissions[i] += trip.commission().units();
        flows[i] += Notional.of(ALL[i]).units(prices[i], last.signedQuantity());
      }
      assertThat(tripProfits[i]).as(ALL[i].symbol()).isEqualTo(-flows[i]);
      assertThat(tripCommissions[i]).as(ALL[i].symbol()).isEqualTo(commissions[i]);
      assertThat(ledger.holdings(0).position(i).realised().units()).isEqualTo(-flows[i]);
    }
    ledger.reconcile();
  }
}

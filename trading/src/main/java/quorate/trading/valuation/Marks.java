package quorate.trading.valuation;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import quorate.domain.Currency;
import quorate.domain.Instrument;
import quorate.domain.Instruments;
import quorate.domain.Money;
import quorate.domain.Notional;
import quorate.domain.Scaled;

/// The last price of each instrument and what each currency is worth in the base currency.
///
/// Setting a price is two stores. Amounts are units of 10⁻⁸; a conversion is exact but for one
/// half-even rounding. Not for use by two threads.
public final class Marks {
  /// Says that an instrument has no price yet.
  public static final long UNKNOWN = Long.MIN_VALUE;

  private static final int RATE_SCALE = 12;
  private static final int NOT_LINKED = -1;

  private final Instruments instruments;
  private final Currency base;
  private final Notional[] notionals;
  private final long[] prices;
  private final Map<Currency, Integer> currencyNumbers = new HashMap<>();
  private final int[] currencyOf;

  // Per currency: a rate is numerator / denominator, the numerator a fixed number or the last price
  // of the linked instrument.
  private final Currency[] currencies;
  private final long[] numerators;
  private final long[] denominators;
  private final int[] linked;

  private long changes;

  private Marks(Instruments instruments, Currency base) {
    this.instruments = instruments;
    this.base = base;
    int count = instruments.size();
    notionals = new Notional[count];
    prices = new long[count];
    currencyOf = new int[count];
    Arrays.fill(prices, UNKNOWN);
    currencyNumbers.put(base, 0);
    for (int i = 0; i < count; i++) {
      Instrument instrument = instruments.get(i);
      notionals[i] = Notional.of(instrument);
      currencyNumbers.putIfAbsent(instrument.currency(), currencyNumbers.size());
      currencyOf[i] = currencyNumber(instrument.currency());
    }
    currencies = new Currency[currencyNumbers.size()];
    currencyNumbers.forEach((currency, number) -> currencies[number] = currency);
    numerators = new long[currencies.length];
    denominators = new long[currencies.length];
    linked = new int[currencies.length];
    Arrays.fill(linked, NOT_LINKED);
    numerators[0] = 1;
    denominators[0] = 1;
  }

  /// No prices yet, and no rates but that of the base currency.
  public static Marks of(Instruments instruments, Currency base) {
    return new Marks(instruments, base);
  }

  /// Sets what one unit of `currency` is worth in the base currency from now on.
  ///
  /// @param rate positive, at most 12 decimal places
  public void rate(Currency currency, BigDecimal rate) {
    if (rate.signum() <= 0) {
      throw new IllegalArgumentException(
          "rate must be positive, but was %s (currency %s)".formatted(rate, currency));
    }
    int number = foreign(currency);
    numerators[number] = Scaled.exactly(rate, RATE_SCALE);
    denominators[number] = Scaled.power(RATE_SCALE);
    linked[number] = NOT_LINKED;
    changes++;
  }

  /// Takes the rate of `currency` from the last price of an instrument, such as EUR from EURUSD.
  ///
  /// @param instrument quoted as base currency per unit of `currency`
  public void rateFrom(Currency currency, int instrument) {
    Instrument pair = instruments.get(instrument);
    if (!pair.currency().equals(base)) {
      throw new IllegalArgumentException(
          "rate of %s must come from a price in %s, but \"%s\" is quoted in %s"
              .formatted(currency, base, pair.symbol(), pair.currency()));
    }
    int number = foreign(currency);
    denominators[number] = Scaled.power(pair.priceScale());
    linked[number] = instrument;
    changes++;
  }

  private int foreign(Currency currency) {
    if (currency.equals(base)) {
      throw new IllegalArgumentException(
          "rate of the base currency " + base + " is 1 and cannot be given");
    }
    return currencyNumber(currency);
  }

  public Instruments instruments() {
    return instruments;
  }

  public Currency base() {
    return base;
  }

  /// Sets the last price. Two stores.
  public void mark(int instrument, long price) {
    prices[instrument] = price;
    changes++;
  }

  /// How often a price or a rate has been set; who keeps a value knows by it whether it still
  /// holds.
  public long changes() {
    return changes;
  }

  /// The last price, scaled, or [#UNKNOWN].
  public long price(int instrument) {
    return prices[instrument];
  }

  public boolean isKnown(int instrument) {
    return prices[instrument] != UNKNOWN;
  }

  /// Whether the currency that an instrument is paid in has a rate, so that a price is worth
  /// something in the base currency. A rate that comes from a price is known once that is positive.
  public boolean isRateKnown(int instrument) {
    int currency = currencyOf[instrument];
    int source = linked[currency];
    // UNKNOWN is negative.
    return denominators[currency] != 0 && (source == NOT_LINKED || prices[source] > 0);
  }

  /// Worth of `quantity` at `price`, units of the instrument's currency.
  public long notionalUnits(int instrument, long price, long quantity) {
    return notionals[instrument].units(price, quantity);
  }

  /// Worth of `quantity` at `price`, units of the base currency.
  public long baseUnits(int instrument, long price, long quantity) {
    return toBase(currencyOf[instrument], notionals[instrument].units(price, quantity));
  }

  /// Worth of `quantity` at the last price, units of the base currency.
  ///
  /// @throws IllegalStateException when the instrument has no price yet
  public long baseUnits(int instrument, long quantity) {
    return quantity == 0 ? 0 : baseUnits(instrument, known(instrument), quantity);
  }

  /// The last price.
  ///
  /// @throws IllegalStateException when there is none yet
  public long known(int instrument) {
    long price = prices[instrument];
    if (price == UNKNOWN) {
      throw new IllegalStateException(
          "an instrument must have a price before it is valued, but \"%s\" has none"
              .formatted(instruments.get(instrument).symbol()));
    }
    return price;
  }

  /// Number of currencies: the base and those of the instruments.
  public int currencies() {
    return currencies.length;
  }

  /// The currency with this number; 0 is the base.
  public Currency currency(int number) {
    return currencies[number];
  }

  /// The number of the currency that an instrument is paid in.
  public int currencyOf(int instrument) {
    return currencyOf[instrument];
  }

  public int currencyNumber(Currency currency) {
    Integer number = currencyNumbers.get(currency);
    if (number == null) {
      throw new IllegalArgumentException(
          "currency must be the base or one of an instrument's, but was " + currency);
    }
    return number;
  }

  /// Converts units of a currency into units of the base currency.
  ///
  /// @param number of the currency
  /// @throws IllegalStateException when the currency has no rate yet
  public long toBase(int number, long units) {
    if (number == 0 || units == 0) {
      return units;
    }
    int source = linked[number];
    long numerator = source == NOT_LINKED ? numerators[number] : prices[source];
    if (denominators[number] == 0 || numerator == UNKNOWN) {
      throw new IllegalStateException(
          "a currency must have a rate before it is valued, but %s has none into %s; give one"
              .formatted(currencies[number], base));
    }
    return Proportion.of(units, numerator, denominators[number]);
  }

  public Money toBase(Money money) {
    return Money.ofUnits(toBase(currencyNumber(money.currency()), money.units()), base);
  }
}

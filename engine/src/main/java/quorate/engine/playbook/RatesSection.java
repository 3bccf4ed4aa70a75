package quorate.engine.playbook;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import quorate.domain.Currency;
import quorate.domain.settings.Settings;
import quorate.domain.settings.SettingsException;
import quorate.trading.valuation.Marks;

/// What foreign currencies are worth in the base currency: a fixed number, or the last price of an
/// instrument of the playbook, such as `EUR: EURUSD`.
///
/// @param sources number or symbol by currency
public record RatesSection(Map<Currency, String> sources) {
  public RatesSection {
    sources = Map.copyOf(sources);
  }

  static RatesSection from(Settings rates) {
    Map<Currency, String> sources = new TreeMap<>();
    for (String code : rates.keys()) {
      sources.put(Currency.of(code), rates.text(code));
    }
    return new RatesSection(sources);
  }

  /// Gives the rates to the marks of a run.
  ///
  /// @throws SettingsException when a source is neither a number nor an instrument of the run
  /// @throws IllegalArgumentException when a currency is not of the run
  public void applyTo(Marks marks) {
    new TreeMap<>(sources)
        .forEach((currency, source) -> {
          if (marks.instruments().contains(source)) {
            marks.rateFrom(currency, marks.instruments().numberOf(source));
          } else {
            marks.rate(currency, number(currency, source));
          }
        });
  }

  private static BigDecimal number(Currency currency, String source) {
    try {
      return new BigDecimal(source);
    } catch (NumberFormatException e) {
      throw new SettingsException(
          "capital.rates.%s must be a number or an instrument of the playbook, but was \"%s\""
              .formatted(currency, source));
    }
  }
}

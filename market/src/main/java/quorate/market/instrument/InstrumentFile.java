package quorate.market.instrument;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quorate.domain.Currency;
import quorate.domain.InstrumentKind;
import quorate.domain.settings.Settings;
import quorate.domain.settings.SettingsException;
import quorate.market.calendar.Calendars;

/// Reads declarations of instruments; the form is described in `docs/instruments.md`.
///
/// ```yaml
/// instruments:
///   - symbol: ES                 # or symbols: [ES, MES] that share everything else
///     kind: future
///     venue: XCME
///     tick: 0.25
///     multiplier: 50
///     calendar: CME_EQUITY_INDEX
///   - symbol: MYETF
///     like: SPY                  # everything not said here is as for SPY
/// ```
final class InstrumentFile {
  private static final int MAX_PLACES = 12;

  private InstrumentFile() {}

  /// The declarations of a file by symbol, aliases as symbols of their own.
  ///
  /// @param known declarations that `like` may name besides those earlier in the file
  static Map<String, InstrumentTerms> read(Settings file, Map<String, InstrumentTerms> known) {
    Map<String, InstrumentTerms> declared = new LinkedHashMap<>();
    for (Settings entry : file.sections("instruments")) {
      InstrumentTerms terms =
          entry.has("like") ? alike(entry, model(entry, declared, known)) : fresh(entry);
      List<String> symbols = new ArrayList<>(entry.texts("symbols"));
      if (entry.has("symbol")) {
        symbols.add(entry.text("symbol"));
      }
      symbols.addAll(entry.texts("aliases"));
      if (symbols.isEmpty()) {
        throw entry.broken("symbol", "given, or symbols, for every instrument", "nothing");
      }
      for (String symbol : symbols) {
        check(entry, terms, symbol);
        if (declared.put(symbol, terms) != null) {
          throw entry.broken("symbol", "declared once in a file", symbol);
        }
      }
    }
    file.rejectUnknown();
    return declared;
  }

  private static void check(Settings entry, InstrumentTerms terms, String symbol) {
    try {
      terms.named(symbol);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new SettingsException(
          "instrument \"%s\": %s (%s)".formatted(symbol, e.getMessage(), entry.origin()));
    }
  }

  private static InstrumentTerms model(
      Settings entry, Map<String, InstrumentTerms> declared, Map<String, InstrumentTerms> known) {
    String like = entry.text("like");
    InstrumentTerms model = declared.getOrDefault(like, known.get(like));
    if (model == null) {
      List<String> symbols = new ArrayList<>(declared.keySet());
      symbols.addAll(known.keySet());
      throw entry.broken(
          "like", "the symbol of an instrument" + Settings.nearest(like, symbols), like);
    }
    return model;
  }

  private static InstrumentTerms fresh(Settings entry) {
    for (String needed : List.of("kind", "tick", "calendar")) {
      entry.text(needed);
    }
    InstrumentKind kind = entry.choice("kind", InstrumentKind.class, InstrumentKind.EQUITY);
    BigDecimal tick = positive(entry, "tick", BigDecimal.ONE);
    BigDecimal lot = positive(entry, "lot", BigDecimal.ONE);
    return new InstrumentTerms(
        kind,
        entry.text("venue", ""),
        entry.text("sector", ""),
        tick,
        lot,
        positive(entry, "multiplier", BigDecimal.ONE),
        entry.parsed("currency", Currency.USD, Currency::of),
        entry.wholeNumber("price_places", places(tick), 0, MAX_PLACES),
        entry.wholeNumber("quantity_places", places(lot), 0, MAX_PLACES),
        entry.parsed("calendar", InstrumentFile::calendar),
        entry.flag("contracts", kind == InstrumentKind.FUTURE));
  }

  private static InstrumentTerms alike(Settings entry, InstrumentTerms model) {
    BigDecimal tick = positive(entry, "tick", model.tick());
    BigDecimal lot = positive(entry, "lot", model.lot());
    return new InstrumentTerms(
        entry.choice("kind", InstrumentKind.class, model.kind()),
        entry.text("venue", model.venue()),
        entry.text("sector", model.sector()),
        tick,
        lot,
        positive(entry, "multiplier", model.multiplier()),
        entry.parsed("currency", model.currency(), Currency::of),
        entry.wholeNumber(
            "price_places", Math.max(places(tick), model.pricePlaces()), 0, MAX_PLACES),
        entry.wholeNumber(
            "quantity_places", Math.max(places(lot), model.quantityPlaces()), 0, MAX_PLACES),
        entry.parsed("calendar", model.calendar(), InstrumentFile::calendar),
        entry.flag("contracts", model.contracts()));
  }

  /// The name itself, once it is known to be one of a calendar.
  private static String calendar(String name) {
    return Calendars.named(name).name();
  }

  private static BigDecimal positive(Settings entry, String key, BigDecimal otherwise) {
    BigDecimal found = entry.decimal(key, otherwise);
    if (found.signum() <= 0) {
      throw entry.broken(key, "positive", found.toPlainString());
    }
    return found;
  }

  private static int places(BigDecimal step) {
    return Math.max(0, step.stripTrailingZeros().scale());
  }
}

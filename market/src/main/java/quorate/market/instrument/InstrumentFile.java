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
///     aliases: [EP]              # other names; of a future, of its contracts only: EPH4
///   - symbol: MYETF
///     like: SPY                  # everything not said here is as for SPY
/// ```
final class InstrumentFile {
  private static final int MAX_PLACES = 12;

  private InstrumentFile() {}

  /// @param known declarations that `like` may name besides those earlier in the file
  static Declarations read(Settings file, Declarations known) {
    Map<String, InstrumentTerms> symbols = new LinkedHashMap<>();
    Map<String, InstrumentTerms> roots = new LinkedHashMap<>();
    for (Settings entry : file.sections("instruments")) {
      InstrumentTerms terms =
          entry.has("like") ? alike(entry, model(entry, symbols, known)) : fresh(entry);
      List<String> names = new ArrayList<>(entry.texts("symbols"));
      if (entry.has("symbol")) {
        names.add(entry.text("symbol"));
      }
      if (names.isEmpty()) {
        throw entry.broken("symbol", "given, or symbols, for every instrument", "nothing");
      }
      List<String> aliases = entry.texts("aliases");
      if (!terms.contracts()) {
        names.addAll(aliases);
      }
      for (String name : names) {
        declare(entry, terms, name, symbols);
      }
      if (terms.contracts()) {
        names.addAll(aliases);
        for (String name : names) {
          declare(entry, terms, name, roots);
        }
      }
    }
    file.rejectUnknown();
    return new Declarations(symbols, roots);
  }

  private static void declare(
      Settings entry, InstrumentTerms terms, String name, Map<String, InstrumentTerms> into) {
    check(entry, terms, name);
    if (into.put(name, terms) != null) {
      throw entry.broken("symbol", "declared once in a file", name);
    }
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
      Settings entry, Map<String, InstrumentTerms> declared, Declarations known) {
    String like = entry.text("like");
    InstrumentTerms model = declared.get(like);
    if (model == null) {
      model = known.symbols().get(like);
    }
    if (model == null) {
      List<String> symbols = new ArrayList<>(declared.keySet());
      symbols.addAll(known.symbols().keySet());
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

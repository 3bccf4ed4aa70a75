package quorate.market.instrument;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a file declares, in its order.
///
/// @param symbols terms by symbol
/// @param roots terms by what the contract codes of a future begin with: its symbol and its aliases
record Declarations(Map<String, InstrumentTerms> symbols, Map<String, InstrumentTerms> roots) {
  static final Declarations NONE = new Declarations(Map.of(), Map.of());

  Declarations {
    symbols = Collections.unmodifiableMap(new LinkedHashMap<>(symbols));
    roots = Collections.unmodifiableMap(new LinkedHashMap<>(roots));
  }

  /// These with others added, which win where both declare the same.
  Declarations with(Declarations others) {
    Map<String, InstrumentTerms> allSymbols = new LinkedHashMap<>(symbols);
    Map<String, InstrumentTerms> allRoots = new LinkedHashMap<>(roots);
    // A symbol declared anew as something that is no future takes its contracts with it.
    allRoots.keySet().removeAll(others.symbols.keySet());
    allSymbols.putAll(others.symbols);
    allRoots.putAll(others.roots);
    return new Declarations(allSymbols, allRoots);
  }
}

package quorate.features.text;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import quorate.domain.TextSignal;
import quorate.domain.settings.Settings;
import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// The texts of several symbols at once: each signal goes to its symbol, those of symbols that
/// nobody asked for are passed over. The empty symbol stands for the market as a whole.
public final class TextFeatures implements Stateful {
  private final Map<String, SymbolTexts> symbols = new TreeMap<>();

  public TextFeatures(List<String> symbols, TextSettings settings) {
    for (String symbol : symbols) {
      this.symbols.put(symbol, new SymbolTexts(symbol, settings));
    }
  }

  /// Takes the next signal in, as [SymbolTexts#signal].
  public void signal(TextSignal signal) {
    SymbolTexts texts = symbols.get(signal.symbol());
    if (texts != null) {
      texts.signal(signal);
    }
  }

  /// Closes a bar of every symbol, as [SymbolTexts#asOf].
  public void asOf(long timeNs) {
    for (SymbolTexts texts : symbols.values()) {
      texts.asOf(timeNs);
    }
  }

  /// The texts of one symbol.
  ///
  /// @throws IllegalArgumentException when it was not asked for
  public SymbolTexts of(String symbol) {
    SymbolTexts texts = symbols.get(symbol);
    if (texts == null) {
      throw new IllegalArgumentException(
          "symbol must be one of %s, but was \"%s\"%s"
              .formatted(symbols.keySet(), symbol, Settings.nearest(symbol, symbols.keySet())));
    }
    return texts;
  }

  /// A feature by its name, such as `sentiment`.
  ///
  /// @throws IllegalArgumentException when there is none of this name; the message names the
  ///   nearest
  public static TextFeature feature(String name) {
    return TextFeature.find(name)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "a text feature must be one of %s, but was \"%s\"%s"
                    .formatted(
                        String.join(", ", TextFeature.names()),
                        name,
                        Settings.nearest(name, TextFeature.names()))));
  }

  @Override
  public void state(StateCodec codec) {
    codec.mark("texts of " + symbols.keySet());
    for (SymbolTexts texts : symbols.values()) {
      texts.state(codec);
    }
  }
}

package quorate.market.instrument;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import quorate.domain.Instrument;
import quorate.domain.settings.Settings;
import quorate.market.yaml.YamlSettings;

/// The instruments that can be named: those that ship with Quorate and those the user declares.
///
/// A future is declared once by its root; a contract's code, root + month letter + year (`ESH4`,
/// `ESH24`), has the root's terms under its own symbol. An alias keeps its own symbol too: data
/// filed as `BPH0` stays `BPH0`, with the terms of `6B`; `BP` alone stays the stock. Immutable and
/// safe to share.
public final class InstrumentCatalogue {
  private static final String BUILT_IN = "instruments.yaml";
  private static final Pattern CONTRACT =
      Pattern.compile("(.+?)([FGHJKMNQUVXZ])([0-9]|[0-9]{2}|[0-9]{4})");

  private final Declarations declared;

  private InstrumentCatalogue(Declarations declared) {
    this.declared = declared;
  }

  /// The instruments that ship with Quorate.
  public static InstrumentCatalogue builtIn() {
    return BuiltIn.CATALOGUE;
  }

  /// This catalogue with the instruments of a user's file, which win over those of the same symbol.
  ///
  /// @param environment looks `${NAME}` up, `System::getenv` outside tests
  /// @throws quorate.domain.settings.SettingsException when the file is missing or breaks a rule
  public InstrumentCatalogue with(Path file, Function<String, @Nullable String> environment) {
    return with(YamlSettings.read(file, environment));
  }

  /// This catalogue with the instruments declared in settings, which win over those of the same
  /// symbol.
  public InstrumentCatalogue with(Settings declarations) {
    return new InstrumentCatalogue(declared.with(InstrumentFile.read(declarations, declared)));
  }

  /// The instrument with this symbol.
  ///
  /// @throws IllegalArgumentException when nobody declared it; the message names the nearest known
  ///   one and says how to declare it
  public Instrument find(String symbol) {
    InstrumentTerms terms = terms(symbol);
    if (terms == null) {
      throw new IllegalArgumentException(
          ("instrument must be declared, but \"%s\" is not%s; declare it in instruments.yaml, for"
                  + " example \"instruments: [{symbol: %s, like: SPY}]\"")
              .formatted(symbol, Settings.nearest(symbol, declared.symbols().keySet()), symbol));
    }
    return terms.named(symbol);
  }

  /// Whether [#find] would find it.
  public boolean contains(String symbol) {
    return terms(symbol) != null;
  }

  /// The root of a contract code, such as `ES` for `ESH4`, an alias as itself; empty for symbols
  /// that are no contract of a declared future.
  public Optional<String> rootOf(String symbol) {
    Matcher contract = CONTRACT.matcher(symbol);
    if (declared.symbols().containsKey(symbol) || !contract.matches()) {
      return Optional.empty();
    }
    String root = contract.group(1);
    return declared.roots().containsKey(root) ? Optional.of(root) : Optional.empty();
  }

  /// Every declared instrument, roots of futures as themselves, in the order of declaration.
  public List<Instrument> all() {
    return declared.symbols().entrySet().stream()
        .map(each -> each.getValue().named(each.getKey()))
        .toList();
  }

  private @Nullable InstrumentTerms terms(String symbol) {
    InstrumentTerms own = declared.symbols().get(symbol);
    return own != null ? own : rootOf(symbol).map(declared.roots()::get).orElse(null);
  }

  /// Read once, when first asked for.
  private static final class BuiltIn {
    static final InstrumentCatalogue CATALOGUE = read();

    private static InstrumentCatalogue read() {
      try (InputStream in = InstrumentCatalogue.class.getResourceAsStream(BUILT_IN)) {
        if (in == null) {
          throw new IllegalStateException("instrument file must be on the class path: " + BUILT_IN);
        }
        Settings settings =
            YamlSettings.read(
                BUILT_IN, new InputStreamReader(in, StandardCharsets.UTF_8), variable -> null);
        return new InstrumentCatalogue(InstrumentFile.read(settings, Declarations.NONE));
      } catch (IOException e) {
        throw new UncheckedIOException("instrument file cannot be read: " + BUILT_IN, e);
      }
    }
  }
}

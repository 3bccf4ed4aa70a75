package quorate.market.source;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import quorate.domain.settings.Settings;
import quorate.market.quality.QualityRules;
import quorate.market.yaml.YamlSettings;

/// How one kind of a vendor's files is read and judged: the declaration that a user writes as a
/// YAML file, key by key described in `docs/mappings.md`.
///
/// Immutable; read once and checked as a whole, unknown keys included.
public final class SourceMapping {
  /// What takes a file apart.
  enum ReaderForm {
    DELIMITED,
    LEAN,
    JSON
  }

  /// Which way time runs in a file.
  enum Order {
    ASCENDING,
    DESCENDING
  }

  /// Which instant of a bar its stamp is.
  enum BarStamp {
    START,
    END,
    /// Any instant inside; the bar is the one of the grid counted from 1970 that holds it.
    WITHIN
  }

  private static final int MAX_SHIFT = 9;

  private final String origin;
  private final String source;
  private final String dataset;
  private final SourceKind kind;
  private final List<String> files;
  private final String note;
  private final String rules;
  private final QualityRules quality;
  private final @Nullable BarSpan span;
  final ReaderForm reader;
  final Order order;
  final int priceShift;
  final TextForm text;
  final Pattern entries;
  final List<String> jsonPath;
  final SymbolRule symbol;
  final TimeRule time;
  final BarStamp stamp;
  final ColumnRule columns;

  /// From a row's stamp until it is known; for the quotes at the end of LEAN's intervals.
  final long delayNs;

  private SourceMapping(Settings settings) {
    origin = settings.origin();
    source = settings.parsed("source", SourceMapping::folderName);
    dataset = settings.parsed("dataset", SourceMapping::folderName);
    settings.text("kind");
    kind = settings.choice("kind", SourceKind.class, SourceKind.TRADES);
    files = settings.texts("files");
    files.forEach(pattern -> globbed(settings, pattern));
    note = settings.text("note", "");
    reader = settings.choice("reader", ReaderForm.class, ReaderForm.DELIMITED);
    order = settings.choice("order", Order.class, Order.ASCENDING);
    priceShift = settings.parsed("price_divisor", 0, SourceMapping::shift);
    entries = settings.parsed("entries", Pattern.compile(".*"), Pattern::compile);
    boolean lean = reader == ReaderForm.LEAN;
    text =
        TextForm.read(
            settings.section("text"), lean ? TextForm.Header.NONE : TextForm.Header.NAMES);
    jsonPath = path(settings.section("json").text("path", ""));
    Settings leanSection = settings.section("lean");
    LeanForm.Resolution resolution =
        leanSection.choice("resolution", LeanForm.Resolution.class, LeanForm.Resolution.MINUTE);
    int yearDigits = leanSection.wholeNumber("year_digits", 1, 1, 2);
    SymbolRule.From undeclared =
        kind == SourceKind.TABLE
            ? SymbolRule.From.NOTHING
            : lean ? SymbolRule.From.LEAN : SymbolRule.From.FIXED;
    symbol = SymbolRule.read(settings.section("instrument"), undeclared, yearDigits);
    time = TimeRule.read(settings.section("time"), lean ? LeanForm.time(resolution) : null);
    columns =
        ColumnRule.read(
            settings.section("columns"),
            kind,
            lean ? LeanForm.columns(kind, resolution) : Map.of());
    delayNs = lean && kind == SourceKind.QUOTES ? resolution.lengthNs : 0;
    if (kind == SourceKind.BARS) {
      Settings bars = settings.section("bars");
      stamp = bars.choice("stamp", BarStamp.class, BarStamp.START);
      span =
          lean && !bars.has("timeframe")
              ? BarSpan.parse(resolution.timeframe)
              : bars.parsed("timeframe", BarSpan::parse);
      if (stamp != BarStamp.START && span.kind() != BarSpan.Kind.FIXED) {
        throw bars.broken("stamp", "start for bars of a session, day or month", bars.text("stamp"));
      }
    } else {
      stamp = BarStamp.START;
      span = null;
    }
    if (symbol.from() == SymbolRule.From.PANEL
        && (kind != SourceKind.BARS || reader != ReaderForm.DELIMITED)) {
      throw settings.broken("instrument.panel", "in a mapping of delimited bars", "given here");
    }
    quality = QualityRules.read(settings.section("quality"));
    rules = settings.canonical(Set.of("files", "note"));
    settings.rejectUnknown();
  }

  /// Reads a mapping file, with the environment of this process for `${NAME:default}`.
  ///
  /// @throws quorate.domain.settings.SettingsException when it is not there, is not YAML or breaks
  ///   a rule
  public static SourceMapping read(Path file) {
    return read(file, System::getenv);
  }

  /// As [#read(Path)] with an environment of the caller's.
  public static SourceMapping read(Path file, Function<String, @Nullable String> environment) {
    return of(YamlSettings.read(file, environment));
  }

  /// The mapping that a settings section declares.
  public static SourceMapping of(Settings settings) {
    return new SourceMapping(settings);
  }

  private static String folderName(String text) {
    if (!text.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw new IllegalArgumentException(
          "must be a folder's name of letters, digits, point, dash and underscore, but was \"%s\""
              .formatted(text));
    }
    return text;
  }

  private static int shift(String divisor) {
    String zeros = divisor.replace("_", "");
    if (!zeros.matches("10{0," + MAX_SHIFT + "}")) {
      throw new IllegalArgumentException(
          "must be a power of ten from 1 to 10^%d, but was \"%s\"".formatted(MAX_SHIFT, divisor));
    }
    return zeros.length() - 1;
  }

  private static List<String> path(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split("\\.", -1));
  }

  /// Name of the mapping file, for messages.
  public String origin() {
    return origin;
  }

  /// Who the files come from: the first folder in the lake.
  public String source() {
    return source;
  }

  /// Which of the source's collections they are: the second folder in the lake.
  public String dataset() {
    return dataset;
  }

  public SourceKind kind() {
    return kind;
  }

  /// Patterns of paths it is meant for, relative to a data folder; empty for any file.
  public List<String> files() {
    return files;
  }

  /// What a user should know about the data.
  public String note() {
    return note;
  }

  /// Everything that decides how a file is read and judged, in one text: the same for the same
  /// declaration, whatever the order of its keys.
  public String rules() {
    return rules;
  }

  /// How rows are judged.
  public QualityRules quality() {
    return quality;
  }

  /// How long a bar lasts; empty for other kinds.
  public Optional<BarSpan> span() {
    return Optional.ofNullable(span);
  }

  /// Whether this mapping declares itself for a file.
  ///
  /// @param relative path below the data folder, such as `fx/ticks.csv.gz`
  public boolean covers(Path relative) {
    return files.stream().map(SourceMapping::glob).anyMatch(pattern -> pattern.matches(relative));
  }

  private static void globbed(Settings settings, String pattern) {
    try {
      Objects.requireNonNull(glob(pattern));
    } catch (IllegalArgumentException e) {
      throw settings.broken("files", "a pattern of paths such as fx/*.csv.gz", pattern);
    }
  }

  private static PathMatcher glob(String pattern) {
    return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
  }
}

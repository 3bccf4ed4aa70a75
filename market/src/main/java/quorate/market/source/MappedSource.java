package quorate.market.source;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quorate.domain.EventCursor;
import quorate.domain.Instrument;
import quorate.domain.settings.Settings;
import quorate.market.quality.QualityGate;

/// Rows of fields turned into events as a mapping declares.
///
/// What cannot be read as declared stops it; what can be read but not believed is left to the
/// quality gate.
final class MappedSource implements RowSource {
  private static final int NONE = -1;
  private static final long NO_TIME = 0;

  private final SourceMapping mapping;
  private final Path file;
  private final FieldReader reader;
  private final Symbols symbols;
  private final StampReader stamps;
  private final SpanClock spans;
  private final Decimals decimals;
  private final List<String> names;
  private final int[] columns;
  private final byte[][] missingTexts;
  private final Fields fields = new Fields();
  private int entered;
  private int[] panelColumns = {};
  private int[] panelNumbers = {};
  private int panelNext;
  private long lines;

  MappedSource(SourceMapping mapping, Path file, FieldReader reader, Listings listings) {
    this.mapping = mapping;
    this.file = file;
    this.reader = reader;
    symbols = new Symbols(mapping.symbol, listings);
    stamps = new StampReader(mapping.time);
    spans = new SpanClock(mapping.span().orElse(BarSpan.parse("day")), mapping.stamp);
    decimals = new Decimals(mapping.text.decimal());
    names = ColumnRule.values(mapping.kind());
    columns = new int[names.size()];
    missingTexts =
        mapping.text.missing().stream()
            .filter(text -> !text.isEmpty())
            .map(text -> text.getBytes(mapping.text.charset()))
            .toArray(byte[][]::new);
  }

  @Override
  public boolean next(SourceRow into) {
    while (true) {
      while (panelNext < panelColumns.length) {
        int place = panelNext++;
        if (!isMissing(panelColumns[place])) {
          fillFromPanel(into, place);
          return true;
        }
      }
      if (!reader.next(fields)) {
        return false;
      }
      lines++;
      if (mapping.kind() == SourceKind.TABLE) {
        place(into);
        return true;
      }
      if (fields.entryNumber != entered) {
        enter();
      }
      panelNext = 0;
      if (panelColumns.length == 0) {
        fill(into);
        return true;
      }
    }
  }

  private void enter() {
    entered = fields.entryNumber;
    List<String> time = mapping.time.columns();
    String fileName = String.valueOf(file.getFileName());
    try {
      stamps.enter(
          fields.entry,
          fileName,
          column(time.getFirst()),
          time.size() == 2 ? column(time.getLast()) : NONE);
      SymbolRule rule = mapping.symbol;
      if (rule.from() == SymbolRule.From.PANEL) {
        enterPanel(rule);
        return;
      }
      for (int i = 0; i < columns.length; i++) {
        String declared = mapping.columns.column(names.get(i));
        columns[i] = declared.equals(ColumnRule.NONE) ? NONE : column(declared);
      }
      symbols.enter(
          fields.entry,
          fileName,
          rule.from() == SymbolRule.From.COLUMN ? column(rule.text()) : NONE);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw wrong(UnreadableSourceException.place(file, fields.entry), e.getMessage(), e);
    }
  }

  private void enterPanel(SymbolRule rule) {
    List<Integer> places = new ArrayList<>();
    if (rule.panel().isEmpty()) {
      for (int i = 0; i < fields.names.length; i++) {
        if (i != stamps.first()) {
          places.add(i);
        }
      }
    } else {
      rule.panel().forEach(name -> places.add(column(name)));
    }
    panelColumns = places.stream().mapToInt(Integer::intValue).toArray();
    panelNumbers =
        places.stream().mapToInt(place -> symbols.numberOf(fields.names[place])).toArray();
  }

  /// The place of a column given by name or by index.
  private int column(String declared) {
    List<String> there = Arrays.asList(fields.names);
    int byName = there.indexOf(declared);
    if (byName >= 0) {
      return byName;
    }
    if (declared.matches("\\d{1,4}")) {
      int index = Integer.parseInt(declared);
      if (index < fields.count) {
        return index;
      }
      throw wrongColumn(
          "column index must be below the %d columns, but was %s"
              .formatted(fields.count, declared));
    }
    throw wrongColumn(
        "column \"%s\" must be there, but the columns are %s%s"
            .formatted(
                declared,
                Excerpt.ofAll(there),
                Settings.nearest(declared, there.stream().map(Excerpt::of).toList())));
  }

  /// Blames the line that says which columns there are.
  private UnreadableSourceException wrongColumn(String rule) {
    long line = fields.headerLine > 0 ? fields.headerLine : fields.line;
    return wrong(UnreadableSourceException.place(file, fields.entry, line), rule, null);
  }

  private void fill(SourceRow into) {
    place(into);
    int number;
    try {
      number = symbols.of(fields);
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()), e);
    }
    Instrument instrument = symbols.get(number);
    EventCursor event = into.event;
    switch (mapping.kind()) {
      case TRADES -> {
        long price = price(into, 0, instrument);
        event.trade(number, timeNs(into), price, quantity(into, 1, instrument));
        into.id = id(columns[2]);
      }
      case QUOTES -> {
        long bid = price(into, 0, instrument);
        long bidSize = quantity(into, 1, instrument);
        long ask = price(into, 2, instrument);
        long askSize = quantity(into, 3, instrument);
        long timeNs = timeNs(into);
        event.quote(number, timeNs + mapping.delayNs, bid, bidSize, ask, askSize);
      }
      case BARS -> {
        long close = price(into, 3, instrument);
        long open = columns[0] == NONE ? close : price(into, 0, instrument);
        long high = columns[1] == NONE ? Math.max(open, close) : price(into, 1, instrument);
        long low = columns[2] == NONE ? Math.min(open, close) : price(into, 2, instrument);
        bar(into, number, open, high, low, close, quantity(into, 4, instrument));
      }
      case OPEN_INTEREST -> event.trade(number, timeNs(into), 0, quantity(into, 0, instrument));
      case TABLE -> throw new IllegalStateException("lines of a table have no values");
    }
  }

  private void fillFromPanel(SourceRow into, int place) {
    place(into);
    int number = panelNumbers[place];
    int column = panelColumns[place];
    Instrument instrument = symbols.get(number);
    long close =
        number(into, column, fields.names[column], instrument.priceScale(), mapping.priceShift);
    bar(into, number, close, close, close, close, 0);
  }

  private void place(SourceRow into) {
    into.entry = fields.entry;
    into.line = fields.line;
    into.missing = "";
    into.unfit = "";
    into.id = QualityGate.NO_ID;
    into.at(fields.bytes, fields.from, fields.to, fields.charset);
  }

  private void bar(
      SourceRow into, int number, long open, long high, long low, long close, long volume) {
    if (isTimeless(into)) {
      into.event.bar(number, NO_TIME, NO_TIME, open, high, low, close, volume);
      return;
    }
    try {
      spans.set(stamps.read(fields), symbols.calendar(number));
    } catch (DateTimeException e) {
      throw wrongTime(e);
    }
    into.event.bar(number, spans.startNs(), spans.endNs(), open, high, low, close, volume);
  }

  private long timeNs(SourceRow into) {
    if (isTimeless(into)) {
      return NO_TIME;
    }
    try {
      return stamps.read(fields).utcNs();
    } catch (DateTimeException e) {
      throw wrongTime(e);
    }
  }

  private boolean isTimeless(SourceRow into) {
    if (!isMissing(stamps.first())) {
      return false;
    }
    into.missing = "time";
    return true;
  }

  private long price(SourceRow into, int value, Instrument instrument) {
    return number(
        into, columns[value], names.get(value), instrument.priceScale(), mapping.priceShift);
  }

  private long quantity(SourceRow into, int value, Instrument instrument) {
    int column = columns[value];
    return column == NONE
        ? 0
        : number(into, column, names.get(value), instrument.quantityScale(), 0);
  }

  private long number(SourceRow into, int column, String name, int scale, int shift) {
    if (isMissing(column)) {
      if (into.missing.isEmpty()) {
        into.missing = name;
      }
      return 0;
    }
    try {
      long value =
          decimals.read(fields.bytes, fields.starts[column], fields.ends[column], scale, shift);
      if (!decimals.isExact() && into.unfit.isEmpty()) {
        into.unfit = name + " " + fields.text(column);
      }
      return value;
    } catch (NumberFormatException e) {
      throw wrong(
          "%s %s; to read it as absent: text.missing: [\"%s\"]"
              .formatted(name, e.getMessage(), Excerpt.of(fields.text(column))),
          e);
    } catch (ArithmeticException e) {
      throw wrong(name + " " + e.getMessage(), e);
    }
  }

  private boolean isMissing(int column) {
    int from = fields.starts[column];
    int to = fields.ends[column];
    if (from == to) {
      return true;
    }
    for (byte[] text : missingTexts) {
      if (Arrays.equals(text, 0, text.length, fields.bytes, from, to)) {
        return true;
      }
    }
    return false;
  }

  /// A trade id as a number where it is one, else as a 64-bit FNV-1a hash of its bytes.
  private long id(int column) {
    if (column == NONE || isMissing(column)) {
      return QualityGate.NO_ID;
    }
    int from = fields.starts[column];
    int to = fields.ends[column];
    long number = 0;
    long hash = 0xcbf29ce484222325L;
    boolean digits = to - from <= 18;
    for (int at = from; at < to; at++) {
      byte each = fields.bytes[at];
      hash = (hash ^ (each & 0xff)) * 0x100000001b3L;
      digits &= each >= '0' && each <= '9';
      number = number * 10 + each - '0';
    }
    return digits ? number : hash | Long.MIN_VALUE | 1;
  }

  @Override
  public Instrument instrument(int number) {
    return symbols.get(number);
  }

  @Override
  public int instrumentCount() {
    return symbols.count();
  }

  @Override
  public long lines() {
    return lines;
  }

  @Override
  public void close() {
    reader.close();
  }

  private UnreadableSourceException wrongTime(DateTimeException e) {
    return wrong(
        "%s; the row says \"%s\"".formatted(e.getMessage(), Excerpt.of(stamps.text(fields))), e);
  }

  private UnreadableSourceException wrong(String rule, RuntimeException cause) {
    return wrong(UnreadableSourceException.place(file, fields.entry, fields.line), rule, cause);
  }

  private UnreadableSourceException wrong(
      String place, @Nullable String rule, @Nullable RuntimeException cause) {
    return new UnreadableSourceException(
        "%s: %s (mapping %s)".formatted(place, rule, mapping.origin()), cause);
  }
}

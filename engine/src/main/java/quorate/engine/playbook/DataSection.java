package quorate.engine.playbook;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import quorate.domain.EventKind;
import quorate.domain.Timeframe;
import quorate.domain.settings.Settings;

/// Which market events a playbook reads.
///
/// @param instruments symbols, at least one, different
/// @param kind trades, quotes or bars
/// @param barTimeframe timeframe of the bars that are read; empty for trades and quotes
/// @param dataset name of the data set in the lake; empty when the symbol has only one of this kind
/// @param from first session date, inclusive; empty for the first there is
/// @param to last session date, inclusive; empty for the last there is
/// @param macro files of economic series, or folders of them, for `macro(...)`
/// @param releaseLags file that says when series without release dates were out; it adds to the
///   table that ships
/// @param texts files of text signals, for `text(...)`
public record DataSection(
    List<String> instruments,
    EventKind kind,
    Optional<Timeframe> barTimeframe,
    Optional<String> dataset,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    List<String> macro,
    Optional<String> releaseLags,
    List<String> texts) {
  public DataSection {
    instruments = List.copyOf(instruments);
    macro = List.copyOf(macro);
    texts = List.copyOf(texts);
    if (instruments.isEmpty()) {
      throw new IllegalArgumentException("data.instruments must name at least one symbol");
    }
    if ((kind == EventKind.BAR) != barTimeframe.isPresent()) {
      throw new IllegalArgumentException(
          "data.timeframe must be given for bars and only for bars, but kind was " + kind);
    }
  }

  /// How `data.kind` is written.
  private enum Kind {
    TRADES(EventKind.TRADE),
    QUOTES(EventKind.QUOTE),
    BARS(EventKind.BAR);

    private final EventKind event;

    Kind(EventKind event) {
      this.event = event;
    }
  }

  static DataSection from(Settings data) {
    List<String> instruments = data.texts("instruments");
    if (instruments.isEmpty()) {
      throw data.broken("instruments", "a list of at least one symbol, such as [ESH0]", "");
    }
    Kind kind = data.choice("kind", Kind.class, Kind.TRADES);
    boolean hasTimeframe = data.has("timeframe");
    if (kind == Kind.BARS && !hasTimeframe) {
      throw data.broken("timeframe", "the timeframe of the bars that are read, such as 1d", "");
    }
    if (kind != Kind.BARS && hasTimeframe) {
      throw data.broken("timeframe", "left out unless kind is bars", data.text("timeframe"));
    }
    List<String> macro = data.texts("macro");
    Optional<String> releaseLags = optional(data, "release_lags");
    if (macro.isEmpty() && releaseLags.isPresent()) {
      throw data.broken("release_lags", "left out unless data.macro is given", releaseLags.get());
    }
    return new DataSection(
        instruments,
        kind.event,
        hasTimeframe ? Optional.of(data.parsed("timeframe", Timeframe::parse)) : Optional.empty(),
        optional(data, "dataset"),
        date(data, "from"),
        date(data, "to"),
        macro,
        releaseLags,
        data.texts("texts"));
  }

  private static Optional<LocalDate> date(Settings data, String key) {
    return optional(data, key)
        .map(text -> {
          try {
            return LocalDate.parse(text);
          } catch (DateTimeException e) {
            throw data.broken(key, "a date that exists, such as 2024-01-31", text);
          }
        });
  }

  private static Optional<String> optional(Settings data, String key) {
    return data.has(key) ? Optional.of(data.text(key)) : Optional.empty();
  }
}

package quorate.lake.gold;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import quorate.domain.Instrument;
import quorate.domain.JournalEntry.InputReferenced;
import quorate.domain.Timeframe;
import quorate.lake.TapedDataset;
import quorate.lake.store.Checksum;
import quorate.market.calendar.SessionCalendar;

/// The feature tables of one instrument, and what they are to be made of.
///
/// @param playbook whose tables they are
/// @param input the instrument's events, from the warm-up on
/// @param beginsNs the first row is of a bar that ends after this, UTC nanoseconds
/// @param calendar of the instrument
/// @param columns of each table, by its timeframe
/// @param code checksum of the code that computes features
/// @param surroundings what columns may look at besides the instrument
public record GoldRequest(
    String playbook,
    TapedDataset input,
    long beginsNs,
    SessionCalendar calendar,
    Map<Timeframe, List<String>> columns,
    String code,
    SurroundingInputs surroundings) {

  /// Enters every version, so that a new way of making tables makes them all again.
  private static final String MAKING = "1";

  public GoldRequest {
    Map<Timeframe, List<String>> copy = new LinkedHashMap<>();
    columns.forEach((timeframe, names) -> copy.put(timeframe, List.copyOf(names)));
    columns = copy;
    if (columns.isEmpty()) {
      throw new IllegalArgumentException(
          "a playbook's feature tables must have a column, but had none (" + playbook + ")");
    }
  }

  /// The files besides the events that a table is made of.
  List<InputReferenced> surroundingsOf(Timeframe timeframe) {
    return surroundings.of(columns.getOrDefault(timeframe, List.of()));
  }

  String symbol() {
    return input.dataset().symbol();
  }

  /// Twelve hexadecimal digits, the same for the same code, settings and input, and of what
  /// surrounds the instrument only what the columns look at. What other tables hold does not enter,
  /// but for the shortest timeframe, whose bars longer ones look inside.
  String version(Timeframe timeframe) {
    String made =
        String.join(
            "\n",
            MAKING,
            code,
            symbol(),
            timeframe.toString(),
            shortest().toString(),
            String.join("|", columns.getOrDefault(timeframe, List.of())),
            calendar.name(),
            calendar.zone().getId(),
            terms(),
            Long.toString(beginsNs),
            input.checksum(),
            surroundingsOf(timeframe).stream()
                .map(InputReferenced::checksum)
                .collect(Collectors.joining("|")));
    return Checksum.of(made).substring(0, 12);
  }

  /// What the instrument's whole numbers mean.
  private String terms() {
    Instrument instrument = input.dataset().instrument();
    return "tick %d, scales %d %d"
        .formatted(instrument.tickSize(), instrument.priceScale(), instrument.quantityScale());
  }

  /// Bars that count trading are never looked inside of, nor do they lie inside.
  private Timeframe shortest() {
    return columns.keySet().stream()
        .filter(Timeframe::isTime)
        .min(Comparator.comparingLong(Timeframe::durationNs))
        .orElseGet(() -> columns.keySet().iterator().next());
  }
}

package quorate.app.run;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import quorate.app.terminal.WrongNameException;
import quorate.domain.settings.Settings;
import quorate.engine.playbook.DataSection;
import quorate.lake.Dataset;
import quorate.lake.silver.RowKind;

/// What the lake holds, for a playbook that asks for another kind or timeframe of it.
final class HeldData {
  private HeldData() {}

  /// Refuses bars without a timeframe in words that say which there are.
  ///
  /// @param playbook as written
  /// @param held asked only when the timeframe is missing
  static void requireTimeframe(Settings playbook, Supplier<List<Dataset>> held) {
    Settings data = playbook.section("data");
    if (data.has("timeframe") || !data.text("kind", "").equalsIgnoreCase("bars")) {
      return;
    }
    List<String> symbols = data.texts("instruments");
    List<String> timeframes =
        held.get().stream()
            .filter(each -> each.kind() == RowKind.BARS && symbols.contains(each.symbol()))
            .map(Dataset::timeframe)
            .distinct()
            .sorted()
            .toList();
    if (!timeframes.isEmpty()) {
      throw new WrongNameException(
          "data.timeframe must be given for bars; the lake holds bars of %s, so set data.timeframe: %s (%s)"
              .formatted(
                  String.join(", ", symbols), String.join(" or ", timeframes), playbook.origin()));
    }
  }

  /// Refuses a kind or a timeframe of which the lake has nothing, while it has others.
  static void requireKind(DataSection data, String symbol, List<Dataset> held) {
    List<Dataset> own =
        held.stream()
            .filter(each -> each.symbol().equals(symbol))
            .filter(each -> each.kind() != RowKind.OPEN_INTEREST)
            .toList();
    String kind = data.kind().name().toLowerCase(Locale.ROOT) + "s";
    String timeframe = data.barTimeframe().map(Object::toString).orElse("");
    List<Dataset> same = own.stream().filter(each -> each.kind().folder().equals(kind)).toList();
    if (own.isEmpty() || same.stream().anyMatch(each -> each.timeframe().equals(timeframe))) {
      return;
    }
    // Only bars can be there in another timeframe.
    List<String> others =
        same.isEmpty()
            ? own.stream().map(HeldData::kindOf).distinct().toList()
            : same.stream().map(each -> "data.timeframe: " + each.timeframe()).distinct().toList();
    throw new WrongNameException(
        "the lake holds no %s of %s; set %s, or ingest them"
            .formatted((timeframe + " " + kind).strip(), symbol, String.join(" or ", others)));
  }

  private static String kindOf(Dataset data) {
    return data.kind() == RowKind.BARS
        ? "data.kind: bars with data.timeframe: " + data.timeframe()
        : "data.kind: " + data.kind().folder();
  }
}

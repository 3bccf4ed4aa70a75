package quorate.engine.playbook;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quorate.domain.Timeframe;
import quorate.domain.settings.Settings;
import quorate.features.observation.FeatureSet;
import quorate.features.surroundings.Surroundings;

/// What is computed from the data besides what the council's members ask for, and how far back it
/// begins.
///
/// @param warmUpSessions sessions before `data.from` whose events indicators and windows are warmed
///   up with, as far as the lake has them: nobody decides in them and no row is written of them
/// @param tables columns of feature tables beyond those that the members look at
public record FeaturesSection(int warmUpSessions, Map<Timeframe, List<String>> tables) {
  private static final int MAX_SESSIONS = 2_000;

  public FeaturesSection {
    Map<Timeframe, List<String>> copy = new LinkedHashMap<>();
    tables.forEach((timeframe, columns) -> copy.put(timeframe, List.copyOf(columns)));
    tables = copy;
  }

  /// @param surroundings what columns may look at besides the instrument
  /// @throws quorate.domain.settings.SettingsException when a column is no feature
  static FeaturesSection from(Settings features, Surroundings surroundings) {
    Map<Timeframe, List<String>> tables = new LinkedHashMap<>();
    for (Settings table : features.sections("tables")) {
      Timeframe timeframe = table.parsed("timeframe", Timeframe::parse);
      List<String> columns = tables.computeIfAbsent(timeframe, each -> new ArrayList<>());
      for (String column : table.texts("columns")) {
        if (!columns.contains(check(column, timeframe, surroundings, table))) {
          columns.add(column);
        }
      }
      if (columns.isEmpty()) {
        throw table.broken("columns", "a list of at least one feature, such as [rsi(14)]", "");
      }
    }
    return new FeaturesSection(features.wholeNumber("warm_up", 0, 0, MAX_SESSIONS), tables);
  }

  private static String check(
      String column, Timeframe timeframe, Surroundings surroundings, Settings table) {
    try {
      FeatureSet unused = new FeatureSet(timeframe, ZoneOffset.UTC, surroundings.of(""), column);
      return unused.columns().getFirst();
    } catch (IllegalArgumentException broken) {
      throw table.broken("columns", "features: " + broken.getMessage(), column);
    }
  }
}

package quorate.app.features;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import quorate.features.drift.Drift;
import quorate.features.drift.Reference;
import quorate.lake.gold.ColumnStatistics;
import quorate.lake.gold.GoldColumn;
import quorate.lake.gold.GoldStore;
import quorate.lake.gold.GoldTable;

/// How far the features of later sessions have moved from those that training saw: all later
/// sessions together, and each by itself.
///
/// @param table whose features they are
/// @param trainedUntil last session of the training part
/// @param features one for each column with values in both parts
/// @param leftOut columns with too few values in one part
record DriftReport(
    GoldTable table, LocalDate trainedUntil, List<OfFeature> features, List<String> leftOut) {
  private static final int BINS = 10;
  private static final double SIGNIFICANCE = 0.01;

  /// One feature.
  ///
  /// @param whole all later sessions together
  /// @param sessions each later session, by its date
  record OfFeature(Drift whole, Map<LocalDate, Drift> sessions) {}

  /// @param reference the table that training read; the same one when its later part is compared
  static DriftReport of(GoldStore gold, GoldTable table, GoldTable reference, LocalDate until) {
    List<OfFeature> features = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    boolean same = table.folder().equals(reference.folder());
    for (ColumnStatistics column : table.lineage().columns()) {
      String name = column.name();
      GoldColumn trained = gold.read(reference, name);
      GoldColumn now = same ? trained : gold.read(table, name);
      double[] before = trained.values(LocalDate.MIN, until);
      double[] after = now.values(until.plusDays(1), LocalDate.MAX);
      if (before.length >= BINS && after.length > 0) {
        features.add(compare(Reference.of(name, before, BINS), now, after, until));
      } else {
        leftOut.add(name);
      }
    }
    return new DriftReport(table, until, features, leftOut);
  }

  private static OfFeature compare(
      Reference reference, GoldColumn now, double[] after, LocalDate until) {
    Map<LocalDate, Drift> sessions = new LinkedHashMap<>();
    for (LocalDate session : now.sessions()) {
      if (session.isAfter(until)) {
        sessions.put(session, reference.compare(now.values(session, session)));
      }
    }
    return new OfFeature(reference.compare(after), sessions);
  }

  /// Whether any feature has moved over all later sessions together.
  boolean hasMoved() {
    return features.stream().anyMatch(feature -> moved(feature.whole()));
  }

  /// As many features are looked at together, each must be that much less likely by chance.
  private boolean moved(Drift drift) {
    return drift.hasMoved(SIGNIFICANCE / features.size());
  }

  String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        "%s %s of %s: %s until %s, later sessions against it%n"
            .formatted(
                table.lineage().symbol(),
                table.lineage().timeframe(),
                table.lineage().playbook(),
                features.isEmpty()
                    ? "nothing to compare"
                    : String.format(
                        Locale.ROOT, "%,d values", features.getFirst().whole().before()),
                trainedUntil));
    if (!leftOut.isEmpty()) {
      text.append(
          "  left out, with fewer than %d values before or none after: %s%n"
              .formatted(BINS, String.join(", ", leftOut)));
    }
    if (features.isEmpty()) {
      return text.toString();
    }
    int width = features.stream().mapToInt(f -> f.whole().feature().length()).max().orElse(0);
    text.append(
        "  %s  %7s  %6s  %6s  %8s  %s%n"
            .formatted(pad("feature", width), "values", "PSI", "KS", "chance", "sessions moved"));
    for (OfFeature feature : features) {
      Drift whole = feature.whole();
      long movedSessions = feature.sessions().values().stream().filter(this::moved).count();
      text.append(
          String.format(
              Locale.ROOT,
              "  %s  %7d  %6.3f  %6.3f  %8.2g  %d of %d%s%n",
              pad(whole.feature(), width),
              whole.now(),
              whole.stabilityIndex(),
              whole.distance(),
              whole.chance(),
              movedSessions,
              feature.sessions().size(),
              moved(whole) ? "  moved" : ""));
    }
    return text.toString();
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("playbook", table.lineage().playbook());
    json.put("symbol", table.lineage().symbol());
    json.put("timeframe", table.lineage().timeframe());
    json.put("version", table.lineage().version());
    json.put("trained_until", trainedUntil.toString());
    json.put("left_out", leftOut);
    json.put(
        "features",
        features.stream()
            .map(feature -> {
              Map<String, Object> one = asMap(feature.whole());
              Map<String, Object> sessions = new LinkedHashMap<>();
              feature
                  .sessions()
                  .forEach((date, drift) -> sessions.put(date.toString(), asMap(drift)));
              one.put("sessions", sessions);
              return one;
            })
            .toList());
    return json;
  }

  private Map<String, Object> asMap(Drift drift) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("feature", drift.feature());
    map.put("before", drift.before());
    map.put("now", drift.now());
    map.put("psi", drift.stabilityIndex());
    map.put("ks", drift.distance());
    map.put("chance", drift.chance());
    map.put("moved", moved(drift));
    return map;
  }
}

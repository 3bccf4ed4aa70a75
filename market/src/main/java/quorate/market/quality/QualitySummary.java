package quorate.market.quality;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/// How the rows of a source were judged; accepted + quarantined = read, always.
///
/// @param read rows judged
/// @param accepted rows that passed, marked ones included
/// @param quarantined rejected rows by their first reason; reasons without rows are absent
/// @param flagged marks on accepted rows by reason; a row can carry several
public record QualitySummary(
    long read, long accepted, Map<Reason, Long> quarantined, Map<Reason, Long> flagged) {

  public QualitySummary {
    quarantined = Map.copyOf(quarantined);
    flagged = Map.copyOf(flagged);
    long rejected = sum(quarantined);
    if (accepted + rejected != read) {
      throw new IllegalArgumentException(
          "accepted and quarantined rows must add up to the rows read, but %d + %d is not %d"
              .formatted(accepted, rejected, read));
    }
  }

  public static QualitySummary empty() {
    return new QualitySummary(0, 0, Map.of(), Map.of());
  }

  /// Rows in quarantine, over all reasons.
  public long rejected() {
    return sum(quarantined);
  }

  /// This summary and another, added.
  public QualitySummary plus(QualitySummary other) {
    return new QualitySummary(
        read + other.read,
        accepted + other.accepted,
        added(quarantined, other.quarantined),
        added(flagged, other.flagged));
  }

  private static Map<Reason, Long> added(Map<Reason, Long> a, Map<Reason, Long> b) {
    EnumMap<Reason, Long> both = new EnumMap<>(Reason.class);
    both.putAll(a);
    b.forEach((reason, count) -> both.merge(reason, count, Long::sum));
    return both;
  }

  private static long sum(Map<Reason, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /// One line for a person: `421785 read, 421785 accepted` and the reasons, largest group first.
  public String line() {
    String line = "%d read, %d accepted".formatted(read, accepted);
    if (!quarantined.isEmpty()) {
      line += ", %d quarantined (%s)".formatted(rejected(), listed(quarantined));
    }
    return flagged.isEmpty() ? line : line + ", marked: " + listed(flagged);
  }

  /// `zero 3, missing 1`: the largest group first, empty without any.
  public static String listed(Map<Reason, Long> counts) {
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<Reason, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(group -> group.getKey().key() + " " + group.getValue())
        .collect(Collectors.joining(", "));
  }
}

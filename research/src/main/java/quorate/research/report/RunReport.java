package quorate.research.report;

import java.util.List;
import quorate.research.council.CouncilSummary;
import quorate.research.performance.Performance;
import quorate.research.performance.PriceHistory;
import quorate.research.performance.TrackRecord;

/// All that the report of one run shows.
///
/// @param runId of the run's folder
/// @param title for the page's heading
/// @param playbook its name
/// @param data what was read
/// @param track equity, benchmark, fills and closed trades
/// @param performance measured from it
/// @param prices bars to draw, one history per instrument
/// @param instruments the run's symbols, by their numbers
/// @param council what it decided
/// @param funnel how many got through each gate, widest first; may be empty
/// @param refusals of risk by rule, may be empty
/// @param settings that shaped the result
/// @param assumptions the result rests on, a sentence each
public record RunReport(
    String runId,
    String title,
    String playbook,
    DataOrigin data,
    TrackRecord track,
    Performance performance,
    List<PriceHistory> prices,
    List<String> instruments,
    CouncilSummary council,
    List<FunnelStep> funnel,
    List<Refusals> refusals,
    List<Setting> settings,
    List<String> assumptions) {
  public RunReport {
    prices = List.copyOf(prices);
    instruments = List.copyOf(instruments);
    funnel = List.copyOf(funnel);
    refusals = List.copyOf(refusals);
    settings = List.copyOf(settings);
    assumptions = List.copyOf(assumptions);
  }

  /// The data a run read.
  ///
  /// @param source for a person, with where it came from
  /// @param checksum SHA-256 of it, hexadecimal; empty when there is none
  /// @param events number of market events read
  public record DataOrigin(String source, String checksum, long events) {}

  /// A gate and how many passed it.
  ///
  /// @param name such as "council quorate"
  /// @param count 0 or more
  public record FunnelStep(String name, long count) {}

  /// Orders that risk refused for one reason.
  ///
  /// @param rule name of the limit
  /// @param count positive
  /// @param example the reason of one of them, with value and limit
  public record Refusals(String rule, long count, String example) {}

  /// A setting that shaped the result.
  ///
  /// @param key as in the playbook
  /// @param value as used, with its unit
  public record Setting(String key, String value) {}
}

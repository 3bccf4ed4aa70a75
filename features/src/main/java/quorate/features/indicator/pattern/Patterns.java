package quorate.features.indicator.pattern;

import java.util.List;
import java.util.stream.Stream;

/// All 61 patterns.
public final class Patterns {
  private static final List<PatternDefinition> ALL =
      Stream.of(
              DojiPatterns.all(),
              LinePatterns.all(),
              HammerPatterns.all(),
              EngulfingPatterns.all(),
              MeetingPatterns.all(),
              GapPatterns.all(),
              StarPatterns.all(),
              SoldierPatterns.all(),
              CrowPatterns.all(),
              TurnPatterns.all(),
              MethodPatterns.all(),
              HikkakePatterns.all())
          .flatMap(List::stream)
          .toList();

  private Patterns() {}

  /// By subject: single candles first, then two, three and more.
  public static List<PatternDefinition> all() {
    return ALL;
  }
}

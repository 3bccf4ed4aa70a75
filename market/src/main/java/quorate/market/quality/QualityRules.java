package quorate.market.quality;

import java.util.EnumMap;
import java.util.Map;
import quorate.domain.settings.Settings;

/// Which findings reject a row, which only mark it, and where a jump becomes absurd.
///
/// @param actions what happens for each reason; complete
/// @param jumpMinimum smallest |logarithm of the price ratio| that can be absurd. 0.4 (up 49 %,
///   down 33 %) is above every real move that came back at once in 136 daily moves beyond 20 % of
///   some hundred shares from 1989 to 2018; the furthest was 0.34 (BAC, 2009-01-20)
/// @param jumpMultiple a jump must also be this many times the median |log return| of the last 101
///   rows, so that coarse data (monthly bars) has room
public record QualityRules(Map<Reason, Action> actions, double jumpMinimum, double jumpMultiple) {
  private static final double DEFAULT_JUMP_MINIMUM = 0.4;
  private static final double DEFAULT_JUMP_MULTIPLE = 20;

  public QualityRules {
    EnumMap<Reason, Action> complete = new EnumMap<>(Reason.class);
    complete.putAll(actions);
    for (Reason reason : Reason.values()) {
      if (!complete.containsKey(reason)) {
        throw new IllegalArgumentException(
            "quality rules must name every reason, but not " + reason);
      }
    }
    actions = Map.copyOf(complete);
    if (!(jumpMinimum > 0) || !(jumpMultiple >= 0)) {
      throw new IllegalArgumentException(
          "jump limits must be positive, but were minimum %s, multiple %s"
              .formatted(jumpMinimum, jumpMultiple));
    }
  }

  /// Everything rejects but a bar without volume, which is only marked.
  public static QualityRules defaults() {
    Map<Reason, Action> actions = new EnumMap<>(Reason.class);
    for (Reason reason : Reason.values()) {
      actions.put(reason, reason == Reason.ZERO_VOLUME ? Action.FLAG : Action.REJECT);
    }
    return new QualityRules(actions, DEFAULT_JUMP_MINIMUM, DEFAULT_JUMP_MULTIPLE);
  }

  /// Reads the `quality` section of a mapping over the defaults: a reason's key with `reject`,
  /// `flag` or `ignore`, and `jump_minimum`, `jump_multiple`.
  public static QualityRules read(Settings section) {
    QualityRules defaults = defaults();
    Map<Reason, Action> actions = new EnumMap<>(Reason.class);
    for (Reason reason : Reason.values()) {
      actions.put(reason, section.choice(reason.key(), Action.class, defaults.action(reason)));
    }
    return new QualityRules(
        actions,
        section.number("jump_minimum", DEFAULT_JUMP_MINIMUM, 1e-6, 100),
        section.number("jump_multiple", DEFAULT_JUMP_MULTIPLE, 0, 1e6));
  }

  /// What happens to a row with this finding.
  public Action action(Reason reason) {
    Action action = actions.get(reason);
    return action == null ? Action.REJECT : action;
  }

  /// These rules with another action for one reason.
  public QualityRules with(Reason reason, Action action) {
    Map<Reason, Action> changed = new EnumMap<>(actions);
    changed.put(reason, action);
    return new QualityRules(changed, jumpMinimum, jumpMultiple);
  }
}

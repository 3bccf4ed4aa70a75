package quorate.agents;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import quorate.domain.Timeframe;
import quorate.domain.settings.Settings;
import quorate.domain.settings.SettingsException;

/// The parameters of one agent, read key by key with a default and a range each.
///
/// An agent reads what it knows in its constructor; whoever creates it then closes the parameters
/// with [#rejectUnknown], so a misspelt key is an error and never silently a default. May be read
/// again for the next instrument. Not for use by two threads.
public final class AgentParameters {
  private final Settings settings;
  private final Timeframe councilTimeframe;

  private AgentParameters(Settings settings, Timeframe councilTimeframe) {
    this.settings = settings;
    this.councilTimeframe = councilTimeframe;
  }

  /// @param settings the agent's own section of the playbook and nothing else
  /// @param councilTimeframe bars on which the council decides, the default of [#timeframe]
  public static AgentParameters of(Settings settings, Timeframe councilTimeframe) {
    return new AgentParameters(settings, councilTimeframe);
  }

  /// Parameters without a file, for tests and for agents wired by hand.
  public static AgentParameters of(
      Timeframe councilTimeframe, Map<String, ? extends @Nullable Object> values) {
    return new AgentParameters(Settings.of("parameters", values, name -> null), councilTimeframe);
  }

  /// Every parameter at its default.
  public static AgentParameters defaults(Timeframe councilTimeframe) {
    return of(councilTimeframe, Map.of());
  }

  /// Bars the agent looks at: the key `timeframe`, or the bars on which the council decides.
  public Timeframe timeframe() {
    return settings.parsed("timeframe", councilTimeframe, Timeframe::parse);
  }

  /// A whole number from `min` to `max`.
  public int wholeNumber(String key, int otherwise, int min, int max) {
    return settings.wholeNumber(key, otherwise, min, max);
  }

  /// A number from `min` to `max`.
  public double number(String key, double otherwise, double min, double max) {
    return settings.number(key, otherwise, min, max);
  }

  public boolean flag(String key, boolean otherwise) {
    return settings.flag(key, otherwise);
  }

  /// One of an enum's constants, written in lower case.
  public <E extends Enum<E>> E choice(String key, Class<E> type, E otherwise) {
    return settings.choice(key, type, otherwise);
  }

  public String text(String key, String otherwise) {
    return settings.text(key, otherwise);
  }

  /// An error about one key, for a rule that needs more than one value.
  ///
  /// @param rule what it must be, such as `"less than slow (30)"`
  /// @param found the value that breaks the rule
  public SettingsException broken(String key, String rule, Object found) {
    return settings.broken(key, rule, String.valueOf(found));
  }

  /// Refuses keys that the agent did not read.
  ///
  /// @throws SettingsException naming the key and the nearest known one
  public void rejectUnknown() {
    settings.rejectUnknown();
  }
}

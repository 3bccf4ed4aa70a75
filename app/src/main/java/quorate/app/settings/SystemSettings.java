package quorate.app.settings;

import quorate.domain.settings.Settings;

/// What kind of session runs.
///
/// @param mode `backtest`
public record SystemSettings(Mode mode) {
  /// The sessions there are.
  public enum Mode {
    /// Recorded data, simulated broker.
    BACKTEST
  }

  static SystemSettings of(Settings section) {
    return new SystemSettings(section.choice("mode", Mode.class, Mode.BACKTEST));
  }
}

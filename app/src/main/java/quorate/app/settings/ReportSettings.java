package quorate.app.settings;

import quorate.domain.settings.Settings;

/// How results are measured and shown.
///
/// @param riskFreeRatePerYear what money earns without risk, a fraction a year, -0.5 to 1
public record ReportSettings(double riskFreeRatePerYear) {
  static ReportSettings of(Settings section) {
    return new ReportSettings(section.number("risk_free_rate", 0, -0.5, 1));
  }
}

package quorate.research.performance;

/// How performance is measured.
///
/// @param riskFreeRatePerYear what money earns without risk, a fraction a year, above −1
public record PerformanceSettings(double riskFreeRatePerYear) {
  public PerformanceSettings {
    if (!(riskFreeRatePerYear > -1) || Double.isInfinite(riskFreeRatePerYear)) {
      throw new IllegalArgumentException(
          "risk-free rate must be finite and above -1 a year, but was " + riskFreeRatePerYear);
    }
  }

  /// No risk-free return: the usual convention for futures and crypto, where cash earns nothing
  /// here.
  public static PerformanceSettings defaults() {
    return new PerformanceSettings(0);
  }

  double riskFreePerPeriod(double periodsPerYear) {
    return Math.pow(1 + riskFreeRatePerYear, 1 / periodsPerYear) - 1;
  }
}

package quorate.research.performance;

/// How a figure is defined, in words that a report shows a click away.
///
/// @param name for a heading
/// @param meaning one plain sentence
/// @param formula as text
/// @param unit of the value
/// @param annualisation how it is made comparable between runs of different length, or that it is
///   not
/// @param source paper, book or library that defines it so
public record MetricDefinition(
    String name, String meaning, String formula, Unit unit, String annualisation, String source) {

  /// What a value counts; decides how it is written.
  public enum Unit {
    FRACTION("fraction, shown as percent"),
    RATIO("ratio"),
    MONEY("base currency"),
    MULTIPLE_OF_RISK("R, multiples of the risk taken"),
    COUNT("count"),
    SECONDS("time"),
    YEARS("years");

    private final String label;

    Unit(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}

package quorate.features.macro;

import java.util.List;
import java.util.Optional;
import quorate.features.expression.Expression;

/// The macro features that have names, in the order of their subjects.
public final class MacroCatalogue {
  private static final String POINTS = "percentage points";
  private static final String PERCENT = "percent";
  private static final String DEVIATIONS = "standard deviations";

  private static final List<MacroEntry> ENTRIES =
      List.of(
          entry(
              "term_spread",
              "10-year minus 2-year Treasury",
              "minus(dgs10, dgs2)",
              POINTS,
              "Estrella and Mishkin 1998"),
          entry(
              "long_term_spread",
              "30-year minus 10-year Treasury",
              "minus(dgs30, dgs10)",
              POINTS,
              "H.15"),
          entry(
              "policy_spread",
              "2-year Treasury minus federal funds",
              "minus(dgs2, fedfunds)",
              POINTS,
              "H.15; where rates are expected to go"),
          entry(
              "credit_spread",
              "Baa corporate minus 10-year Treasury",
              "minus(dbaa, dgs10)",
              POINTS,
              "Gilchrist and Zakrajšek 2012"),
          entry(
              "default_spread",
              "Baa minus Aaa corporate",
              "minus(dbaa, daaa)",
              POINTS,
              "Fama and French 1989"),
          entry(
              "breakeven_10y",
              "Inflation that 10-year bonds break even at",
              "t10yie",
              PERCENT,
              "FRED T10YIE"),
          entry(
              "breakeven_spread",
              "10-year minus 5-year breakeven inflation",
              "minus(t10yie, t5yie)",
              POINTS,
              "FRED T10YIE, T5YIE"),
          entry(
              "real_rate_10y",
              "10-year Treasury minus its breakeven inflation",
              "minus(dgs10, t10yie)",
              POINTS,
              "Fisher 1930"),
          entry(
              "real_policy_rate",
              "Federal funds minus core inflation",
              "minus(fedfunds, yoy(cpilfesl))",
              POINTS,
              "Taylor 1993"),
          entry("inflation_yoy", "Consumer prices, year on year", "yoy(cpiaucsl)", PERCENT, "BLS"),
          entry(
              "core_inflation_yoy",
              "Consumer prices without food and energy, year on year",
              "yoy(cpilfesl)",
              PERCENT,
              "BLS"),
          entry(
              "core_pce_yoy",
              "Consumption prices without food and energy, year on year",
              "yoy(pcepilfe)",
              PERCENT,
              "BEA"),
          entry(
              "gdp_yoy", "Real gross domestic product, year on year", "yoy(gdpc1)", PERCENT, "BEA"),
          entry(
              "production_yoy",
              "Industrial production, year on year",
              "yoy(indpro)",
              PERCENT,
              "G.17"),
          entry(
              "payrolls_yoy", "Employees on payrolls, year on year", "yoy(payems)", PERCENT, "BLS"),
          entry("retail_yoy", "Retail sales, year on year", "yoy(rsxfs)", PERCENT, "Census Bureau"),
          entry(
              "orders_yoy",
              "Orders of durable goods, year on year",
              "yoy(dgorder)",
              PERCENT,
              "Census Bureau"),
          entry(
              "housing_yoy",
              "Housing starts, year on year",
              "yoy(houst)",
              PERCENT,
              "Census Bureau"),
          entry("openings_yoy", "Job openings, year on year", "yoy(jtsjol)", PERCENT, "BLS"),
          entry("money_yoy", "Money stock M2, year on year", "yoy(m2sl)", PERCENT, "H.6"),
          entry(
              "balance_sheet_yoy",
              "Assets of the Federal Reserve, year on year",
              "yoy(walcl)",
              PERCENT,
              "H.4.1"),
          entry(
              "dollar_yoy",
              "Trade-weighted dollar, year on year",
              "yoy(dtwexbgs)",
              PERCENT,
              "H.10"),
          entry("oil_yoy", "Crude oil, year on year", "yoy(dcoilwtico)", PERCENT, "EIA"),
          entry("unemployment", "Unemployment rate", "unrate", PERCENT, "BLS"),
          entry(
              "unemployment_change",
              "Unemployment rate against twelve months before",
              "change(unrate, 12)",
              POINTS,
              "BLS"),
          entry(
              "inflation_surprise",
              "Monthly inflation against the twelve before",
              "surprise(growth(cpiaucsl), 12)",
              DEVIATIONS,
              "definitions: macro"),
          entry(
              "payrolls_surprise",
              "New payrolls against the twelve months before",
              "surprise(change(payems), 12)",
              DEVIATIONS,
              "definitions: macro"),
          entry(
              "unemployment_surprise",
              "Change of unemployment against the twelve before",
              "surprise(change(unrate), 12)",
              DEVIATIONS,
              "definitions: macro"),
          entry(
              "claims_surprise",
              "Claims of unemployment against half a year before",
              "surprise(icsa, 26)",
              DEVIATIONS,
              "definitions: macro"),
          entry(
              "production_surprise",
              "Growth of production against the twelve months before",
              "surprise(growth(indpro), 12)",
              DEVIATIONS,
              "definitions: macro"),
          entry(
              "retail_surprise",
              "Growth of retail sales against the twelve months before",
              "surprise(growth(rsxfs), 12)",
              DEVIATIONS,
              "definitions: macro"),
          entry("volatility_index", "VIX", "vixcls", "percent a year", "Cboe"),
          entry(
              "volatility_surprise",
              "VIX against the 60 days before",
              "surprise(vixcls, 60)",
              DEVIATIONS,
              "definitions: macro"),
          entry(
              "recession",
              "1 in a recession as the NBER dates it, known long after",
              "usrec",
              "0 or 1",
              "NBER"));

  private MacroCatalogue() {}

  /// All of them.
  public static List<MacroEntry> entries() {
    return ENTRIES;
  }

  /// Their names.
  public static List<String> names() {
    return ENTRIES.stream().map(MacroEntry::name).toList();
  }

  /// The one of this name.
  public static Optional<MacroEntry> find(String name) {
    return ENTRIES.stream().filter(entry -> entry.name().equals(name)).findFirst();
  }

  private static MacroEntry entry(
      String name, String title, String formula, String unit, String source) {
    return new MacroEntry(name, title, Expression.parse(formula).text(), unit, source);
  }
}

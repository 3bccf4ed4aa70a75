package quorate.research.report;

import quorate.research.page.Markup;

/// What the result rests on: assumptions and settings.
final class AssumptionsSection {
  private AssumptionsSection() {}

  static void write(RunReport report, Markup page) {
    page.open("section", "aria-labelledby", "assumptions-h");
    page.element("h2", "What this rests on", "id", "assumptions-h");
    page.open("ul", "class", "assumptions");
    for (String assumption : report.assumptions()) {
      page.element("li", assumption);
    }
    page.element("li", report.performance().sampling().sentence());
    page.element("li", "Past results of a rule, even honest ones, do not promise later ones.");
    page.close();
    if (!report.settings().isEmpty()) {
      page.open("details", "class", "wide").open("summary");
      page.element("span", "Settings that shaped the result", "class", "name");
      page.close().open("dl", "class", "settings");
      for (RunReport.Setting setting : report.settings()) {
        page.open("div").element("dt", setting.key()).element("dd", setting.value()).close();
      }
      page.close().close();
    }
    page.close().line();
  }
}

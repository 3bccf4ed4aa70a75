package quorate.research.page;

import java.util.List;
import java.util.Locale;

/// The common skeleton of a chart: the plot, its grid and the labels of both axes, all placed in
/// percent.
final class Frame {
  /// Units across and down a plot's inner drawing, fine enough for any screen.
  static final int UNITS = 10_000;

  /// A label of the horizontal axis.
  ///
  /// @param fromLeft share of the width
  /// @param text what it says
  record Label(double fromLeft, String text) {}

  private Frame() {}

  /// Opens a plot and draws its grid; the caller draws inside the open `svg` and then calls [#end].
  ///
  /// @param style class of the plot, which decides its height
  /// @param data id of the numbers that a script may use
  static void begin(
      Markup page, Plot plot, String style, String data, ValueAxis axis, List<Label> labels) {
    page.open("div", "class", "frame " + style);
    page.open("div", "class", "plot", "data-chart", style, "data-numbers", data);
    page.open("svg", "role", "img", "aria-labelledby", plot.id() + "-t " + plot.id() + "-d");
    page.element("title", plot.title(), "id", plot.id() + "-t");
    page.element("desc", plot.description(), "id", plot.id() + "-d");
    page.open("g", "class", "grid");
    for (double mark : axis.marks()) {
      String y = percent(axis.fromTop(mark));
      page.empty("line", "x1", "0", "x2", "100%", "y1", y, "y2", y);
    }
    for (Label label : labels) {
      String x = percent(label.fromLeft());
      page.empty("line", "x1", x, "x2", x, "y1", "0", "y2", "100%");
    }
    page.close();
  }

  /// What a chart is called.
  ///
  /// @param id unique on the page
  /// @param title short
  /// @param description the picture in words, for those who cannot see it
  record Plot(String id, String title, String description) {}

  /// The stretched drawing inside a plot: 0…[#UNITS] in both directions.
  static void openDrawing(Markup page) {
    page.open(
        "svg",
        "class",
        "drawing",
        "viewBox",
        "0 0 " + UNITS + " " + UNITS,
        "preserveAspectRatio",
        "none",
        "width",
        "100%",
        "height",
        "100%",
        "aria-hidden",
        "true");
  }

  /// Closes the plot and writes the labels beside and below it.
  static void end(Markup page, List<Label> across, List<Label> down) {
    page.close();
    page.open("div", "class", "cursor", "hidden", "hidden").close();
    page.open("div", "class", "tip", "hidden", "hidden").close();
    page.close();
    page.open("div", "class", "y", "aria-hidden", "true");
    for (Label label : down) {
      page.element("span", label.text(), "style", "top:" + percent(label.fromLeft()));
    }
    page.close();
    page.open("div", "class", "x", "aria-hidden", "true");
    for (int i = 0; i < across.size(); i++) {
      Label label = across.get(i);
      page.element(
          "span",
          label.text(),
          "class",
          place(label.fromLeft()) + (i % 2 == 1 ? "odd" : "even"),
          "style",
          "left:" + percent(label.fromLeft()));
    }
    page.close();
    page.close().line();
  }

  /// Labels at the edges stay inside the plot.
  private static String place(double fromLeft) {
    return fromLeft < 0.03 ? "first " : fromLeft > 0.97 ? "last " : "";
  }

  static String percent(double share) {
    String text = String.format(Locale.ROOT, "%.2f", share * 100);
    return text + "%";
  }

  /// A share of the width or height as a unit of the drawing.
  static long units(double share) {
    return Math.round(share * UNITS);
  }
}

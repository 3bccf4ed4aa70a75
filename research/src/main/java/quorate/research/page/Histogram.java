package quorate.research.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// How often returns of each size occurred.
public final class Histogram {
  private static final int BINS = 31;

  private Histogram() {}

  /// @param id unique on the page
  /// @param title short
  /// @param description in words
  /// @param values fractions, at least one
  public static void draw(
      Markup page, String id, String title, String description, double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    // Bins are as wide as 99 % of the values need; the outermost hold what lies beyond.
    double reach =
        Math.max(
            Math.abs(sorted[(int) (0.005 * (sorted.length - 1))]),
            Math.abs(sorted[(int) Math.ceil(0.995 * (sorted.length - 1))]));
    double width = 2 * Math.max(reach, 1e-6) / BINS;
    int[] counts = new int[BINS];
    for (double value : values) {
      int bin = (int) Math.floor(value / width + BINS / 2.0);
      counts[Math.clamp(bin, 0, BINS - 1)]++;
    }
    int most = Arrays.stream(counts).max().orElse(1);
    ValueAxis axis = ValueAxis.exactly(0, most * 1.08);
    ValueAxis along = ValueAxis.exactly(-width * BINS / 2, width * BINS / 2);
    List<Frame.Label> across = new ArrayList<>();
    for (double mark : along.marks()) {
      across.add(
          new Frame.Label(
              1 - along.fromTop(mark),
              Figures.number(mark * 100, Math.max(0, along.places() - 2)) + "%"));
    }
    List<Frame.Label> down = new ArrayList<>();
    for (double mark : axis.marks()) {
      if (mark == Math.rint(mark)) {
        down.add(new Frame.Label(axis.fromTop(mark), Figures.count(mark)));
      }
    }
    Frame.begin(page, new Frame.Plot(id, title, description), "bins", "", axis, across);
    for (int bin = 0; bin < BINS; bin++) {
      if (counts[bin] > 0) {
        bar(page, bin, counts[bin], width, axis);
      }
    }
    Frame.end(page, across, down);
  }

  private static void bar(Markup page, int bin, int count, double width, ValueAxis axis) {
    double from = (bin - BINS / 2.0) * width;
    String style = bin == BINS / 2 ? "even" : bin > BINS / 2 ? "gain" : "loss";
    double top = axis.fromTop(count);
    page.open(
        "rect",
        "class",
        "bin " + style,
        "x",
        Frame.percent((bin + 0.06) / BINS),
        "width",
        Frame.percent(0.88 / BINS),
        "y",
        Frame.percent(top),
        "height",
        Frame.percent(1 - top));
    page.element(
        "title",
        String.format(
            Locale.ROOT,
            "%s to %s: %,d",
            Figures.signedPercent(from),
            Figures.signedPercent(from + width),
            count));
    page.close();
  }
}

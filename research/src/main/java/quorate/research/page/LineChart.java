package quorate.research.page;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Lines over time: the account beside its benchmark, or the fall from the peak.
///
/// Each line is reduced to at most [#MOST_POINTS] points by largest triangles.
///
/// @param id unique on the page
/// @param title short
/// @param description in words, for those who cannot see it
/// @param lines at least one, drawn in order, so that the last lies on top
/// @param unit of the values
/// @param shaded whether the area between the first line and 0 is filled
/// @param zone of the labels
public record LineChart(
    String id,
    String title,
    String description,
    List<Line> lines,
    Unit unit,
    boolean shaded,
    ZoneId zone) {

  /// Points that a line keeps.
  public static final int MOST_POINTS = 1200;

  /// How values are written.
  public enum Unit {
    MONEY,
    PERCENT
  }

  /// One line.
  ///
  /// @param name for the legend
  /// @param style its class in the style sheet
  /// @param numbers its points, reduced already
  public record Line(String name, String style, Numbers numbers) {
    public static Line of(String name, String style, long[] timesNs, double[] values) {
      return new Line(name, style, Numbers.of(timesNs, values));
    }
  }

  /// Points of a line, reduced.
  public static final class Numbers {
    private final long[] timesNs;
    private final double[] values;

    private Numbers(long[] timesNs, double[] values) {
      this.timesNs = timesNs;
      this.values = values;
    }

    static Numbers of(long[] timesNs, double[] values) {
      int[] kept = Downsampling.largestTriangles(timesNs, values, MOST_POINTS);
      return new Numbers(
          Arrays.stream(kept).mapToLong(i -> timesNs[i]).toArray(),
          Arrays.stream(kept).mapToDouble(i -> values[i]).toArray());
    }
  }

  public LineChart {
    lines = List.copyOf(lines);
  }

  public void draw(Markup page) {
    long fromNs = lines.stream().mapToLong(l -> l.numbers().timesNs[0]).min().orElseThrow();
    long toNs =
        lines.stream()
            .mapToLong(l -> l.numbers().timesNs[l.numbers().timesNs.length - 1])
            .max()
            .orElseThrow();
    double spanNs = Math.max(1, toNs - fromNs);
    ValueAxis axis = axis();
    List<Frame.Label> across = new ArrayList<>();
    for (TimeAxis.Mark mark : TimeAxis.marks(fromNs, toNs, zone)) {
      across.add(new Frame.Label((mark.timeNs() - fromNs) / spanNs, mark.label()));
    }
    List<Frame.Label> down = new ArrayList<>();
    for (double mark : axis.marks()) {
      down.add(new Frame.Label(axis.fromTop(mark), written(mark, axis.places())));
    }
    Frame.begin(
        page,
        new Frame.Plot(id, title, description),
        shaded ? "low lines" : "lines",
        id + "-numbers",
        axis,
        across);
    Frame.openDrawing(page);
    for (Line line : lines) {
      String path = path(line.numbers(), fromNs, spanNs, axis);
      if (shaded) {
        long zero = Frame.units(axis.fromTop(0));
        page.empty("path", "class", "area " + line.style(), "d", path + "V" + zero + "H0Z");
      }
      page.empty("path", "class", "line " + line.style(), "d", path);
    }
    page.close();
    Frame.end(page, across, down);
    page.data(id + "-numbers", json(fromNs, toNs)).line();
  }

  private ValueAxis axis() {
    double low = Double.MAX_VALUE;
    double high = -Double.MAX_VALUE;
    for (Line line : lines) {
      for (double value : line.numbers().values) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    if (shaded) {
      double lowest = Math.min(low, -0.001);
      return ValueAxis.exactly(lowest * 1.06, 0);
    }
    return ValueAxis.around(low, high);
  }

  private String written(double value, int places) {
    return switch (unit) {
      case MONEY -> Figures.number(value, Math.min(places, 2));
      case PERCENT -> Figures.number(value * 100, Math.max(0, places - 2)) + "%";
    };
  }

  private static String path(Numbers numbers, long fromNs, double spanNs, ValueAxis axis) {
    StringBuilder path = new StringBuilder(numbers.values.length * 10);
    for (int i = 0; i < numbers.values.length; i++) {
      path.append(i == 0 ? 'M' : 'L')
          .append(Frame.units((numbers.timesNs[i] - fromNs) / spanNs))
          .append(' ')
          .append(Frame.units(axis.fromTop(numbers.values[i])));
    }
    return path.toString();
  }

  /// `{zone, unit, from, to, lines: [{name, style, t: [seconds, then differences], v: […]}]}`.
  private String json(long fromNs, long toNs) {
    StringBuilder json = new StringBuilder();
    json.append("{\"zone\":").append(Json.text(Figures.zone(zone)));
    json.append(",\"unit\":").append(Json.text(unit.name().toLowerCase(Locale.ROOT)));
    json.append(",\"from\":").append(fromNs / 1e9).append(",\"to\":").append(toNs / 1e9);
    json.append(",\"lines\":[");
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      json.append(i == 0 ? "{" : ",{").append("\"name\":").append(Json.text(line.name()));
      json.append(",\"style\":").append(Json.text(line.style()));
      json.append(",\"t\":").append(Json.secondsByDifference(line.numbers().timesNs));
      json.append(",\"v\":")
          .append(Json.rounded(line.numbers().values, unit == Unit.MONEY ? 2 : 5));
      json.append('}');
    }
    return json.append("]}").toString();
  }
}

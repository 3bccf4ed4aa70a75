package quorate.research.page;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import quorate.research.performance.PriceHistory;

/// The price of one instrument with the trades marked on it; bars side by side, without the gaps of
/// closed markets.
///
/// The picture shows the range of every column and the closes; a script zooms down to the bars that
/// were kept.
///
/// @param id unique on the page
/// @param title short
/// @param description in words, for those who cannot see it
/// @param history bars, at least one
/// @param marks fills, in order of time
/// @param levels stops and targets of trades, drawn by the script when a few bars are shown
/// @param mostBars bars to keep for the script; beyond it they are joined
/// @param mostMarks fills, and levels, to keep; beyond it every n-th is kept
/// @param zone of the labels
public record PriceChart(
    String id,
    String title,
    String description,
    PriceHistory history,
    List<Mark> marks,
    List<Level> levels,
    int mostBars,
    int mostMarks,
    ZoneId zone) {

  /// Columns of the picture that is there without a script.
  static final int COLUMNS = 600;

  /// Columns in which at most one mark of each kind is drawn without a script.
  private static final int MARK_COLUMNS = 120;

  /// A fill on the chart.
  ///
  /// @param timeNs UTC nanoseconds
  /// @param price where
  /// @param buy or sell
  /// @param closing whether it brought the position nearer to zero
  public record Mark(long timeNs, double price, boolean buy, boolean closing) {
    int kind() {
      return (buy ? 0 : 1) + (closing ? 2 : 0);
    }
  }

  /// The stop and the target of a trade, from its first fill to its last.
  ///
  /// @param fromNs UTC nanoseconds
  /// @param toNs UTC nanoseconds
  public record Level(long fromNs, long toNs, double stop, double target) {}

  private static final String[] SHAPES = {"buy", "sell", "buy-close", "sell-close"};

  public PriceChart {
    marks = List.copyOf(marks);
    levels = List.copyOf(levels);
    if (history.size() == 0) {
      throw new IllegalArgumentException(
          "price chart needs at least 1 bar, but had none (instrument \"%s\")"
              .formatted(history.symbol()));
    }
  }

  /// The shapes that marks refer to; once a page.
  public static void defineMarks(Markup page) {
    page.open("svg", "class", "shapes", "width", "0", "height", "0", "aria-hidden", "true");
    page.open("defs");
    page.empty("path", "id", "buy", "class", "mark buy", "d", "M0 3L5.5 13H-5.5Z");
    page.empty("path", "id", "sell", "class", "mark sell", "d", "M0 -3L5.5 -13H-5.5Z");
    page.empty("path", "id", "buy-close", "class", "mark buy hollow", "d", "M0 3L5.5 13H-5.5Z");
    page.empty("path", "id", "sell-close", "class", "mark sell hollow", "d", "M0 -3L5.5 -13H-5.5Z");
    page.close().close().line();
  }

  public void draw(Markup page) {
    JoinedBars bars = JoinedBars.of(history, mostBars);
    ValueAxis axis = ValueAxis.around(bars.lowest(0, bars.size()), bars.highest(0, bars.size()));
    List<Frame.Label> across = new ArrayList<>();
    long[] ends = bars.endsNs();
    double lastPlace = -1;
    for (TimeAxis.Mark mark : TimeAxis.marks(ends[0], ends[ends.length - 1], zone)) {
      double place = (bars.barAt(mark.timeNs()) + 0.5) / bars.size();
      if (place - lastPlace > 0.06) {
        across.add(new Frame.Label(place, mark.label()));
        lastPlace = place;
      }
    }
    List<Frame.Label> down = new ArrayList<>();
    for (double mark : axis.marks()) {
      down.add(
          new Frame.Label(
              axis.fromTop(mark),
              Figures.number(mark, Math.min(axis.places(), history.shownDecimals()))));
    }
    String numbers = id + "-numbers";
    Frame.begin(page, new Frame.Plot(id, title, description), "price", numbers, axis, across);
    Frame.openDrawing(page);
    page.empty("path", "class", "range", "d", range(bars, axis));
    page.empty("path", "class", "line close", "d", closes(bars, axis));
    page.close();
    page.open("g", "class", "marks");
    drawMarks(page, bars, axis);
    page.close();
    Frame.end(page, across, down);
    page.data(numbers, json(bars)).line();
  }

  private static String range(JoinedBars bars, ValueAxis axis) {
    int columns = Math.min(COLUMNS, bars.size());
    StringBuilder upper = new StringBuilder();
    StringBuilder lower = new StringBuilder();
    for (int column = 0; column < columns; column++) {
      int from = Downsampling.bucketStart(column, bars.size(), columns);
      int to = Downsampling.bucketStart(column + 1, bars.size(), columns);
      long x = Frame.units((column + 0.5) / columns);
      upper
          .append(column == 0 ? 'M' : 'L')
          .append(x)
          .append(' ')
          .append(Frame.units(axis.fromTop(bars.highest(from, to))));
      lower.insert(0, "L" + x + " " + Frame.units(axis.fromTop(bars.lowest(from, to))));
    }
    return upper.append(lower).append('Z').toString();
  }

  private static String closes(JoinedBars bars, ValueAxis axis) {
    int columns = Math.min(COLUMNS, bars.size());
    StringBuilder path = new StringBuilder();
    for (int column = 0; column < columns; column++) {
      int last = Downsampling.bucketStart(column + 1, bars.size(), columns) - 1;
      path.append(column == 0 ? 'M' : 'L')
          .append(Frame.units((column + 0.5) / columns))
          .append(' ')
          .append(Frame.units(axis.fromTop(bars.close(last))));
    }
    return path.toString();
  }

  private void drawMarks(Markup page, JoinedBars bars, ValueAxis axis) {
    Set<Integer> taken = new HashSet<>();
    for (Mark mark : marks) {
      double place = (bars.barAt(mark.timeNs()) + 0.5) / bars.size();
      int column = (int) (place * MARK_COLUMNS);
      if (taken.add(column * SHAPES.length + mark.kind())) {
        page.empty(
            "use",
            "href",
            "#" + SHAPES[mark.kind()],
            "x",
            Frame.percent(place),
            "y",
            Frame.percent(axis.fromTop(mark.price())));
      }
    }
  }

  /// `{zone, decimals, t, o, h, l, c, marks: [[bar, price, kind], …], levels: [[first bar, last
  /// bar, stop, target], …]}`: times as in [LineChart]; prices in units of the last decimal place:
  /// c each less the one before, o less the close before, h above and l below open and close.
  private String json(JoinedBars bars) {
    double unit = Math.pow(10, history.shownDecimals());
    StringBuilder open = new StringBuilder();
    StringBuilder high = new StringBuilder();
    StringBuilder low = new StringBuilder();
    StringBuilder close = new StringBuilder();
    long before = 0;
    for (int i = 0; i < bars.size(); i++) {
      String comma = i == 0 ? "" : ",";
      long first = Math.round(bars.open(i) * unit);
      long last = Math.round(bars.close(i) * unit);
      open.append(comma).append(first - before);
      close.append(comma).append(last - before);
      high.append(comma).append(Math.round(bars.high(i) * unit) - Math.max(first, last));
      low.append(comma).append(Math.min(first, last) - Math.round(bars.low(i) * unit));
      before = last;
    }
    StringBuilder json = new StringBuilder("{\"zone\":").append(Json.text(Figures.zone(zone)));
    json.append(",\"decimals\":").append(history.shownDecimals());
    json.append(",\"t\":").append(Json.secondsByDifference(bars.endsNs()));
    json.append(",\"o\":[").append(open).append("],\"h\":[").append(high);
    json.append("],\"l\":[").append(low).append("],\"c\":[").append(close);
    json.append("],\"marks\":[");
    int step = Math.max(1, Math.ceilDiv(marks.size(), mostMarks));
    for (int i = 0; i < marks.size(); i += step) {
      Mark mark = marks.get(i);
      json.append(i == 0 ? "[" : ",[").append(bars.barAt(mark.timeNs())).append(',');
      json.append(Json.rounded(mark.price(), history.shownDecimals())).append(',');
      json.append(mark.kind()).append(']');
    }
    return json.append("],\"levels\":").append(levels(bars)).append('}').toString();
  }

  private String levels(JoinedBars bars) {
    StringBuilder json = new StringBuilder("[");
    int step = Math.max(1, Math.ceilDiv(levels.size(), mostMarks));
    for (int i = 0; i < levels.size(); i += step) {
      Level level = levels.get(i);
      json.append(i == 0 ? "[" : ",[").append(bars.barAt(level.fromNs())).append(',');
      json.append(bars.barAt(level.toNs())).append(',');
      json.append(Json.rounded(level.stop(), history.shownDecimals())).append(',');
      json.append(Json.rounded(level.target(), history.shownDecimals())).append(']');
    }
    return json.append(']').toString();
  }
}

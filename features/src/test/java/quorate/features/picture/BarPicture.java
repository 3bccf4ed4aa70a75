package quorate.features.picture;

import static java.util.Locale.ROOT;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import quorate.features.indicator.BarView;

/// A drawing of bars and of what indicators make of them: panels one below the other over a common
/// axis of times, as SVG.
final class BarPicture {
  private static final int WIDTH = 960;
  private static final int LEFT = 16;
  private static final int RIGHT = 64;
  private static final int TITLE = 58;
  private static final int CAPTION = 34;
  private static final int AXIS = 34;

  /// A session of fewer bars has no room for its day.
  private static final int NAME_BARS = 16;

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", ROOT);
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", ROOT);

  private final String title;
  private final String subtitle;
  private final List<BarView> bars;
  private final ZoneId zone;
  private final List<Panel> panels = new ArrayList<>();
  private double bottom = TITLE;

  /// @param zone in which times are written
  BarPicture(String title, String subtitle, List<BarView> bars, ZoneId zone) {
    this.title = title;
    this.subtitle = subtitle;
    this.bars = bars;
    this.zone = zone;
  }

  /// A panel below those there are.
  Panel panel(double height, double low, double high) {
    double top = bottom + CAPTION;
    bottom = top + height;
    Panel panel =
        new Panel(bars.size(), LEFT, (double) WIDTH - LEFT - RIGHT, top, height, low, high);
    panels.add(panel);
    return panel;
  }

  /// A panel for prices, from a little below the lowest of the bars to a little above the highest.
  Panel prices(double height) {
    double low = bars.stream().mapToDouble(BarView::low).min().orElseThrow();
    double high = bars.stream().mapToDouble(BarView::high).max().orElseThrow();
    double room = 0.05 * (high - low);
    return panel(height, low - room, high + room);
  }

  /// The bars' own prices, `double[open, high, low, close][bar]`.
  double[][] ohlc() {
    double[][] prices = new double[4][bars.size()];
    Arrays.setAll(prices[0], i -> bars.get(i).open());
    Arrays.setAll(prices[1], i -> bars.get(i).high());
    Arrays.setAll(prices[2], i -> bars.get(i).low());
    Arrays.setAll(prices[3], i -> bars.get(i).close());
    return prices;
  }

  /// The picture.
  ///
  /// @param everyHours hours between the times below it; with 24 the sessions' days stand there
  String svg(int everyHours) {
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            ROOT,
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %.0f' font-family='system-ui,"
                + " sans-serif' font-size='12.5' fill='#4a4f57' role='img'>%n",
            WIDTH,
            bottom + AXIS));
    svg.append(String.format(ROOT, "<title>%s</title>%n", title));
    svg.append(
        String.format(
            ROOT, "<rect width='%d' height='%.0f' fill='#fff'/>%n", WIDTH, bottom + AXIS));
    svg.append(
        String.format(
            ROOT,
            "<text x='%d' y='28' font-size='17' font-weight='600' fill='#1d2127'>%s</text>%n",
            LEFT,
            title));
    svg.append(String.format(ROOT, "<text x='%d' y='48'>%s</text>%n", LEFT, subtitle));
    for (int i = 0; i < bars.size(); i++) {
      label(svg, i, everyHours);
    }
    panels.forEach(panel -> svg.append(panel.svg()));
    return svg.append("</svg>\n").toString().replace('\'', '"');
  }

  private void label(StringBuilder svg, int bar, int everyHours) {
    ZonedDateTime start = start(bar);
    boolean days = everyHours == 24;
    boolean begins =
        days
            ? bar == 0 || !session(bar).equals(session(bar - 1))
            : start.getMinute() == 0 && start.getHour() % everyHours == 0;
    if (!begins) {
      return;
    }
    panels.forEach(panel -> panel.divide(bar));
    int nameEnds = bar + NAME_BARS;
    if (days && !(nameEnds < bars.size() && session(nameEnds).equals(session(bar)))) {
      return;
    }
    svg.append(
        String.format(
            ROOT,
            "<text x='%.1f' y='%.1f' text-anchor='%s'>%s</text>%n",
            panels.getFirst().x(bar - 0.5) + (days ? 4 : 0),
            bottom + 20,
            days ? "start" : "middle",
            days ? DAY.format(session(bar)) : HOUR.format(start)));
  }

  /// The day whose session a bar belongs to: it opens at six in the evening before.
  private LocalDate session(int bar) {
    return start(bar).plusHours(6).toLocalDate();
  }

  private ZonedDateTime start(int bar) {
    return Instant.ofEpochSecond(0, bars.get(bar).startNs()).atZone(zone);
  }
}

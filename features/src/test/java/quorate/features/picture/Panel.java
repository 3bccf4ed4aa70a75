package quorate.features.picture;

import static java.util.Locale.ROOT;

/// One field of a [BarPicture]: a scale of values over the bars' places.
///
/// Drawing methods add to it in the order in which they are called, the later above the earlier.
final class Panel {
  static final String UP = "#2a9d8f";
  static final String DOWN = "#d1605e";
  static final String LINE = "#2f5d9b";
  static final String GREY = "#8a8f98";
  private static final String GRID = "#e9ebee";

  private final StringBuilder ground = new StringBuilder();
  private final StringBuilder svg = new StringBuilder();
  private final int bars;
  private final double left;
  private final double width;
  private final double top;
  private final double height;
  private final double low;
  private final double high;

  /// @param bars how many places there are
  /// @param low value at the lower edge
  /// @param high value at the upper edge
  Panel(int bars, double left, double width, double top, double height, double low, double high) {
    this.bars = bars;
    this.left = left;
    this.width = width;
    this.top = top;
    this.height = height;
    this.low = low;
    this.high = high;
  }

  /// Middle of a bar's place.
  double x(double bar) {
    return left + (bar + 0.5) * width / bars;
  }

  double y(double value) {
    return top + (high - value) / (high - low) * height;
  }

  /// Lines across at whole multiples of a step, named at the right.
  Panel grid(double step, String form) {
    for (double value = Math.ceil(low / step) * step; value <= high; value += step) {
      ground.append(
          String.format(
              ROOT,
              "<path d='M%.1f %.1fh%.1f' stroke='%s'/><text x='%.1f' y='%.1f'>%s</text>%n",
              left,
              y(value),
              width,
              GRID,
              left + width + 8,
              y(value) + 4,
              String.format(ROOT, form, value).replace('-', '−')));
    }
    return this;
  }

  /// A line down between two bars' places, below all else.
  Panel divide(int before) {
    ground.append(
        String.format(
            ROOT, "<path d='M%.1f %.1fv%.1f' stroke='%s'/>%n", x(before - 0.5), top, height, GRID));
    return this;
  }

  /// A dashed line across.
  Panel level(double value) {
    svg.append(
        String.format(
            ROOT,
            "<path d='M%.1f %.1fh%.1f' stroke='%s' stroke-dasharray='4 4'/>%n",
            left,
            y(value),
            width,
            GREY));
    return this;
  }

  /// What the panel shows, above its upper left corner.
  Panel caption(String caption) {
    svg.append(
        String.format(
            ROOT, "<text x='%.1f' y='%.1f' font-weight='600'>%s</text>%n", left, top - 8, caption));
    return this;
  }

  /// @param prices `double[open, high, low, close][bar]`
  Panel candles(double[][] prices) {
    for (boolean rising : new boolean[] {true, false}) {
      StringBuilder wicks = new StringBuilder();
      StringBuilder bodies = new StringBuilder();
      for (int i = 0; i < bars; i++) {
        if (prices[3][i] >= prices[0][i] == rising) {
          double half = 0.32 * width / bars;
          double upper = y(Math.max(prices[0][i], prices[3][i]));
          double lower = y(Math.min(prices[0][i], prices[3][i]));
          wicks.append(
              String.format(ROOT, "M%.1f %.1fV%.1f", x(i), y(prices[1][i]), y(prices[2][i])));
          bodies.append(
              String.format(
                  ROOT,
                  "M%.1f %.1fh%.1fv%.1fh%.1fz",
                  x(i) - half,
                  upper,
                  2 * half,
                  Math.max(lower - upper, 0.8),
                  -2 * half));
        }
      }
      String colour = rising ? UP : DOWN;
      svg.append(String.format(ROOT, "<path d='%s' stroke='%s'/>%n", wicks, colour));
      svg.append(String.format(ROOT, "<path d='%s' fill='%s'/>%n", bodies, colour));
    }
    return this;
  }

  /// A line through values; NaN interrupts it.
  Panel line(double[] values, String colour) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < bars; i++) {
      if (!Double.isNaN(values[i])) {
        boolean begins = i == 0 || Double.isNaN(values[i - 1]);
        path.append(String.format(ROOT, "%s%.1f %.1f", begins ? "M" : "L", x(i), y(values[i])));
      }
    }
    svg.append(
        String.format(
            ROOT,
            "<path d='%s' fill='none' stroke='%s' stroke-width='1.8' stroke-linejoin='round'/>%n",
            path,
            colour));
    return this;
  }

  /// A rectangle from one bar to another, between two values.
  Panel zone(int from, int to, double lower, double upper, String colour) {
    svg.append(
        String.format(
            ROOT,
            "<path d='M%.1f %.1fH%.1fV%.1fH%.1fz' fill='%s' fill-opacity='.22'/>%n",
            x(from),
            y(upper),
            x(to),
            y(lower),
            x(from),
            colour));
    return this;
  }

  /// An arrow that points at a price from below (up) or from above (down).
  Panel arrow(int bar, double price, boolean up) {
    double away = up ? 1 : -1;
    double tip = y(price) + 5 * away;
    svg.append(
        String.format(
            ROOT,
            "<path d='M%.1f %.1fl5 %.1fh-10z' fill='%s' stroke='#fff' stroke-width='.8'/>%n",
            x(bar),
            tip,
            9 * away,
            up ? UP : DOWN));
    return this;
  }

  /// A dot at each value that is above 0, filled or a ring.
  Panel dots(double[] values, boolean[] filled, String colour) {
    for (int i = 0; i < bars; i++) {
      if (values[i] > 0) {
        svg.append(
            String.format(
                ROOT,
                "<circle cx='%.1f' cy='%.1f' r='3.4' fill='%s' stroke='%s' stroke-width='1.4'/>%n",
                x(i),
                y(values[i]),
                filled[i] ? colour : "#fff",
                colour));
      }
    }
    return this;
  }

  /// A bar from the left edge towards the right.
  ///
  /// @param lower its lower edge, a value
  /// @param upper its upper edge, a value
  /// @param places how many bars' places it is long
  Panel beam(double lower, double upper, double places, String colour) {
    svg.append(
        String.format(
            ROOT,
            "<path d='M%.1f %.2fh%.1fV%.2fh%.1fz' fill='%s'/>%n",
            left,
            y(upper),
            places * width / bars,
            y(lower),
            -places * width / bars,
            colour));
    return this;
  }

  String svg() {
    return ground.append(svg).toString();
  }
}

package quorate.features.observation;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import quorate.domain.Timeframe;
import quorate.features.indicator.BarView;
import quorate.features.indicator.FinerBars;
import quorate.features.indicator.FollowsTrades;
import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;
import quorate.features.surroundings.Lookout;
import quorate.features.surroundings.Surroundings;

/// The features of one instrument and one timeframe: every column that anyone wants to see, equal
/// parts computed once.
///
/// Columns are added before the first bar. An update costs what its indicators cost and allocates
/// nothing. One thread owns a set; other threads read observations, not the set.
public final class FeatureSet implements Stateful {
  private final Timeframe timeframe;
  private final Nodes nodes;
  private final Lookout lookout;
  private final List<String> names = new ArrayList<>();
  private Node[] columns = {};
  private Node[] steps = {};
  private FinerBars[] lookingInside = {};
  private FollowsTrades[] followingTrades = {};
  private long bars;
  private long asOfNs = Long.MIN_VALUE;

  /// Features whose day is UTC's.
  ///
  /// @param timeframe of the bars it is updated with
  /// @param expressions the first columns, in order
  /// @throws IllegalArgumentException when an expression is wrong; the message says where
  public FeatureSet(Timeframe timeframe, String... expressions) {
    this(timeframe, ZoneOffset.UTC, expressions);
  }

  /// Features of an instrument without surroundings.
  ///
  /// @param timeframe of the bars it is updated with
  /// @param zone of the exchange, whose time of day can be a feature
  /// @param expressions the first columns, in order
  /// @throws IllegalArgumentException when an expression is wrong; the message says where
  public FeatureSet(Timeframe timeframe, ZoneId zone, String... expressions) {
    this(timeframe, zone, Surroundings.none().of(""), expressions);
  }

  /// @param timeframe of the bars it is updated with
  /// @param zone of the exchange, whose time of day can be a feature
  /// @param lookout for `macro(...)` and `text(...)`, of this set alone
  /// @param expressions the first columns, in order
  /// @throws IllegalArgumentException when an expression is wrong; the message says where
  public FeatureSet(Timeframe timeframe, ZoneId zone, Lookout lookout, String... expressions) {
    this.timeframe = timeframe;
    this.lookout = lookout;
    this.nodes = new Nodes(zone, lookout);
    for (String expression : expressions) {
      column(expression);
    }
  }

  /// The number of a column, which is added when it is not there yet.
  ///
  /// @throws IllegalArgumentException when the expression is wrong; the message says where
  /// @throws IllegalStateException when it would be a new column after the first bar
  public int column(String expression) {
    int place = names.indexOf(expression);
    if (place >= 0) {
      return place;
    }
    if (bars > 0) {
      throw new IllegalStateException(
          "columns must be added before the first bar, but \"%s\" came after %d (%s bars)"
              .formatted(expression, bars, timeframe));
    }
    Node node = nodes.of(expression);
    names.add(expression);
    columns = append(columns, node);
    steps = nodes.inOrder().toArray(Node[]::new);
    lookingInside = nodes.those(FinerBars.class).toArray(FinerBars[]::new);
    followingTrades = nodes.those(FollowsTrades.class).toArray(FollowsTrades[]::new);
    return columns.length - 1;
  }

  private static Node[] append(Node[] columns, Node node) {
    List<Node> longer = new ArrayList<>(List.of(columns));
    longer.add(node);
    return longer.toArray(Node[]::new);
  }

  /// Takes a finished bar of a shorter timeframe, within the bar that is growing.
  public void finer(BarView bar) {
    for (FinerBars indicator : lookingInside) {
      indicator.finer(bar);
    }
  }

  /// Whether any feature looks at single trades.
  public boolean followsTrades() {
    return followingTrades.length > 0;
  }

  /// Takes a trade within the bar that is growing.
  ///
  /// @param tick smallest step of the prices, 0 where there is none
  public void trade(double price, double volume, double tick) {
    for (FollowsTrades indicator : followingTrades) {
      indicator.trade(price, volume, tick);
    }
  }

  /// Takes the next finished bar.
  ///
  /// @throws IllegalArgumentException when it ends before the last one or holds no finite number
  public void update(BarView bar) {
    long endNs = bar.endNs();
    if (endNs < asOfNs || (endNs == asOfNs && timeframe.isTime())) {
      throw new IllegalArgumentException(
          "bars must come once each and in the order of their ends, but one that ends at %d came after %d (%s bars); sort them, and leave out what is there twice"
              .formatted(endNs, asOfNs, timeframe));
    }
    checkFinite(bar);
    if (lookout.isUsed()) {
      lookout.close(bar.startNs(), endNs);
    }
    for (Node step : steps) {
      step.update(bar);
    }
    asOfNs = endNs;
    bars++;
  }

  /// A number that is none would stay in running sums for ever, and be worse than an error.
  private void checkFinite(BarView bar) {
    double all = bar.open() + bar.high() + bar.low() + bar.close() + bar.volume();
    if (!(Math.abs(all) < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "a bar must hold finite numbers, but one that ends at %d had open %s, high %s, low %s, close %s, volume %s (%s bars); repair or leave it out"
              .formatted(
                  bar.endNs(),
                  bar.open(),
                  bar.high(),
                  bar.low(),
                  bar.close(),
                  bar.volume(),
                  timeframe));
    }
  }

  /// A column's value after the last bar; only meaningful when it is [#ready(int)].
  public double value(int column) {
    return columns[column].value;
  }

  /// Whether a column has seen enough bars; once so it stays so.
  public boolean ready(int column) {
    return columns[column].ready;
  }

  /// Whether every column is ready.
  public boolean ready() {
    for (Node column : columns) {
      if (!column.ready) {
        return false;
      }
    }
    return true;
  }

  /// After how many bars a column is ready, at the earliest if an indicator's warm-up varies.
  public int warmUp(int column) {
    return columns[column].warmUp;
  }

  /// After how many bars every column is ready, at the earliest if an indicator's warm-up varies.
  public int warmUp() {
    int longest = 0;
    for (Node column : columns) {
      longest = Math.max(longest, column.warmUp);
    }
    return longest;
  }

  public Timeframe timeframe() {
    return timeframe;
  }

  /// The columns as they were asked for, in order.
  public List<String> columns() {
    return List.copyOf(names);
  }

  /// How many bars it has seen.
  public long bars() {
    return bars;
  }

  /// End of the last bar, UTC nanoseconds; `Long.MIN_VALUE` before the first.
  public long asOfNs() {
    return asOfNs;
  }

  @Override
  public void state(StateCodec codec) {
    codec.mark(timeframe + " bars: " + names);
    bars = codec.whole(bars);
    asOfNs = codec.whole(asOfNs);
    if (lookout.isUsed()) {
      lookout.state(codec);
    }
    for (Node step : steps) {
      step.state(codec);
    }
  }

  Node node(int column) {
    return columns[column];
  }
}

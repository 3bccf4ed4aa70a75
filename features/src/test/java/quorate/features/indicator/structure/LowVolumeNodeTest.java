package quorate.features.indicator.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import quorate.domain.BarFlags;
import quorate.domain.chance.Philox;
import quorate.domain.property.ForAll;
import quorate.features.indicator.BarView;
import quorate.features.indicator.MutableBar;
import quorate.features.indicator.volatility.Atr;
import quorate.features.naive.NaiveLowVolumeNode;
import quorate.features.naive.NaiveVolumeProfile;
import quorate.features.series.CoarserBars;
import quorate.features.series.SyntheticBars;
import quorate.features.state.StateCodec;

class LowVolumeNodeTest {
  private static final int INSIDE = 6;
  private static final double TICK = 0.05;

  private final MutableBar bar = new MutableBar();

  /// So many bars, an ATR of the last true range alone, everything else as usual.
  private static LowVolumeNode node(int window) {
    return new LowVolumeNode(
        new LowVolumeNode.Settings(
            window, 1, 20, 2, 0.3, 0.05, 0.95, 0.4, 0.3, 0.2, 0.1, 5, 3, 20, 60));
  }

  private MutableBar bar(double low, double high, double close, double volume) {
    return bar.prices(close, high, low, close).volume(volume).tick(1);
  }

  private LowVolumeNode following(double[][] bars) {
    LowVolumeNode node = node(bars.length);
    for (double[] one : bars) {
      node.update(bar(one[0], one[1], one[2], one[3]));
    }
    return node;
  }

  /// The example of the page: low, high, close, volume; the tick is 1.
  ///
  /// The last true range is 6, a twentieth of it less than a tick: bins are 1 wide. Raw volumes
  /// from 100 on: 20, 22, 12, 2, 10, 30, 40, 34, 4, 4, 4; smoothed, times four: 82, 76, 48, 26, 52,
  /// 110, 144, 112, 46, 16, 16. 103 is a node: 26 < 48, 26 ≤ 52, 26 ≤ 0.3 · 144, share 232/728 = 32
  /// %. 109 is none, for its share is 712/728 = 98 %.
  ///
  /// Bars 5 and 8 come to 104, 0.5 from the price 103.5, and close above it as the bars before
  /// them: two touches. Bar 3 crosses it. After bar 5 the next three bars reach 108, 4.5 above the
  /// price, 0.75 ATR; bar 8 is too young to judge. It was one bar ago.
  @Test
  void isThePriceThatTheMarketPassedQuickly() {
    LowVolumeNode node =
        following(
            new double[][] {
              {100, 103, 102, 30},
              {100, 102, 101, 20},
              {101, 107, 106, 12},
              {105, 108, 107, 36},
              {104, 108, 106, 16},
              {106, 108, 107, 20},
              {105, 108, 107, 12},
              {104, 107, 105, 12},
              {105, 111, 107, 24}
            });

    assertThat(node.value()).isEqualTo(103.5);
    assertThat(node.value(1))
        .isCloseTo(
            40 * (1 - 26 / 144.0) + 30 * 2 / 5.0 + 20 * 0.75 + 10 * Math.exp(-1 / 20.0),
            within(1e-12))
        .isCloseTo(69.290072, within(1e-6));
    assertThat(node.value(2)).isEqualTo(3.5 / 6);
    assertThat(node.value(3)).isEqualTo(1);
  }

  /// Volume at 100, 105 and 110; nodes are the first of the empty bins above each, 102 and 107, in
  /// the middle of which the close lies.
  @Test
  void isTheLowerOfTwoThatAreEquallyNear() {
    double[][] bars = {
      {100, 100, 100, 10}, {105, 105, 105, 10}, {110, 110, 110, 10}, {104, 106, 105, 0}
    };

    assertThat(following(bars).value()).isEqualTo(102.5);

    bars[3] = new double[] {104, 106, 106, 0};
    assertThat(following(bars).value()).isEqualTo(107.5);
  }

  /// Raw 10, 0, x, 0, 10: smoothed and times four 30, 10 + x, 2x, 10 + x, 30. The middle one is a
  /// node from neighbours above it, x < 10, and while 2x ≤ 0.3 · 30.
  @Test
  void isAtMostThirtyPercentOfTheLargestBin() {
    assertThat(strengthWith(4.5)).isPositive();
    assertThat(strengthWith(4.6)).isZero();
  }

  private double strengthWith(double middle) {
    return following(
            new double[][] {{100, 100, 100, 10}, {104, 104, 104, 10}, {102, 102, 102, middle}})
        .value(1);
  }

  /// 96 of 100 lie above or below the empty bins between.
  @Test
  void hasNotNearlyAllVolumeOnOneSide() {
    assertThat(following(new double[][] {{100, 100, 100, 96}, {104, 104, 104, 4}}).value(1))
        .isZero();
    assertThat(following(new double[][] {{100, 100, 100, 4}, {104, 104, 104, 96}}).value(1))
        .isZero();
    assertThat(following(new double[][] {{100, 100, 100, 94}, {104, 104, 104, 6}}).value(1))
        .isPositive();
  }

  @Test
  void isTheCloseWithoutStrengthWhereThereIsNone() {
    LowVolumeNode constant =
        following(new double[][] {{50, 50, 50, 10}, {50, 50, 50, 10}, {50, 50, 50, 10}});
    LowVolumeNode untraded =
        following(new double[][] {{50, 52, 51, 0}, {49, 58, 57, 0}, {53, 57, 55, 0}});

    for (LowVolumeNode none : List.of(constant, untraded)) {
      assertThat(none.ready()).isTrue();
      assertThat(none.value(1)).isZero();
      assertThat(none.value(2)).isZero();
      assertThat(none.value(3)).isZero();
    }
    assertThat(constant.value()).isEqualTo(50);
    assertThat(untraded.value()).isEqualTo(55);
  }

  /// Prices jumped but no bar has a range: the distance in ATR is undefined.
  @Test
  void hasNoDistanceWhereNothingMovesWithinBars() {
    LowVolumeNode node = node(2);
    node.update(bar(100, 100, 100, 10));
    node.update(bar(110, 110, 110, 10).flags(BarFlags.AFTER_GAP));

    assertThat(node.value()).isEqualTo(102.5);
    assertThat(node.value(1)).isEqualTo(40);
    assertThat(node.value(2)).isZero();
  }

  @Test
  void agreesWithItsDefinitionOnFinerBars() {
    ForAll.cases(
        4,
        41,
        chance -> CoarserBars.onTicks(SyntheticBars.of(chance.nextLong(), 1200), TICK),
        finer -> compare(finer, List.of()));
  }

  @Test
  void agreesWithItsDefinitionOnTrades() {
    ForAll.cases(
        4,
        42,
        chance -> CoarserBars.onTicks(SyntheticBars.of(chance.nextLong(), 1200), TICK),
        finer -> compare(finer, trades(finer)));
  }

  /// Price and volume.
  private record Trade(double price, double volume) {}

  /// Of each finer bar: up to thirty trades within it, on ticks; sometimes none.
  private static List<List<Trade>> trades(List<BarView> bars) {
    RandomGenerator chance = Philox.seeded(7);
    List<List<Trade>> all = new ArrayList<>();
    for (BarView one : bars) {
      List<Trade> trades = new ArrayList<>();
      long low = Math.round(one.low() / TICK);
      long high = Math.round(one.high() / TICK);
      for (int i = chance.nextInt(30); i > 0; i--) {
        trades.add(new Trade(chance.nextLong(low, high + 1) * TICK, 1 + chance.nextInt(20)));
      }
      all.add(trades);
    }
    return all;
  }

  /// @param trades by finer bar; empty for none at all
  private static void compare(List<BarView> finer, List<List<Trade>> trades) {
    List<BarView> bars = CoarserBars.of(finer, INSIDE);
    LowVolumeNode node = new LowVolumeNode(LowVolumeNode.Settings.defaults());
    Atr atr = new Atr(14);
    int nodes = 0;
    for (int t = 0; t < bars.size(); t++) {
      feed(node, finer, trades, t);
      node.update(bars.get(t));
      atr.update(bars.get(t));
      if (node.ready()) {
        double[] expected = naive(finer, trades, t, bars.get(t).close(), atr.value());
        for (int output = 0; output < 4; output++) {
          assertThat(node.value(output))
              .as("output %d at bar %d", output, t)
              .isCloseTo(expected[output], within(1e-9));
        }
        nodes += node.value(1) > 0 ? 1 : 0;
      }
    }
    assertThat(nodes).isGreaterThan(20);
  }

  private static void feed(
      LowVolumeNode node, List<BarView> finer, List<List<Trade>> trades, int bar) {
    for (int i = bar * INSIDE; i < (bar + 1) * INSIDE; i++) {
      if (!trades.isEmpty()) {
        for (Trade trade : trades.get(i)) {
          node.trade(trade.price(), trade.volume(), TICK);
        }
      }
      node.finer(finer.get(i));
    }
  }

  private static double[] naive(
      List<BarView> finer, List<List<Trade>> trades, int t, double close, double atr) {
    double width = NaiveVolumeProfile.width(TICK, atr);
    NaiveVolumeProfile profile = new NaiveVolumeProfile(width);
    List<NaiveLowVolumeNode.Bar> window = new ArrayList<>();
    for (int i = (t - 19) * INSIDE; i < (t + 1) * INSIDE; i++) {
      BarView one = finer.get(i);
      if (trades.isEmpty()) {
        profile.bar(one.low(), one.high(), one.volume());
      } else {
        trades.get(i).forEach(trade -> profile.trade(trade.price(), trade.volume()));
      }
      double before = i == 0 ? Double.NaN : finer.get(i - 1).close();
      window.add(new NaiveLowVolumeNode.Bar(one.low(), one.high(), one.close(), before));
    }
    return NaiveLowVolumeNode.of(profile, width, window, close, atr);
  }

  @Test
  void goesOnBitForBitFromAStateSavedWithinABar() {
    List<BarView> finer = CoarserBars.onTicks(SyntheticBars.of(43, 600), TICK);
    List<BarView> bars = CoarserBars.of(finer, INSIDE);
    List<List<Trade>> trades = trades(finer);
    LowVolumeNode whole = new LowVolumeNode(LowVolumeNode.Settings.defaults());
    LowVolumeNode resumed = new LowVolumeNode(LowVolumeNode.Settings.defaults());

    for (int i = 0; i < finer.size(); i++) {
      LowVolumeNode next = new LowVolumeNode(LowVolumeNode.Settings.defaults());
      StateCodec.load(StateCodec.save(resumed), next);
      resumed = next;
      for (LowVolumeNode one : List.of(whole, resumed)) {
        trades.get(i).forEach(trade -> one.trade(trade.price(), trade.volume(), TICK));
        one.finer(finer.get(i));
        if (i % INSIDE == INSIDE - 1) {
          one.update(bars.get(i / INSIDE));
        }
      }
      assertThat(StateCodec.save(resumed)).isEqualTo(StateCodec.save(whole));
      for (int output = 0; output < 4; output++) {
        assertThat(resumed.value(output)).isEqualTo(whole.value(output));
      }
    }
    assertThat(whole.ready()).isTrue();
  }

  @Test
  void allocatesNothingForFinerBarsAndTrades() {
    List<BarView> finer = CoarserBars.onTicks(SyntheticBars.of(44, 600), TICK);
    BarView[] inner = finer.toArray(BarView[]::new);
    BarView[] bars = CoarserBars.of(finer, INSIDE).toArray(BarView[]::new);
    LowVolumeNode node = new LowVolumeNode(LowVolumeNode.Settings.defaults());
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    run(node, inner, bars);
    long least = Long.MAX_VALUE;

    for (int round = 0; round < 5; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      run(node, inner, bars);
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }

    assertThat(least).isZero();
  }

  private static void run(LowVolumeNode node, BarView[] finer, BarView[] bars) {
    for (int i = 0; i < finer.length; i++) {
      node.trade(finer[i].low(), 2, TICK);
      node.trade(finer[i].high(), 3, TICK);
      node.finer(finer[i]);
      if (i % INSIDE == INSIDE - 1) {
        node.update(bars[i / INSIDE]);
      }
    }
  }

  @Test
  void refusesSettingsThatMeanNothing() {
    assertThatThrownBy(() -> node(0))
        .hasMessage("window must be at least 1 bar, but was 0 (feature \"low_volume_node\")");
    assertThatThrownBy(() ->
            new LowVolumeNode.Settings(
                20, 14, 20, 2, 0.3, 0.95, 0.05, 0.4, 0.3, 0.2, 0.1, 5, 3, 20, 60))
        .hasMessage(
            "lowest_share must be at most highest_share, 0.05, but was 0.95 (feature"
                + " \"low_volume_node\")");
  }
}

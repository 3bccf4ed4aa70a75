package quorate.features.picture;

import static quorate.features.picture.Shown.assertShown;
import static quorate.features.picture.Shown.at;
import static quorate.features.picture.Shown.part;

import java.io.IOException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import quorate.features.indicator.BarView;
import quorate.features.indicator.profile.VolumeProfile;
import quorate.features.indicator.profile.VolumeWindow;
import quorate.features.indicator.structure.LowVolumeNode;
import quorate.features.indicator.structure.MicrostructureDynamics;
import quorate.features.indicator.volatility.Atr;

/// The pictures of the indicators that look inside their bars. With `-Dquorate.rewrite` they are
/// written instead of compared.
class ProfilePicturesTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final double TICK = 0.25;
  private static final double MS = 1e6;
  private static final double LONGEST_BEAM = 15;
  private static final String NODE = "#e07b00";
  private static final String PROFILE = "#b3c2da";

  /// Nodes by trades, and the profile of the last 20 bars at the end.
  @Test
  void lowVolumeNode() throws IOException {
    List<double[]> trades = EsBars.tradesOfDecember2019();
    List<BarView> finer = EsBars.ofDecember2019(5);
    List<BarView> bars = EsBars.ofDecember2019(30);
    LowVolumeNode node = new LowVolumeNode(LowVolumeNode.Settings.defaults());
    VolumeWindow window = new VolumeWindow(20);
    Atr atr = new Atr(14);
    double[] nodes = new double[bars.size()];
    boolean[] strong = new boolean[bars.size()];
    int trade = 0;
    for (int t = 0; t < nodes.length; t++) {
      BarView bar = bars.get(t);
      for (; trade < trades.size() && trades.get(trade)[0] * MS < bar.endNs(); trade++) {
        node.trade(trades.get(trade)[1], trades.get(trade)[2], TICK);
        window.trade(trades.get(trade)[1], trades.get(trade)[2], TICK);
      }
      inside(finer, bar).forEach(node::finer);
      node.update(bar);
      window.update(bar);
      atr.update(bar);
      nodes[t] = node.value(1) > 0 ? node.value() : 0;
      strong[t] = node.value(3) > 0;
    }
    VolumeProfile profile = new VolumeProfile(2);
    profile.build(window, VolumeProfile.width(bars.getLast(), atr.value(), 20));

    BarPicture picture =
        new BarPicture(
            "Low-volume nodes",
            "E-mini S&amp;P 500, March 2020 contract, 16 December 2019, 30-minute bars, New York time",
            bars,
            NEW_YORK);
    Panel prices =
        picture
            .prices(400)
            .caption(
                "Dots: the node nearest to each close, filled when strong. Left: volume by price of"
                    + " the last 20 bars, in orange the last node")
            .grid(5, "%.0f");
    double half = 0.42 * profile.width();
    for (int bin = 0; bin < profile.bins(); bin++) {
      double price = profile.price(bin);
      prices.beam(
          price - half,
          price + half,
          LONGEST_BEAM * profile.volume(bin) / profile.largest(),
          price == node.value() ? NODE : PROFILE);
    }
    prices.candles(picture.ohlc()).dots(nodes, strong, NODE);

    assertShown("low-volume-node", picture.svg(4));
  }

  /// Five of the twenty numbers over three days.
  @Test
  void microstructureDynamics() throws IOException {
    List<BarView> finer = EsBars.ofAutumn2013(5);
    List<BarView> all = EsBars.ofAutumn2013(30);
    MicrostructureDynamics dynamics =
        new MicrostructureDynamics(MicrostructureDynamics.Settings.defaults());
    double[][] outputs = new double[dynamics.outputs()][all.size()];
    for (int t = 0; t < all.size(); t++) {
      inside(finer, all.get(t)).forEach(dynamics::finer);
      dynamics.update(all.get(t));
      for (int output = 0; output < outputs.length; output++) {
        outputs[output][t] = dynamics.value(output);
      }
    }
    int from = at(all, "2013-10-08T22:00:00Z");
    int to = at(all, "2013-10-14T21:00:00Z");
    BarPicture picture =
        new BarPicture(
            "Market microstructure dynamics",
            "E-mini S&amp;P 500, December 2013 contract, October 2013, 30-minute bars, New York time",
            all.subList(from, to),
            NEW_YORK);

    picture.prices(220).caption("Price").grid(10, "%.0f").candles(picture.ohlc());
    draw(
        picture,
        part(outputs, from, to),
        "s12",
        1,
        2.4,
        1,
        "%.0f",
        "s12, area of price over time: above 0 when rises came late and falls early");
    draw(
        picture,
        part(outputs, from, to),
        "s23",
        1,
        8,
        4,
        "%.0f",
        "s23, area of price and volume: above 0 when a rise of volume followed one of price");
    draw(
        picture,
        part(outputs, from, to),
        "realised_volatility",
        100,
        1.2,
        0.4,
        "%.1f",
        "Realised volatility of ten hours, %");
    draw(
        picture,
        part(outputs, from, to),
        "profile_skewness",
        1,
        4,
        2,
        "%.0f",
        "Skewness of the volume profile: below 0 with most volume at the upper prices");

    assertShown("microstructure-dynamics", picture.svg(24));
  }

  private static void draw(
      BarPicture picture,
      double[][] outputs,
      String name,
      double factor,
      double most,
      double step,
      String form,
      String caption) {
    double[] values =
        Arrays.stream(outputs[MicrostructureDynamics.OUTPUTS.indexOf(name)])
            .map(value -> value * factor)
            .toArray();
    double least = Arrays.stream(values).min().orElseThrow() < 0 ? -most : 0;
    Panel panel = picture.panel(84, least, most).caption(caption).grid(step, form);
    if (least < 0) {
      panel.level(0);
    }
    panel.line(values, Panel.LINE);
  }

  private static List<BarView> inside(List<BarView> finer, BarView bar) {
    return finer.stream()
        .filter(one -> one.startNs() >= bar.startNs() && one.endNs() <= bar.endNs())
        .toList();
  }
}

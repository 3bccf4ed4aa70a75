package quorate.features.picture;

import static quorate.features.picture.Shown.assertShown;
import static quorate.features.picture.Shown.at;
import static quorate.features.picture.Shown.part;

import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import quorate.features.catalogue.IndicatorCatalogue;
import quorate.features.indicator.BarView;
import quorate.features.indicator.Batch;

/// The pictures of the pages show what the code computes from recorded prices. With
/// `-Dquorate.rewrite` they are written instead.
class IndicatorPicturesTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final String DAY =
      "E-mini S&amp;P 500, March 2020 contract, 16 December 2019, 5-minute bars, New York time";
  private static final String WEEK =
      "E-mini S&amp;P 500, December 2013 contract, 30-minute bars, New York time";

  @Test
  void heikenAshi() throws IOException {
    List<BarView> all = EsBars.ofDecember2019(5);
    int from = at(all, "2019-12-16T14:30:00Z");
    int to = at(all, "2019-12-16T21:00:00Z");
    BarPicture picture = new BarPicture("Heiken Ashi", DAY, all.subList(from, to), NEW_YORK);

    picture.prices(210).caption("Bars as traded").grid(5, "%.0f").candles(picture.ohlc());
    picture
        .prices(210)
        .caption("The same bars as Heiken Ashi")
        .grid(5, "%.0f")
        .candles(part(outputs("heiken_ashi", all), from, to));

    assertShown("heiken-ashi", picture.svg(1));
  }

  @Test
  void fairValueGap() throws IOException {
    List<BarView> all = EsBars.ofDecember2019(5);
    int from = at(all, "2019-12-16T13:30:00Z");
    int to = at(all, "2019-12-16T21:00:00Z");
    double[] atr = outputs("atr", all)[0];
    BarPicture picture = new BarPicture("Fair value gaps", DAY, all.subList(from, to), NEW_YORK);

    Panel prices =
        picture
            .prices(360)
            .caption("Zones from the strong bar until they are touched; arrows: mitigation")
            .grid(2.5, "%.1f");
    for (int t = from + 2; t < to; t++) {
      zone(prices, all, t, 0.15 * atr[t - 1], from, to);
    }
    prices.candles(picture.ohlc());
    arrows(prices, picture.ohlc(), part(outputs("fair_value_gap", all), from, to)[7]);

    assertShown("fair-value-gap", picture.svg(1));
  }

  /// The zone that bar t formed, if it did.
  private static void zone(Panel prices, List<BarView> all, int t, double least, int from, int to) {
    BarView bar = all.get(t);
    BarView strong = all.get(t - 1);
    BarView before = all.get(t - 2);
    double size = Math.max(least, 0.25);
    boolean bullish = strong.close() > before.high() && bar.low() - before.high() >= size;
    boolean bearish = strong.close() < before.low() && before.low() - bar.high() >= size;
    if (!bullish && !bearish) {
      return;
    }
    int end = t + 1;
    while (end < to - 1
        && end < t + 50
        && (bullish ? all.get(end).low() > bar.low() : all.get(end).high() < bar.high())) {
      end++;
    }
    double near = bullish ? bar.low() : bar.high();
    double far = bullish ? before.high() : before.low();
    prices.zone(
        t - 1 - from,
        end - from,
        Math.min(near, far),
        Math.max(near, far),
        bullish ? Panel.UP : Panel.DOWN);
  }

  @Test
  void nadarayaWatson() throws IOException {
    List<BarView> all = EsBars.ofAutumn2013(30);
    int from = at(all, "2013-10-08T22:00:00Z");
    int to = at(all, "2013-10-14T21:00:00Z");
    double[][] outputs = part(outputs("nadaraya_watson", all), from, to);
    BarPicture picture =
        new BarPicture(
            "Nadaraya–Watson regression, rational quadratic kernel",
            WEEK,
            all.subList(from, to),
            NEW_YORK);

    Panel prices =
        picture
            .prices(300)
            .caption("Closes smoothed by past bars alone; arrows: turns of at least 0.02 ATR")
            .grid(10, "%.0f")
            .candles(picture.ohlc())
            .line(outputs[0], Panel.LINE);
    arrows(prices, picture.ohlc(), outputs[3]);
    picture
        .panel(110, -0.6, 0.6)
        .caption("Slope, in ATR a bar")
        .grid(0.3, "%.1f")
        .level(0)
        .line(outputs[2], Panel.LINE);

    assertShown("nadaraya-watson", picture.svg(24));
  }

  @Test
  void mlmi() throws IOException {
    List<BarView> all = EsBars.ofAutumn2013(30);
    int from = at(all, "2013-10-29T00:00:00Z");
    int to = all.size();
    double[][] outputs = part(outputs("mlmi", all), from, to);
    BarPicture picture =
        new BarPicture("Machine-learning momentum index", WEEK, all.subList(from, to), NEW_YORK);

    Panel prices =
        picture
            .prices(300)
            .caption("Five of the days there are; arrows: the index comes to 50 and signals")
            .grid(10, "%.0f")
            .candles(picture.ohlc());
    arrows(prices, picture.ohlc(), outputs[1]);
    picture
        .panel(130, 0, 100)
        .caption("Index, 0 to 100")
        .grid(25, "%.0f")
        .level(50)
        .line(outputs[0], Panel.LINE);

    assertShown("mlmi", picture.svg(24));
  }

  private static void arrows(Panel prices, double[][] ohlc, double[] signals) {
    for (int i = 0; i < signals.length; i++) {
      if (signals[i] > 0) {
        prices.arrow(i, ohlc[2][i], true);
      } else if (signals[i] < 0) {
        prices.arrow(i, ohlc[1][i], false);
      }
    }
  }

  private static double[][] outputs(String expression, List<BarView> bars) {
    return Batch.over(IndicatorCatalogue.create(expression), bars);
  }
}

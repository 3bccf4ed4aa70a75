package quorate.features.indicator.pattern;

import java.util.ArrayList;
import java.util.List;
import quorate.features.indicator.BarView;
import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// The last candles of a pattern, their colours, and what they are measured by.
///
/// Taking a candle in costs a few stores where means are worked out when a rule asks for them, and
/// most rules fail before they do. Measures of the same range and window share one mean.
final class Candles implements Stateful {
  private final Candle[] ring;

  /// Those over a window.
  private final MeanRange[] means;

  private final boolean measuresAlways;
  private final int longestWindow;
  private int newest;
  private int colours;

  /// @param count how many candles the pattern looks at, at least 1
  /// @param measuresAlways whether candles are measured when they come, which is quicker for a rule
  ///   that asks at most bars; otherwise when the rule asks
  Candles(
      int count, List<CandleMeasure> measures, CandleSettings settings, boolean measuresAlways) {
    this.measuresAlways = measuresAlways;
    longestWindow = measures.stream().mapToInt(m -> settings.of(m).window()).max().orElse(0);
    ring = new Candle[powerOfTwo(longestWindow + 2 * count)]; // what a mean begun anew looks at
    Measure[] byPlace = new Measure[CandleMeasure.values().length];
    means = means(count, measures, settings, byPlace);
    for (int i = 0; i < ring.length; i++) {
      ring[i] = new Candle(byPlace);
    }
  }

  /// The least power of 2 that is not below a number.
  static int powerOfTwo(int least) {
    return Integer.highestOneBit(2 * least - 1);
  }

  private MeanRange[] means(
      int count, List<CandleMeasure> measures, CandleSettings settings, Measure[] byPlace) {
    List<MeanRange> made = new ArrayList<>();
    List<CandleSetting> madeFor = new ArrayList<>();
    for (CandleMeasure measure : measures) {
      CandleSetting setting = settings.of(measure);
      int place = 0;
      while (place < made.size() && !madeFor.get(place).sharesMeanWith(setting)) {
        place++;
      }
      if (place == made.size()) {
        made.add(new MeanRange(setting.range(), setting.window(), count, this));
        madeFor.add(setting);
      }
      byPlace[measure.place()] = new Measure(made.get(place), setting);
    }
    return made.stream().filter(mean -> mean.window() > 0).toArray(MeanRange[]::new);
  }

  void update(BarView bar) {
    newest++;
    colours = colours << 1 | at(newest).set(bar, newest);
    if (measuresAlways) {
      measure();
    }
  }

  /// Works the first two means out, and more when a rule asks. Written out, for a loop of one or
  /// two turns costs more than what it does.
  private void measure() {
    if (means.length > 0) {
      means[0].step();
    }
    if (means.length > 1) {
      means[1].step();
    }
  }

  /// The candle of so many bars ago.
  ///
  /// @param bars 0 for the newest; less than the count
  Candle ago(int bars) {
    return at(newest - bars);
  }

  /// The candle of a time, which counts the candles.
  Candle at(int time) {
    return ring[time & (ring.length - 1)];
  }

  boolean have(Colours wanted) {
    return (wanted.admitted() >>> colours & 1) != 0; // by the last five bits of the colours
  }

  /// The longest window of the pattern's measures, 0 without any.
  int longestWindow() {
    return longestWindow;
  }

  @Override
  public void state(StateCodec codec) {
    for (Candle candle : ring) {
      candle.state(codec);
    }
    for (MeanRange mean : means) {
      mean.state(codec);
    }
    newest = (int) codec.whole(newest);
    colours = (int) codec.whole(colours);
  }
}

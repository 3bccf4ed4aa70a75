package quorate.features.observation;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import quorate.domain.Bar;
import quorate.domain.Instrument;
import quorate.domain.Observation;
import quorate.domain.Timeframe;
import quorate.domain.View;
import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;
import quorate.features.surroundings.Surroundings;

/// Everything that is looked at of one instrument, in any number of timeframes at once.
///
/// Bars come as they close, of those that end together the longer first. A longer bar waits for the
/// bar of the shortest timeframe that ends with it: then the bars inside it are complete, it is
/// taken, and after it the shortest. Where the shortest has none, as in a break, [#settle] takes
/// it, which is to be called when all bars of a moment have come. So whoever looks when a bar of
/// the shortest timeframe has been taken sees one consistent moment, in which every timeframe knows
/// all that has closed. Bars that are no multiple of the shortest, and bars that are no spans of
/// time, are taken as they come.
///
/// Columns and views are added before the first bar. An update allocates nothing but the
/// observations that somebody asks for. One thread updates it; see [ObservationBuilder] for
/// readers.
public final class InstrumentFeatures implements Stateful {
  /// Who is told when a view has a new row.
  @FunctionalInterface
  public interface Watcher {
    /// @param view number of the view, as [#add] gave it
    /// @param newest its observation, complete
    void seen(int view, Observation newest);
  }

  private final int number;
  private final Instrument instrument;
  private final ZoneId zone;
  private final Surroundings surroundings;
  private final List<ObservationBuilder> views = new ArrayList<>();

  /// Longest first.
  private final List<Frame> frames = new ArrayList<>();

  private final double tick;

  /// The newest trade, which waits for the bars that it has closed.
  private long tradeNs;

  private double tradePrice;
  private double tradeVolume;
  private boolean tradeWaits;

  /// Features of an instrument without surroundings.
  ///
  /// @param number of the instrument in the run
  /// @param zone of its exchange, for the time of day
  public InstrumentFeatures(int number, Instrument instrument, ZoneId zone) {
    this(number, instrument, zone, Surroundings.none());
  }

  /// @param number of the instrument in the run
  /// @param zone of its exchange, for the time of day
  /// @param surroundings for `macro(...)` and `text(...)`
  public InstrumentFeatures(
      int number, Instrument instrument, ZoneId zone, Surroundings surroundings) {
    this.number = number;
    this.instrument = instrument;
    this.zone = zone;
    this.surroundings = surroundings;
    this.tick = instrument.priceAsDouble(instrument.tickSize());
  }

  /// Adds a view before the first bar.
  ///
  /// @return its number
  /// @throws IllegalArgumentException when a column is wrong; the message says where
  public int add(View view) {
    Frame frame = frame(view.timeframe());
    ObservationBuilder builder = new ObservationBuilder(number, view, frame.features());
    views.add(builder);
    int place = views.size() - 1;
    frame.views().add(new Frame.Numbered(place, builder));
    return place;
  }

  /// The features of a timeframe, to add single columns before the first bar and to read them.
  public FeatureSet of(Timeframe timeframe) {
    return frame(timeframe).features();
  }

  private Frame frame(Timeframe timeframe) {
    for (Frame frame : frames) {
      if (frame.timeframe().equals(timeframe)) {
        return frame;
      }
    }
    Frame added = new Frame(instrument, timeframe, zone, surroundings.of(instrument.symbol()));
    frames.add(added);
    frames.sort(Comparator.comparingLong((Frame frame) -> length(frame.timeframe())).reversed());
    return added;
  }

  /// Bars that count trading come before all spans of time.
  private static long length(Timeframe timeframe) {
    return timeframe.isTime() ? timeframe.durationNs() : Long.MAX_VALUE;
  }

  /// Whether any feature looks at single trades; without, [#trade] need not be called.
  public boolean followsTrades() {
    for (int i = 0; i < frames.size(); i++) {
      if (frames.get(i).features().followsTrades()) {
        return true;
      }
    }
    return false;
  }

  /// Takes the next trade, before or after the bars that it closes: it belongs to those that grow
  /// from then on, and to a bar that counts trading and that it fills.
  ///
  /// @param timeNs UTC nanoseconds
  /// @param price scaled by the instrument's price scale
  /// @param quantity scaled by the instrument's quantity scale
  public void trade(long timeNs, long price, long quantity) {
    passTradeOn();
    tradeNs = timeNs;
    tradePrice = instrument.priceAsDouble(price);
    tradeVolume = instrument.quantityAsDouble(quantity);
    tradeWaits = true;
  }

  private void passTradeOn() {
    if (tradeWaits) {
      tradeWaits = false;
      for (int i = 0; i < frames.size(); i++) {
        frames.get(i).features().trade(tradePrice, tradeVolume, tick);
      }
    }
  }

  /// Takes the next finished bar of any timeframe; one that nobody looks at changes nothing.
  ///
  /// @return whether a bar of the shortest timeframe was taken, so that everything is up to date
  public boolean update(Bar closed, Watcher watcher) {
    Optional<Frame> found = find(closed.timeframe());
    if (found.isEmpty()) {
      return false;
    }
    boolean within =
        closed.timeframe().isTime() ? tradeNs < closed.endNs() : tradeNs <= closed.endNs();
    if (within) {
      passTradeOn();
    }
    takeThoseBefore(closed.endNs(), watcher);
    Frame frame = found.get();
    Frame shortest = frames.getLast();
    frame.hold(closed);
    if (frame != shortest) {
      if (!shortest.timeframe().divides(frame.timeframe())) {
        take(frame, watcher);
      }
      return false;
    }
    for (int i = 0; i < frames.size() - 1; i++) {
      Frame longer = frames.get(i);
      if (shortest.timeframe().divides(longer.timeframe())) {
        longer.finer(shortest.bar());
        if (longer.waits()) {
          take(longer, watcher);
        }
      }
    }
    take(shortest, watcher);
    return true;
  }

  /// Takes what still waits; to be called when all bars that an event has closed have come, and
  /// before the next event's trade.
  public void settle(Watcher watcher) {
    takeThoseBefore(Long.MAX_VALUE, watcher);
  }

  /// Longer bars that no shorter one ended with.
  private void takeThoseBefore(long endNs, Watcher watcher) {
    for (int i = 0; i < frames.size(); i++) {
      Frame frame = frames.get(i);
      if (frame.waits() && frame.bar().endNs() < endNs) {
        take(frame, watcher);
      }
    }
  }

  private Optional<Frame> find(Timeframe timeframe) {
    for (int i = 0; i < frames.size(); i++) {
      if (frames.get(i).timeframe().equals(timeframe)) {
        return Optional.of(frames.get(i));
      }
    }
    return Optional.empty();
  }

  private void take(Frame frame, Watcher watcher) {
    frame.update();
    List<Frame.Numbered> shown = frame.views();
    for (int i = 0; i < shown.size(); i++) {
      Frame.Numbered view = shown.get(i);
      if (view.builder().ready()) {
        watcher.seen(view.number(), view.builder().observe());
      }
    }
  }

  /// Whether every view has its window full of ready rows; once so it stays so.
  public boolean ready() {
    for (int i = 0; i < views.size(); i++) {
      if (!views.get(i).ready()) {
        return false;
      }
    }
    return true;
  }

  /// One of the views.
  ///
  /// @param view its number
  public ObservationBuilder view(int view) {
    return views.get(view);
  }

  /// All timeframes that are looked at, the longest first.
  public List<Timeframe> timeframes() {
    return frames.stream().map(Frame::timeframe).toList();
  }

  /// To be saved when no bar waits: after [#settle].
  ///
  /// @throws IllegalStateException when one does
  @Override
  public void state(StateCodec codec) {
    for (Frame frame : frames) {
      if (frame.waits()) {
        throw new IllegalStateException(
            "features must be settled before their state is saved or loaded, but a bar of %s waits (%s)"
                .formatted(frame.timeframe(), instrument.symbol()));
      }
    }
    codec.mark("%s of tick %s in %s".formatted(instrument.symbol(), tick, zone));
    tradeNs = codec.whole(tradeNs);
    tradePrice = codec.real(tradePrice);
    tradeVolume = codec.real(tradeVolume);
    tradeWaits = codec.flag(tradeWaits);
    for (Frame frame : frames) {
      frame.state(codec);
    }
  }
}

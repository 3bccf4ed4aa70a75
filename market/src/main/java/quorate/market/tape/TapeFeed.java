package quorate.market.tape;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quorate.domain.EventCursor;
import quorate.domain.Instrument;
import quorate.domain.Instruments;
import quorate.market.feed.Feed;

/// Several tapes of one market, one after the other, as a feed; journal entries on them are
/// skipped.
///
/// The numbers that a tape gives its instruments are translated to those of the run by symbol.
/// Allocates nothing per event.
public final class TapeFeed implements Feed {
  private final List<Path> tapes;
  private final Instruments run;
  private int opened;
  private @Nullable TapeReader reader;
  private int[] numbers = {};
  private long lastNs = Long.MIN_VALUE;

  private TapeFeed(List<Path> tapes, Instruments run) {
    this.tapes = List.copyOf(tapes);
    this.run = run;
  }

  /// @param tapes in the order of their times
  /// @param run instruments of the run, which must contain those of the tapes
  public static TapeFeed of(List<Path> tapes, Instruments run) {
    return new TapeFeed(tapes, run);
  }

  @Override
  public boolean next(EventCursor into) {
    while (true) {
      TapeReader current = reader;
      if (current == null) {
        if (opened == tapes.size()) {
          return false;
        }
        current = open(tapes.get(opened++));
      }
      while (current.next()) {
        if (current.isEvent()) {
          current.event(into);
          into.instrument = numbers[into.instrument];
          inOrder(into.timeNs);
          return true;
        }
      }
      current.close();
      reader = null;
    }
  }

  private TapeReader open(Path tape) {
    TapeReader current = TapeReader.open(tape);
    reader = current;
    List<Instrument> theirs = current.header().instruments().list();
    numbers = new int[theirs.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = run.numberOf(theirs.get(i).symbol());
    }
    return current;
  }

  private void inOrder(long timeNs) {
    if (timeNs < lastNs) {
      throw new TapeException(
          "times on a tape must not go back, but %d came after %d (%s)"
              .formatted(timeNs, lastNs, tapes.get(opened - 1)));
    }
    lastNs = timeNs;
  }

  @Override
  public void close() {
    if (reader != null) {
      reader.close();
      reader = null;
    }
  }
}

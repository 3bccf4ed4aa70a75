package quorate.market.bars;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quorate.domain.EventCursor;
import quorate.domain.Instrument;
import quorate.domain.Scaled;
import quorate.domain.Timeframe;
import quorate.market.calendar.Session;
import quorate.market.calendar.SessionCalendar;

/// The bars of one instrument in any set of timeframes side by side.
///
/// One rule closes a bar in every mode: the first event at or after its end. A trade at a bar's end
/// belongs to the next bar; a smaller bar that ends there belongs to this one. Bars reach the
/// listener ordered by their end, and of those that end together the longer first, so that at the
/// last of them every timeframe is up to date. A trade for a bar that is closed is late: counted,
/// never written back. An event outside every session is counted and makes no bar.
///
/// Bars may come in too, as whole parts of these; one that reaches from one bar of a timeframe into
/// the next is refused, unless it is as long as the timeframe itself.
///
/// Costs a few nanoseconds a trade and allocates only finished bars. Not for use by two threads.
public final class BarSet {
  private final SessionCalendar calendar;
  private final BarListener listener;
  private final BarBuilder[] builders;
  private final long wholeUnit;

  /// The next instant at which something must be looked at: a bar's end or the session's end.
  private long dueNs = Long.MIN_VALUE;

  private long closedToNs = Long.MIN_VALUE;
  private long lastNs;
  private @Nullable Session session;
  private long late;
  private long outside;

  /// @param number of the instrument in the run, for the bars
  /// @param calendar the instrument's
  /// @param timeframes any number of different ones
  /// @param flatBars whether intervals without trades give flat bars; by default they do
  public BarSet(
      int number,
      Instrument instrument,
      SessionCalendar calendar,
      List<Timeframe> timeframes,
      boolean flatBars,
      BarListener listener) {
    this.calendar = calendar;
    this.listener = listener;
    this.wholeUnit = Scaled.power(instrument.quantityScale());
    List<BarBuilder> made = new ArrayList<>();
    for (Timeframe timeframe : List.copyOf(timeframes)) {
      made.add(
          timeframe.isTime()
              ? new TimeBars(number, timeframe, flatBars, calendar)
              : new CountBars(number, instrument, timeframe));
    }
    this.builders = made.toArray(BarBuilder[]::new);
  }

  /// Takes one event of the instrument: closes what is due, then adds it.
  ///
  /// @return whether it entered a bar; false when it was late or outside every session
  /// @throws IllegalArgumentException when it is a bar that straddles a boundary
  public boolean update(EventCursor event) {
    long timeNs = event.timeNs;
    return switch (event.kind) {
      case TRADE -> addTrade(timeNs, event.price, event.quantity);
      case QUOTE -> addTrade(timeNs, event.lastPrice(), wholeUnit);
      case BAR -> addBar(event);
    };
  }

  private boolean addTrade(long timeNs, long price, long quantity) {
    if (timeNs >= dueNs && !advance(timeNs)) {
      return false;
    }
    if (timeNs < closedToNs) {
      late++;
      return false;
    }
    lastNs = timeNs;
    for (BarBuilder builder : builders) {
      builder.addTrade(timeNs, price, quantity, listener);
    }
    return true;
  }

  /// A finished bar lies where it starts, and its end is its time: add it, then close what is due.
  private boolean addBar(EventCursor event) {
    if (event.startNs >= dueNs && !advance(event.startNs)) {
      return false;
    }
    if (event.startNs < closedToNs) {
      late++;
      return false;
    }
    lastNs = event.timeNs;
    for (BarBuilder builder : builders) {
      builder.addBar(
          event.startNs,
          event.timeNs,
          event.price,
          event.high,
          event.low,
          event.close,
          event.quantity,
          listener);
    }
    if (event.timeNs >= dueNs) {
      closeUpTo(event.timeNs);
    }
    return true;
  }

  /// Closes what is due at `timeNs` and enters its session; false when it lies in none.
  private boolean advance(long timeNs) {
    closeUpTo(timeNs);
    Session current = session;
    if (current != null && current.contains(timeNs)) {
      return true;
    }
    Optional<Session> found = calendar.sessionAt(timeNs);
    if (found.isEmpty()) {
      outside++;
      return false;
    }
    Session entered = found.get();
    boolean gap = current != null && !calendar.sessionAtOrAfter(current.closeNs()).equals(entered);
    session = entered;
    for (BarBuilder builder : builders) {
      builder.enter(new SessionSpan(entered, gap));
    }
    closeUpTo(timeNs);
    return true;
  }

  private void closeUpTo(long timeNs) {
    while (true) {
      BarBuilder first = null;
      for (BarBuilder builder : builders) {
        if (builder.dueNs() <= timeNs
            && (first == null
                || builder.dueNs() < first.dueNs()
                || (builder.dueNs() == first.dueNs() && builder.spanNs() > first.spanNs()))) {
          first = builder;
        }
      }
      if (first == null) {
        break;
      }
      closedToNs = Math.max(closedToNs, first.dueNs());
      first.closeDue(listener);
    }
    Session current = session;
    dueNs = current == null ? Long.MIN_VALUE : current.closeNs();
    for (BarBuilder builder : builders) {
      dueNs = Math.min(dueNs, builder.dueNs());
    }
  }

  /// The stream is at its end: growing bars end with the last event and are given out, flagged as
  /// unfinished.
  public void finish() {
    for (BarBuilder builder : builders) {
      builder.finish(lastNs, listener);
    }
  }

  /// Trades that came after their bar was closed.
  public long late() {
    return late;
  }

  /// Events outside every session of the calendar.
  public long outside() {
    return outside;
  }
}

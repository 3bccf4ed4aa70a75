package quorate.market.bars;

import java.time.Instant;
import quorate.domain.BarFlags;
import quorate.domain.Timeframe;
import quorate.market.calendar.Session;
import quorate.market.calendar.SessionCalendar;

/// Bars of a fixed span of time, anchored at the open of the session.
///
/// The interval of a time t starts at ⌊(t − open)/span⌋·span + open and ends with the session at
/// the latest. Intervals without trades give flat bars inside a session, also before its first
/// trade when an earlier close is known; none while the market pauses, and none across closed
/// sessions. A timeframe of one day is the whole session. Bars of a source that are as long as the
/// timeframe are taken as they are, also where they are not counted from the open.
final class TimeBars implements BarBuilder {
  private static final long NEVER = Long.MAX_VALUE;
  private static final long SECOND_NS = 1_000_000_000L;
  private static final long DAY_NS = 86_400_000_000_000L;
  private static final long HOUR_NS = DAY_NS / 24;

  private final int instrument;
  private final Timeframe timeframe;
  private final long spanNs;
  private final boolean flatBars;
  private final SessionCalendar calendar;
  private final GrowingBar bar = new GrowingBar();

  private Session session;
  private long startNs;
  private long endNs = NEVER;

  TimeBars(int instrument, Timeframe timeframe, boolean flatBars, SessionCalendar calendar) {
    this.instrument = instrument;
    this.timeframe = timeframe;
    this.spanNs = timeframe.durationNs();
    this.flatBars = flatBars;
    this.calendar = calendar;
    this.session = calendar.sessionAtOrAfter(0);
  }

  @Override
  public long dueNs() {
    return endNs;
  }

  @Override
  public long spanNs() {
    return spanNs;
  }

  @Override
  public void enter(SessionSpan next) {
    session = next.session();
    bar.markSessionStart();
    if (next.afterGap()) {
      bar.markGap();
    }
    begin(session.openNs());
  }

  private void begin(long start) {
    startNs = start;
    endNs = spanNs == DAY_NS ? session.closeNs() : Math.min(start + spanNs, session.closeNs());
  }

  @Override
  public void closeDue(BarListener listener) {
    close(listener, endNs - startNs < spanNs && spanNs != DAY_NS ? BarFlags.SHORT : 0);
    if (endNs >= session.closeNs()) {
      endNs = NEVER;
    } else {
      begin(endNs);
    }
  }

  private void close(BarListener listener, int flags) {
    if (!bar.isEmpty() || (flatBars && bar.hasLastClose() && !isPaused())) {
      listener.onBar(bar.take(instrument, timeframe, startNs, endNs, flags));
    }
  }

  private boolean isPaused() {
    for (Session.Pause pause : session.breaks()) {
      if (startNs >= pause.fromNs() && endNs <= pause.toNs()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void addTrade(long timeNs, long price, long quantity, BarListener listener) {
    bar.add(price, quantity);
  }

  @Override
  public void addBar(
      long from,
      long to,
      long open,
      long high,
      long low,
      long close,
      long volume,
      BarListener listener) {
    if (to > endNs) {
      fit(from, to);
    }
    bar.add(open, high, low, close, volume);
  }

  /// Judges a bar that reaches beyond the growing one. As long as this timeframe, it is a whole bar
  /// of it that begins where its source says. A shorter one may outlast the session, as long as the
  /// market stays closed. Any other has prices of two intervals in it.
  private void fit(long from, long to) {
    long length = to - from;
    boolean whole = spanNs == DAY_NS ? Math.abs(length - DAY_NS) <= HOUR_NS : length == spanNs;
    if (whole && bar.isEmpty()) {
      startNs = from;
      endNs = to;
    } else if (endNs < session.closeNs() || to > calendar.sessionAtOrAfter(endNs).openNs()) {
      throw new IllegalArgumentException(
          "a bar must lie within one bar of %s, but one from %s to %s reaches beyond %s; read shorter bars"
              .formatted(timeframe, time(from), time(to), time(endNs)));
    }
  }

  private static Instant time(long ns) {
    return Instant.ofEpochSecond(Math.floorDiv(ns, SECOND_NS), Math.floorMod(ns, SECOND_NS));
  }

  @Override
  public void finish(long timeNs, BarListener listener) {
    if (!bar.isEmpty()) {
      endNs = Math.max(startNs + 1, timeNs);
      close(listener, BarFlags.UNFINISHED);
    }
    endNs = NEVER;
  }
}

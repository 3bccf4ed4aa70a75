package quorate.market.bars;

import quorate.domain.BarFlags;
import quorate.domain.Timeframe;
import quorate.market.calendar.Session;

/// Bars of a fixed span of time, anchored at the open of the session.
///
/// The interval of a time t starts at ⌊(t − open)/span⌋·span + open and ends with the session at
/// the latest. Intervals without trades give flat bars inside a session, also before its first
/// trade when an earlier close is known; none while the market pauses, and none across closed
/// sessions. A timeframe of one day is the whole session.
final class TimeBars implements BarBuilder {
  private static final long NEVER = Long.MAX_VALUE;
  private static final long DAY_NS = 86_400_000_000_000L;

  private final int instrument;
  private final Timeframe timeframe;
  private final long spanNs;
  private final boolean flatBars;
  private final GrowingBar bar = new GrowingBar();

  private Session session;
  private long startNs;
  private long endNs = NEVER;

  TimeBars(int instrument, Timeframe timeframe, boolean flatBars, Session before) {
    this.instrument = instrument;
    this.timeframe = timeframe;
    this.spanNs = timeframe.durationNs();
    this.flatBars = flatBars;
    this.session = before;
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
    boolean flat = flatBars && bar.hasLastClose() && !isPaused();
    if (!bar.isEmpty() || flat) {
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
    bar.add(open, high, low, close, volume);
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

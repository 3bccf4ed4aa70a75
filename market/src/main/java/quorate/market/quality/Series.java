package quorate.market.quality;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import quorate.domain.Instrument;
import quorate.market.calendar.Session;
import quorate.market.calendar.SessionCalendar;

/// What the gate remembers of one instrument: its last accepted row and its last prices.
final class Series {
  private static final int WINDOW = 102;
  private static final int FEW = 10;

  final Instrument instrument;
  final SessionCalendar calendar;
  final RecentIds ids = new RecentIds();
  private final long[] prices = new long[WINDOW];
  private int seen;
  private @Nullable Session session;
  long lastNs = Long.MIN_VALUE;

  Series(Instrument instrument, SessionCalendar calendar) {
    this.instrument = instrument;
    this.calendar = calendar;
  }

  void accept(long orderNs, long price) {
    lastNs = orderNs;
    if (price > 0) {
      prices[seen++ % WINDOW] = price;
      if (seen == 2 * WINDOW) {
        seen = WINDOW;
      }
    }
  }

  /// Logarithm of `price` over the last accepted price, 0 when there is none.
  double jump(long price) {
    if (seen == 0 || price <= 0) {
      return 0;
    }
    return Math.log((double) price / prices[(seen - 1) % WINDOW]);
  }

  /// The median |log return| of the remembered rows that moved, 0 while there are few.
  double medianMove() {
    int count = Math.min(seen, WINDOW);
    double[] moves = new double[count];
    int moved = 0;
    for (int i = 1; i < count; i++) {
      long before = prices[(seen - i - 1) % WINDOW];
      long after = prices[(seen - i) % WINDOW];
      if (before != after) {
        moves[moved++] = Math.abs(Math.log((double) after / before));
      }
    }
    if (moved < FEW) {
      return 0;
    }
    Arrays.sort(moves, 0, moved);
    return moves[moved / 2];
  }

  /// Whether the market is open at an instant, or was until it: closing prints are stamped with the
  /// close itself.
  boolean isOpen(long timeNs) {
    return sessionFrom(timeNs - 1).isOpen(timeNs - 1) || sessionFrom(timeNs).isOpen(timeNs);
  }

  /// Whether trading was possible at some instant of `[startNs, endNs)`.
  boolean isOpenWithin(long startNs, long endNs) {
    Session near = sessionFrom(startNs);
    if (near.openNs() >= endNs) {
      return false;
    }
    for (Session.Pause pause : near.breaks()) {
      if (pause.fromNs() <= startNs && endNs <= pause.toNs()) {
        return false;
      }
    }
    return true;
  }

  private Session sessionFrom(long timeNs) {
    Session known = session;
    if (known == null || !known.contains(timeNs)) {
      known = calendar.sessionAtOrAfter(timeNs);
      session = known;
    }
    return known;
  }
}

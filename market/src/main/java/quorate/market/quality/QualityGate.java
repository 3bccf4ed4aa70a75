package quorate.market.quality;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import quorate.domain.EventCursor;
import quorate.domain.EventKind;
import quorate.domain.Instrument;
import quorate.market.calendar.SessionCalendar;

/// Judges the rows of one source one by one, in the order in which they are read.
///
/// Every row is measured against the last *accepted* row of its own instrument. A gate belongs to
/// one file, so the same file is judged the same way whatever was read before it. The rules, in
/// their order: missing, negative, zero, off-grid, inconsistent bar, crossed quote, out of order,
/// duplicate, outside session, zero volume; the first that rejects is the reason. An absurd jump is
/// only known from the row after it: the caller asks [#isJump] and [#isReturn] before [#accept].
///
/// Duplicates: bars by their start, trades by their id where the source has one, within the last
/// 65,536 trades. Trades without an id and quotes are never duplicates: equal trades in one
/// millisecond are ordinary.
///
/// Allocates nothing for a row that passes. Not for use by two threads.
public final class QualityGate {
  /// The id of a row that has none.
  public static final long NO_ID = Long.MIN_VALUE;

  /// A jump before ten moves are known must be this many times the minimum.
  private static final double UNKNOWN = 2.5;

  private final QualityRules rules;
  private final boolean priced;
  private final IntFunction<Instrument> instruments;
  private final Function<String, SessionCalendar> calendars;
  private final List<Series> series = new ArrayList<>();
  private String detail = "";

  /// @param priced whether rows have prices; false for open interest
  /// @param instruments the instrument behind the number in an event
  /// @param calendars the calendar of a name
  public QualityGate(
      QualityRules rules,
      boolean priced,
      IntFunction<Instrument> instruments,
      Function<String, SessionCalendar> calendars) {
    this.rules = rules;
    this.priced = priced;
    this.instruments = instruments;
    this.calendars = calendars;
  }

  /// Judges a row and marks its flags.
  ///
  /// @param missing name of an absent value, empty when all are there
  /// @param unfit a value that does not fit the instrument's scale, as received; empty when all do
  /// @param id of a trade, or [#NO_ID]
  /// @return why it must go to quarantine, or null when it may be accepted
  public @Nullable Reason judge(EventCursor event, String missing, String unfit, long id) {
    Series of = of(event.instrument);
    if (!missing.isEmpty() && rejects(Reason.MISSING, event)) {
      return rejected(Reason.MISSING, missing + " must be there, but is empty");
    }
    Reason broken = priced ? brokenNumber(event, unfit, of) : brokenInterest(event);
    if (broken != null) {
      return broken;
    }
    long orderNs = event.placeNs();
    if (orderNs < of.lastNs && rejects(Reason.OUT_OF_ORDER, event)) {
      return rejected(
          Reason.OUT_OF_ORDER,
          "time must not go back, but %s came after %s"
              .formatted(moment(orderNs), moment(of.lastNs)));
    }
    boolean again =
        event.kind == EventKind.BAR ? orderNs == of.lastNs : id != NO_ID && of.ids.contains(id);
    if (again && rejects(Reason.DUPLICATE, event)) {
      return rejected(
          Reason.DUPLICATE,
          event.kind == EventKind.BAR
              ? "a bar must start once, but one at %s was there".formatted(moment(orderNs))
              : "a trade id must come once, but %d was there".formatted(id));
    }
    if (priced && rules.action(Reason.OUTSIDE_SESSION) != Action.IGNORE && isOutside(event, of)) {
      if (rejects(Reason.OUTSIDE_SESSION, event)) {
        return rejected(
            Reason.OUTSIDE_SESSION,
            "%s must be open, but is closed at %s".formatted(of.calendar.name(), moment(orderNs)));
      }
    }
    if (event.kind == EventKind.BAR && event.quantity == 0 && rejects(Reason.ZERO_VOLUME, event)) {
      return rejected(Reason.ZERO_VOLUME, "volume must be positive, but was 0");
    }
    return null;
  }

  /// Whether the price of a row that passed is so far from the last one that the next row must
  /// speak for it.
  public boolean isJump(EventCursor event) {
    if (rules.action(Reason.ABSURD_JUMP) == Action.IGNORE || !priced) {
      return false;
    }
    Series of = of(event.instrument);
    double jump = Math.abs(of.jump(event.lastPrice()));
    if (jump <= rules.jumpMinimum()) {
      return false;
    }
    double usual = of.medianMove();
    return jump > (usual > 0 ? rules.jumpMultiple() * usual : UNKNOWN * rules.jumpMinimum());
  }

  /// Whether `next` takes back more than three quarters of the jump that `jumped` made.
  public boolean isReturn(EventCursor jumped, EventCursor next) {
    Series of = of(jumped.instrument);
    return Math.abs(of.jump(next.lastPrice())) < Math.abs(of.jump(jumped.lastPrice())) / 4;
  }

  /// Takes a jump that came back: marks it or says why it must go.
  public @Nullable Reason judgeReturned(EventCursor jumped) {
    if (!rejects(Reason.ABSURD_JUMP, jumped)) {
      return null;
    }
    Series of = of(jumped.instrument);
    return rejected(
        Reason.ABSURD_JUMP,
        "price must not jump and come back, but %s is %+.0f %% from the row before and the next is not"
            .formatted(
                of.instrument.formatPrice(jumped.lastPrice()),
                100 * Math.expm1(of.jump(jumped.lastPrice()))));
  }

  /// Makes a row the last accepted one of its instrument.
  public void accept(EventCursor event, long id) {
    Series of = of(event.instrument);
    of.accept(Math.max(event.placeNs(), of.lastNs), priced ? event.lastPrice() : 0);
    if (id != NO_ID) {
      of.ids.add(id);
    }
  }

  /// The rule and the value found behind the last reason given.
  public String detail() {
    return detail;
  }

  private Series of(int number) {
    while (series.size() <= number) {
      Instrument instrument = instruments.apply(series.size());
      series.add(new Series(instrument, calendars.apply(instrument.calendar())));
    }
    return series.get(number);
  }

  private boolean rejects(Reason reason, EventCursor event) {
    return switch (rules.action(reason)) {
      case REJECT -> true;
      case FLAG -> {
        event.flags |= reason.flag();
        yield false;
      }
      case IGNORE -> false;
    };
  }

  private Reason rejected(Reason reason, String why) {
    detail = why;
    return reason;
  }

  private @Nullable Reason brokenInterest(EventCursor event) {
    return event.quantity < 0 && rejects(Reason.NEGATIVE, event)
        ? rejected(Reason.NEGATIVE, "open interest must not be negative, but was " + event.quantity)
        : null;
  }

  private @Nullable Reason brokenNumber(EventCursor event, String unfit, Series of) {
    boolean partial = (event.flags & Reason.MISSING.flag()) != 0;
    long lowest = EventNumbers.lowest(event);
    if (lowest < 0 && rejects(Reason.NEGATIVE, event)) {
      return rejected(
          Reason.NEGATIVE,
          "prices and sizes must not be negative, but "
              + EventNumbers.named(lowest, event, of.instrument));
    }
    if (!partial && EventNumbers.hasZero(event) && rejects(Reason.ZERO, event)) {
      return rejected(
          Reason.ZERO,
          (event.kind == EventKind.TRADE
                  ? "price and size of a trade must be positive, but "
                  : "prices must be positive, but ")
              + EventNumbers.named(0, event, of.instrument));
    }
    if (!unfit.isEmpty() || !EventNumbers.isOnGrid(event, of.instrument)) {
      if (rejects(Reason.OFF_GRID, event)) {
        return rejected(Reason.OFF_GRID, gridRule(event, unfit, of.instrument));
      }
    }
    if (event.kind == EventKind.BAR && !isConsistent(event)) {
      if (rejects(Reason.INCONSISTENT_BAR, event)) {
        return rejected(
            Reason.INCONSISTENT_BAR,
            "bar must have low ≤ open, close ≤ high, but had open %s, high %s, low %s, close %s"
                .formatted(
                    of.instrument.formatPrice(event.price),
                    of.instrument.formatPrice(event.high),
                    of.instrument.formatPrice(event.low),
                    of.instrument.formatPrice(event.close)));
      }
    }
    if (event.kind == EventKind.QUOTE && !partial && event.bid() > event.ask()) {
      if (rejects(Reason.CROSSED_QUOTE, event)) {
        return rejected(
            Reason.CROSSED_QUOTE,
            "bid must not be above ask, but was %s above %s"
                .formatted(
                    of.instrument.formatPrice(event.bid()),
                    of.instrument.formatPrice(event.ask())));
      }
    }
    return null;
  }

  private static boolean isOutside(EventCursor event, Series of) {
    return event.kind == EventKind.BAR
        ? !of.isOpenWithin(event.startNs, event.timeNs)
        : !of.isOpen(event.timeNs);
  }

  private static boolean isConsistent(EventCursor bar) {
    return bar.high >= Math.max(bar.price, bar.close) && bar.low <= Math.min(bar.price, bar.close);
  }

  private static String gridRule(EventCursor event, String unfit, Instrument instrument) {
    String tick = instrument.formatPrice(instrument.tickSize());
    String lot = instrument.formatQuantity(instrument.lotSize());
    String found =
        unfit.isEmpty()
            ? "one of this %s is not".formatted(event.kind.name().toLowerCase(Locale.ROOT))
            : unfit + " is not";
    return "prices must be multiples of %s and quantities of %s, but %s"
        .formatted(tick, lot, found);
  }

  /// A moment for a person, in UTC: `2004-09-04T12:00:00Z`.
  private static String moment(long timeNs) {
    return Instant.EPOCH.plusNanos(timeNs).toString();
  }
}

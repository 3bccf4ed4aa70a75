package quorate.research.performance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import quorate.market.calendar.Session;
import quorate.market.calendar.SessionCalendar;

/// When a run's returns are taken, and how many such periods make a year.
///
/// Returns are taken at session ends when the run has at least 60 sessions; otherwise at the ends
/// of the hours since each session's open, when that gives at least 60 returns and more than one a
/// session; otherwise at every mark. Hours and sessions without a mark give no return, and a year
/// has as many periods as the run's sessions had returns on average, times the sessions of a year.
/// A mark belongs to the session that it ends in: one at the very close belongs to the session that
/// closes.
public final class Sampling {
  /// How often returns are taken.
  public enum Rule {
    DAILY("session", "daily"),
    HOURLY("hour", "hourly"),
    PER_MARK("mark", "per-mark");

    private final String period;
    private final String adjective;

    Rule(String period, String adjective) {
      this.period = period;
      this.adjective = adjective;
    }

    /// One period, for a sentence.
    public String period() {
      return period;
    }

    /// How returns of this rule are called, for a sentence.
    public String adjective() {
      return adjective;
    }
  }

  /// Fewer returns than this say too little to be worth a coarser period.
  public static final int ENOUGH = 60;

  private static final long HOUR_NS = 3_600_000_000_000L;
  private static final double MONTH_NS = 365.25 / 12 * 24 * HOUR_NS;

  private final Rule rule;
  private final long startNs;
  private final long[] endsNs;
  private final double periodsPerYear;
  private final List<SessionEnd> sessionEnds;

  /// The last mark of a session.
  ///
  /// @param date of the session
  /// @param timeNs UTC nanoseconds of its last mark
  record SessionEnd(LocalDate date, long timeNs) {}

  private Sampling(
      Rule rule, long startNs, long[] endsNs, double periodsPerYear, List<SessionEnd> sessionEnds) {
    this.rule = rule;
    this.startNs = startNs;
    this.endsNs = endsNs;
    this.periodsPerYear = periodsPerYear;
    this.sessionEnds = List.copyOf(sessionEnds);
  }

  /// Chooses the rule for a run and finds its sampling times; linear cost.
  public static Sampling of(EquityCurve curve, SessionCalendar calendar) {
    Periods periods = new Periods(calendar);
    for (int mark = 1; mark < curve.size(); mark++) {
      periods.add(curve.timeNs(mark));
    }
    periods.finish();
    List<SessionEnd> sessions = periods.sessionEnds;
    long[] hours = periods.hourEnds.build().toArray();
    int perYear = calendar.sessionsPerYear();
    long startNs = curve.firstTimeNs();
    if (sessions.size() >= ENOUGH) {
      long[] ends = sessions.stream().mapToLong(SessionEnd::timeNs).toArray();
      return new Sampling(Rule.DAILY, startNs, ends, perYear, sessions);
    }
    if (hours.length >= ENOUGH && hours.length > sessions.size()) {
      return counted(Rule.HOURLY, startNs, hours, perYear, sessions);
    }
    long[] marks = Arrays.copyOfRange(curve.times(), 1, curve.size());
    return counted(Rule.PER_MARK, startNs, marks, perYear, sessions);
  }

  /// As many periods a year as a session had on average: what is annualised is what was taken, not
  /// what could have been.
  private static Sampling counted(
      Rule rule, long startNs, long[] endsNs, int sessionsPerYear, List<SessionEnd> sessions) {
    double perSession = sessions.isEmpty() ? 1 : (double) endsNs.length / sessions.size();
    return new Sampling(rule, startNs, endsNs, sessionsPerYear * perSession, sessions);
  }

  public Rule rule() {
    return rule;
  }

  /// Number of returns.
  public int count() {
    return endsNs.length;
  }

  /// End of the period that return `index` covers, UTC nanoseconds.
  public long endNs(int index) {
    return endsNs[index];
  }

  /// Time of the starting capital, UTC nanoseconds.
  public long startNs() {
    return startNs;
  }

  /// End of the last period; the start when there is none.
  public long lastNs() {
    return endsNs.length == 0 ? startNs : endsNs[endsNs.length - 1];
  }

  public double periodsPerYear() {
    return periodsPerYear;
  }

  /// Trading sessions that the run touched.
  public int sessions() {
    return sessionEnds.size();
  }

  /// Length of the run in years of trading: its sessions over the sessions of a year, which is its
  /// periods over the periods of a year.
  public double years() {
    return endsNs.length / periodsPerYear;
  }

  /// Whether the run is as long as a month by the calendar, a twelfth of 365.25 days from the
  /// starting capital to the end of the last period. Of a shorter one nothing is told that rests on
  /// its mean return: a lucky afternoon, compounded to a year, would promise millions.
  boolean lastsAMonth() {
    return lastNs() - startNs >= MONTH_NS;
  }

  List<SessionEnd> sessionEnds() {
    return sessionEnds;
  }

  /// The simple returns of a curve between the sampling times.
  ///
  /// A curve at or below zero has lost everything: −1 once, then 0.
  public double[] returns(EquityCurve curve) {
    double[] returns = new double[endsNs.length];
    double before = Math.max(0, curve.equityAt(startNs));
    for (int i = 0; i < returns.length; i++) {
      double after = Math.max(0, curve.equityAt(endsNs[i]));
      returns[i] = before > 0 ? after / before - 1 : 0;
      before = after;
    }
    return returns;
  }

  /// The rule and the annualisation, for a person.
  public String sentence() {
    String why =
        switch (rule) {
          case DAILY -> "at the end of each session";
          case HOURLY -> "hourly, because the run has fewer than " + ENOUGH + " sessions";
          case PER_MARK -> "at every mark, because the run is too short for hourly returns";
        };
    return String.format(
        Locale.ROOT,
        "Returns are taken %s: %,d returns over %,d sessions, %,.0f a year.",
        why,
        endsNs.length,
        sessionEnds.size(),
        periodsPerYear);
  }

  /// Walks over the marks and remembers the last one of each session and each hour.
  private static final class Periods {
    private final SessionCalendar calendar;
    private final List<SessionEnd> sessionEnds = new ArrayList<>();
    private final LongStream.Builder hourEnds = LongStream.builder();
    private @Nullable Session session;
    private long hour = -1;
    private long lastNs;

    Periods(SessionCalendar calendar) {
      this.calendar = calendar;
    }

    void add(long timeNs) {
      Session now = sessionOf(timeNs);
      if (now == null) {
        return;
      }
      long hourNow = Math.min(timeNs - 1, now.closeNs() - 1) - now.openNs();
      hourNow /= HOUR_NS;
      if (hourNow != hour) {
        if (hour >= 0) {
          hourEnds.add(lastNs);
        }
        hour = hourNow;
      }
      lastNs = timeNs;
    }

    /// The session a mark ends in, or the one before it when the market is closed.
    private @Nullable Session sessionOf(long timeNs) {
      Session before = session;
      if (before != null && before.contains(timeNs - 1)) {
        return before;
      }
      Session after = calendar.sessionAt(timeNs - 1).orElse(before);
      if (after != null && !after.equals(before)) {
        finish();
        session = after;
        hour = -1;
      }
      return after;
    }

    void finish() {
      if (session != null) {
        hourEnds.add(lastNs);
        sessionEnds.add(new SessionEnd(session.date(), lastNs));
      }
    }
  }
}

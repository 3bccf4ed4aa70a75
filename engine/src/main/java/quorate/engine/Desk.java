package quorate.engine;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quorate.agents.council.Council;
import quorate.agents.council.CouncilMember;
import quorate.domain.Bar;
import quorate.domain.Decision;
import quorate.domain.EventCursor;
import quorate.domain.EventKind;
import quorate.domain.Instrument;
import quorate.domain.MemberOpinion;
import quorate.domain.Observation;
import quorate.domain.Opinion;
import quorate.domain.Timeframe;
import quorate.engine.playbook.AllocationSection;
import quorate.engine.playbook.CouncilSection;
import quorate.features.observation.FeatureSet;
import quorate.features.observation.InstrumentFeatures;
import quorate.features.surroundings.Surroundings;
import quorate.market.bars.BarSet;
import quorate.market.calendar.Session;
import quorate.market.calendar.SessionCalendar;
import quorate.trading.order.BracketRules;

/// Everything between an instrument's events and the council's decision about it: bars, features,
/// observations and the council.
final class Desk {
  private static final int NO_COLUMN = -1;
  private static final int SESSIONS_A_MONTH = 21;

  private final int number;
  private final Instrument instrument;
  private final SessionCalendar calendar;
  private final Timeframe decidesOn;
  private final Council council;
  private final InstrumentFeatures features;
  private final @Nullable Observation[] seen;
  private final FeatureSet ofDecisions;
  private final int volatilityColumn;
  private final int rangeColumn;
  private final BarSet bars;
  private final ArrayDeque<Bar> closed = new ArrayDeque<>();
  private final InstrumentFeatures.Watcher show = this::show;
  private final boolean followsTrades;

  /// Where the data begins that is decided on; what lies before only warms the features up.
  private final long beginsNs;

  private long sessionEndNs = Long.MIN_VALUE;
  private @Nullable Decision last;

  /// @param brackets how far brackets reach, null where the playbook trades without them
  /// @param surroundings what the members may see besides the instrument
  /// @param firstNs time of the first event, for what must be known of the calendar beforehand
  /// @param beginsNs from where on anything is decided, `Long.MIN_VALUE` from the first event on
  Desk(
      int number,
      Instrument instrument,
      SessionCalendar calendar,
      CouncilSection section,
      AllocationSection allocation,
      @Nullable BracketRules brackets,
      List<CouncilMember> members,
      Surroundings surroundings,
      long firstNs,
      long beginsNs) {
    this.beginsNs = beginsNs;
    this.number = number;
    this.instrument = instrument;
    this.calendar = calendar;
    this.decidesOn = section.timeframe();
    this.council = Council.of(members, section.rules());
    features = new InstrumentFeatures(number, instrument, calendar.zone(), surroundings);
    ofDecisions = features.of(decidesOn);
    seen = new Observation[members.size()];
    for (CouncilMember member : members) {
      features.add(member.agent().view());
    }
    volatilityColumn =
        allocation.needsVolatility()
            ? ofDecisions.column(
                "realised_volatility(%d, %s)"
                    .formatted(
                        allocation.volatilityWindow(), barsPerYear(calendar, decidesOn, firstNs)))
            : NO_COLUMN;
    rangeColumn =
        brackets == null
            ? NO_COLUMN
            : ofDecisions.column("atr(%d)".formatted(brackets.atrWindow()));
    followsTrades = features.followsTrades();
    bars = new BarSet(number, instrument, calendar, features.timeframes(), true, closed::add);
  }

  /// Bars on which the council decides in an average year: sessions a year times bars in a typical
  /// session, which is the median of the first month's, because the first may close early.
  static long barsPerYear(SessionCalendar calendar, Timeframe timeframe, long firstNs) {
    long[] openNs = new long[SESSIONS_A_MONTH];
    long fromNs = firstNs;
    for (int i = 0; i < openNs.length; i++) {
      Session session = calendar.sessionAtOrAfter(fromNs);
      openNs[i] = session.closeNs() - session.openNs();
      for (Session.Pause pause : session.breaks()) {
        openNs[i] -= pause.toNs() - pause.fromNs();
      }
      fromNs = session.closeNs();
    }
    Arrays.sort(openNs);
    long typicalNs = openNs[openNs.length / 2];
    long perSession = Math.max(1, Math.ceilDiv(typicalNs, timeframe.durationNs()));
    return perSession * calendar.sessionsPerYear();
  }

  int number() {
    return number;
  }

  Instrument instrument() {
    return instrument;
  }

  /// When the present session ends; before the first event the beginning of time.
  long sessionEndNs() {
    return sessionEndNs;
  }

  /// Enters the session of an event, or the next one when it lies in none.
  void enterSession(long timeNs) {
    sessionEndNs = calendar.sessionAtOrAfter(timeNs).closeNs();
  }

  /// Takes an event that lies before anything is decided: its bars warm the features up.
  ///
  /// @return whether it was one
  boolean warmUp(EventCursor event) {
    if (event.placeNs() >= beginsNs) {
      return false;
    }
    update(event);
    for (Bar bar = closed.poll(); bar != null; bar = closed.poll()) {
      learn(bar);
    }
    settle();
    return true;
  }

  /// Takes an event; bars that it closes wait in [#nextClosed].
  void update(EventCursor event) {
    boolean entered = bars.update(event);
    if (followsTrades && entered && event.kind == EventKind.TRADE) {
      features.trade(event.timeNs, event.price, event.quantity);
    }
  }

  /// The next bar that closed, in the order of their ends; null when there is none.
  @Nullable Bar nextClosed() {
    return closed.poll();
  }

  /// Takes a closed bar into the features, and shows each new observation to the member whose it
  /// is, whether or not a vote follows: one that remembers something must miss none.
  ///
  /// @return whether the council decides on it
  boolean learn(Bar bar) {
    features.update(bar, show);
    return decidesOn(bar) && bar.endNs() > beginsNs;
  }

  /// All bars that the event has closed were learned: what waited for shorter ones that did not
  /// come is taken, before anything later is looked at or decided.
  void settle() {
    features.settle(show);
  }

  private void show(int member, Observation newest) {
    seen[member] = newest;
    council.show(member, newest);
  }

  boolean decidesOn(Bar bar) {
    return bar.timeframe().equals(decidesOn);
  }

  /// Counts the council's votes on what each member has seen last.
  Decision decide(long asOfNs) {
    return council.decide(number, asOfNs, seen);
  }

  /// Volatility of the instrument's returns a year, or NaN while it is not known.
  double volatilityPerYear() {
    return valueOrNaN(volatilityColumn);
  }

  /// Average true range of the council's bars in price units, or NaN while it is not known.
  double averageTrueRange() {
    return valueOrNaN(rangeColumn);
  }

  private double valueOrNaN(int column) {
    return column != NO_COLUMN && ofDecisions.ready(column)
        ? ofDecisions.value(column)
        : Double.NaN;
  }

  /// Whether a decision says something else than the one before: another verdict, another side, or
  /// a member that changed its mind or abstains for another cause. Only such decisions go on the
  /// tape.
  boolean isNews(Decision decision) {
    Decision before = last;
    last = decision;
    if (before == null
        || before.verdict() != decision.verdict()
        || Math.signum(before.direction()) != Math.signum(decision.direction())) {
      return true;
    }
    List<MemberOpinion> now = decision.members();
    for (int i = 0; i < now.size(); i++) {
      if (stand(now.get(i)) != stand(before.members().get(i))) {
        return true;
      }
    }
    return false;
  }

  /// −1, 0 or 1 for a stance, from 2 on for an abstention by its cause.
  private static int stand(MemberOpinion member) {
    return switch (member.opinion()) {
      case Opinion.Stance stance -> (int) Math.signum(stance.direction());
      case Opinion.Abstention abstention ->
          switch (abstention.cause()) {
            case NO_VIEW -> 2;
            case WARMING_UP -> 3;
            case FAILED -> 4;
          };
    };
  }

  /// Gives out what is growing when the stream is at its end; nobody decides on it.
  void finish() {
    bars.finish();
  }

  long late() {
    return bars.late();
  }

  long outside() {
    return bars.outside();
  }
}

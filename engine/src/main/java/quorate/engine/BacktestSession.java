package quorate.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import quorate.agents.AgentParameters;
import quorate.agents.catalogue.AgentCatalogue;
import quorate.agents.catalogue.NamedAgent;
import quorate.agents.council.CouncilMember;
import quorate.domain.Currency;
import quorate.domain.Instrument;
import quorate.domain.Instruments;
import quorate.domain.JournalEntry.InputReferenced;
import quorate.domain.Timeframe;
import quorate.domain.View;
import quorate.domain.settings.SettingsException;
import quorate.engine.playbook.CouncilSection.MemberSection;
import quorate.engine.playbook.Playbook;
import quorate.features.observation.InstrumentFeatures;
import quorate.features.surroundings.Surroundings;
import quorate.market.calendar.SessionCalendar;
import quorate.market.feed.Feed;
import quorate.market.tape.Tape;
import quorate.trading.allocation.FixedSize;
import quorate.trading.broker.SimulatedBroker;
import quorate.trading.cost.CostModel;
import quorate.trading.fill.FillRules;
import quorate.trading.ledger.Ledger;
import quorate.trading.order.BracketOrders;
import quorate.trading.order.OrderIds;
import quorate.trading.order.TargetOrders;
import quorate.trading.risk.RiskGate;
import quorate.trading.valuation.Marks;

/// A playbook wired for a backtest: recorded events in, a simulated market out, as fast as it goes.
///
/// The same playbook and events give the same tape bit for bit. Agents are made, and a user's own
/// compiled, before the first event, so a wrong playbook fails at once. A session runs once.
public final class BacktestSession {
  private final Playbook playbook;
  private final Instruments instruments;
  private final Function<String, SessionCalendar> calendars;
  private final Surroundings surroundings;
  private final Map<MemberSection, NamedAgent> agents = new LinkedHashMap<>();

  private BacktestSession(
      Playbook playbook,
      Instruments instruments,
      AgentCatalogue catalogue,
      Function<String, SessionCalendar> calendars,
      Surroundings surroundings) {
    this.playbook = playbook;
    this.instruments = instruments;
    this.calendars = calendars;
    this.surroundings = surroundings;
    for (MemberSection member : playbook.council().members()) {
      agents.put(member, catalogue.find(member.agent()));
    }
    checkRates();
    checkTimeframes(members());
    checkColumns(members());
    checkSize();
    if (playbook.allocation().needsVolatility() && !playbook.council().timeframe().isTime()) {
      throw new SettingsException(
          "allocation.method must be fixed where council.timeframe is not a span of time, but the timeframe was "
              + playbook.council().timeframe());
    }
  }

  private void checkRates() {
    Currency base = playbook.capital().currency();
    for (Instrument instrument : instruments.list()) {
      Currency paid = instrument.currency();
      if (!paid.equals(base) && !playbook.rates().sources().containsKey(paid)) {
        throw new SettingsException(
            "capital.rates must say what %s is worth in %s, a number or a symbol such as {%s: %s%s}, because \"%s\" is paid in it"
                .formatted(paid, base, paid, paid, base, instrument.symbol()));
      }
    }
    playbook.rates().applyTo(Marks.of(instruments, base));
  }

  /// A fixed size below every lot would be no position at all, and the run idle without a word. Of
  /// several instruments some may have larger lots: they are read and not traded, such as a
  /// currency pair that gives a rate.
  private void checkSize() {
    if (playbook.allocation().method() instanceof FixedSize fixed) {
      BigDecimal size = fixed.size();
      BigDecimal smallest =
          instruments.list().stream()
              .map(each -> BigDecimal.valueOf(each.lotSize(), each.quantityScale()))
              .min(BigDecimal::compareTo)
              .orElseThrow();
      if (size.compareTo(smallest) < 0) {
        throw new SettingsException(
            "allocation.size must be at least one lot, %s, but was %s (instruments %s)"
                .formatted(
                    smallest.toPlainString(),
                    size.toPlainString(),
                    String.join(", ", playbook.data().instruments())));
      }
    }
  }

  /// Bars can only be put together into longer ones; anything else would be known too early.
  private void checkTimeframes(List<CouncilMember> members) {
    if (playbook.data().barTimeframe().isEmpty()) {
      return;
    }
    Timeframe read = playbook.data().barTimeframe().get();
    checkTimeframe(read, "council.timeframe", playbook.council().timeframe());
    for (CouncilMember member : members) {
      checkTimeframe(
          read,
          "the timeframe of council member \"%s\"".formatted(member.name()),
          member.agent().view().timeframe());
    }
  }

  private static void checkTimeframe(Timeframe read, String whose, Timeframe wanted) {
    if (!read.divides(wanted)) {
      throw new SettingsException(
          "data.timeframe must divide %s, so that its bars are made of whole ones, but %s does not divide %s"
              .formatted(whose, read, wanted));
    }
  }

  /// What members look at is known before the first event, so what is wrong with it is said then.
  private void checkColumns(List<CouncilMember> members) {
    Instrument first = instruments.get(0);
    for (CouncilMember member : members) {
      try {
        new InstrumentFeatures(0, first, calendars.apply(first.calendar()).zone(), surroundings)
            .add(member.agent().view());
      } catch (IllegalArgumentException wrong) {
        throw new SettingsException(
            "council member \"%s\" must look at features, but: %s"
                .formatted(member.name(), wrong.getMessage()));
      }
    }
  }

  /// A session without surroundings.
  ///
  /// @param instruments those of the playbook, in its order
  /// @param catalogue finds the agents
  /// @param calendars finds the calendar of an instrument by its name
  /// @throws SettingsException when an agent is unknown or a parameter breaks its rule
  public static BacktestSession of(
      Playbook playbook,
      Instruments instruments,
      AgentCatalogue catalogue,
      Function<String, SessionCalendar> calendars) {
    return of(playbook, instruments, catalogue, calendars, Surroundings.none());
  }

  /// @param instruments those of the playbook, in its order
  /// @param catalogue finds the agents
  /// @param calendars finds the calendar of an instrument by its name
  /// @param surroundings what the members may see besides the instruments
  /// @throws SettingsException when an agent is unknown or a parameter breaks its rule
  public static BacktestSession of(
      Playbook playbook,
      Instruments instruments,
      AgentCatalogue catalogue,
      Function<String, SessionCalendar> calendars,
      Surroundings surroundings) {
    List<String> symbols = instruments.list().stream().map(Instrument::symbol).toList();
    if (!symbols.equals(playbook.data().instruments())) {
      throw new IllegalArgumentException(
          "instruments must be those of the playbook, %s, but were %s"
              .formatted(playbook.data().instruments(), symbols));
    }
    return new BacktestSession(playbook, instruments, catalogue, calendars, surroundings);
  }

  /// SHA-256 of the source of each user's own agent by its name.
  public Map<String, String> strategies() {
    Map<String, String> checksums = new TreeMap<>();
    for (NamedAgent agent : agents.values()) {
      agent.strategy().ifPresent(strategy -> checksums.put(agent.name(), strategy.checksum()));
    }
    return checksums;
  }

  /// What each member of the council looks at, in their order.
  public List<View> views() {
    return members().stream().map(member -> member.agent().view()).toList();
  }

  /// Runs to the end of the feed.
  ///
  /// @param feed events of the instruments by their numbers; closed by the caller
  /// @param inputs what the feed reads, written on the tape first
  /// @param tape takes everything that enters or leaves; sealed at the end of the feed, closed by
  ///   the caller
  /// @throws InterruptedRunException when the thread is interrupted
  public RunResult run(Feed feed, List<InputReferenced> inputs, Tape tape, Progress progress) {
    inputs.forEach(tape::append);
    long firstNs = inputs.stream().mapToLong(InputReferenced::fromNs).min().orElse(0);
    Marks marks = Marks.of(instruments, playbook.capital().currency());
    playbook.rates().applyTo(marks);
    OrderIds ids = OrderIds.fromOne();
    Corridor corridor =
        new Corridor(
            desks(firstNs),
            broker(),
            Ledger.open(playbook.capital(), marks),
            playbook.allocation().method(),
            playbook.council().otherwise(),
            new RiskGate(instruments, playbook.limits()),
            new TargetOrders(instruments, playbook.limits(), ids),
            playbook
                .execution()
                .bracket()
                .map(rules -> new BracketOrders(instruments, playbook.limits(), ids, rules))
                .orElse(null),
            tape);
    return corridor.run(feed, progress);
  }

  private Desk[] desks(long firstNs) {
    Desk[] desks = new Desk[instruments.size()];
    for (int i = 0; i < desks.length; i++) {
      Instrument instrument = instruments.get(i);
      SessionCalendar calendar = calendars.apply(instrument.calendar());
      long beginsNs = playbook.data().from().map(calendar::openOf).orElse(Long.MIN_VALUE);
      desks[i] =
          new Desk(
              i,
              instrument,
              calendar,
              playbook.council(),
              playbook.allocation(),
              playbook.execution().bracket().orElse(null),
              members(),
              surroundings,
              Math.max(firstNs, beginsNs),
              beginsNs);
    }
    return desks;
  }

  private List<CouncilMember> members() {
    List<CouncilMember> members = new ArrayList<>();
    agents.forEach((member, agent) ->
        members.add(
            new CouncilMember(
                member.name(),
                member.weight(),
                agent.create(
                    AgentParameters.of(member.parameters(), playbook.council().timeframe())))));
    return members;
  }

  private SimulatedBroker broker() {
    List<CostModel> costs = new ArrayList<>();
    List<FillRules> rules = new ArrayList<>();
    for (Instrument instrument : instruments.list()) {
      costs.add(playbook.execution().costs(instrument.kind()));
      rules.add(playbook.execution().fills());
    }
    return new SimulatedBroker(instruments, costs, rules, SimulatedBroker.DEFAULT_MAX_WORKING);
  }
}

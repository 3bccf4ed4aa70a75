package quorate.agents.council;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quorate.agents.Agent;
import quorate.domain.Decision;
import quorate.domain.MemberOpinion;
import quorate.domain.Observation;
import quorate.domain.Opinion;
import quorate.domain.Opinion.Stance;

/// The members that decide about one instrument, and their vote.
///
/// Takes what each member sees, gives one [Decision]. A member abstains, and the vote goes on, when
/// it has nothing to look at yet, throws, returns no opinion, or formed its opinion longer ago than
/// the opinion's horizon. Each observation is judged once: a member that looks at longer bars than
/// the council's keeps its opinion until its next bar, and one that is shown a bar that nobody
/// votes on ([#show]) judges that too, so an agent that remembers something sees every bar exactly
/// once.
///
/// Not for use by two threads. A decision costs the members' own time and some 50 ns; it allocates
/// the records it returns.
public final class Council {
  private static final Opinion WARMING_UP = Opinion.Abstention.warmingUp();
  private static final Opinion RUN_OUT = Opinion.abstain("its last view has run out");
  private static final Opinion SILENT =
      Opinion.Abstention.failed(
          "returned no opinion; an agent must return a stance or an abstention");

  private final List<CouncilMember> members;
  private final CouncilRules rules;
  private final String[] names;
  private final double[] weights;
  private final Agent[] agents;
  private final @Nullable Observation[] judged;
  private final Opinion[] opinions;

  private Council(List<CouncilMember> members, CouncilRules rules) {
    this.members = members;
    this.rules = rules;
    int size = members.size();
    names = new String[size];
    weights = new double[size];
    agents = new Agent[size];
    judged = new Observation[size];
    opinions = new Opinion[size];
    for (int i = 0; i < size; i++) {
      names[i] = members.get(i).name();
      weights[i] = members.get(i).weight();
      agents[i] = members.get(i).agent();
      opinions[i] = WARMING_UP;
    }
  }

  /// @param members at least one, with different names, in the playbook's order
  /// @throws IllegalArgumentException when nobody sits in it or two share a name
  public static Council of(List<CouncilMember> members, CouncilRules rules) {
    if (members.isEmpty()) {
      throw new IllegalArgumentException("a council must have at least one member, but had none");
    }
    Set<String> names = new HashSet<>();
    for (CouncilMember member : members) {
      if (!names.add(member.name())) {
        throw new IllegalArgumentException(
            "members must have different names, but two are called \"%s\"; give one a name of its own"
                .formatted(member.name()));
      }
    }
    return new Council(List.copyOf(members), rules);
  }

  /// In the playbook's order; the index of a member is its place here.
  public List<CouncilMember> members() {
    return members;
  }

  public CouncilRules rules() {
    return rules;
  }

  /// Lets one member judge what it sees now, without a vote: what it says is its opinion until it
  /// sees something else.
  ///
  /// @param member its index
  /// @param seen judged once, however often it is shown
  public void show(int member, Observation seen) {
    judge(member, seen);
  }

  /// Asks every member that has not judged yet what it sees, and counts the votes as [Consensus]
  /// says.
  ///
  /// @param instrument number of the instrument in the run
  /// @param asOfNs UTC nanoseconds of the decision
  /// @param seen what each member sees, by its index; null for a member that has nothing yet
  /// @throws IllegalArgumentException when the observations are not one for each member, are of
  ///   another instrument, or are later than the decision
  public Decision decide(int instrument, long asOfNs, @Nullable Observation[] seen) {
    if (seen.length != agents.length) {
      throw new IllegalArgumentException(
          "there must be an observation for each of %d members, but there were %d"
              .formatted(agents.length, seen.length));
    }
    MemberOpinion[] said = new MemberOpinion[agents.length];
    for (int i = 0; i < said.length; i++) {
      said[i] = new MemberOpinion(names[i], weights[i], opinion(i, instrument, asOfNs, seen[i]));
    }
    List<MemberOpinion> all = List.of(said);
    Consensus consensus = Consensus.of(all, rules);
    return new Decision(
        instrument,
        asOfNs,
        consensus.verdict(rules),
        consensus.direction(),
        consensus.confidence(),
        consensus.agreement(),
        all);
  }

  private Opinion opinion(int member, int instrument, long asOfNs, @Nullable Observation seen) {
    if (seen == null) {
      return WARMING_UP;
    }
    if (seen.asOfNs() > asOfNs || seen.instrument() != instrument) {
      throw misplaced(member, instrument, asOfNs, seen);
    }
    Opinion opinion = judge(member, seen);
    return opinion instanceof Stance stance && asOfNs - seen.asOfNs() > stance.horizonNs()
        ? RUN_OUT
        : opinion;
  }

  // The same observation object, not an equal one, is what "already judged" means.
  @SuppressWarnings("ReferenceEquality")
  private Opinion judge(int member, Observation seen) {
    if (seen != judged[member]) {
      opinions[member] = ask(agents[member], seen);
      judged[member] = seen;
    }
    return opinions[member];
  }

  /// Whatever goes wrong inside a member is an abstention; only a broken virtual machine (no
  /// memory) is not the member's own affair. Agents come from users, so even what the type forbids,
  /// a null, is looked for.
  @SuppressWarnings({"ConstantValue", "RedundantNullCheck"})
  private static Opinion ask(Agent agent, Observation seen) {
    try {
      Opinion opinion = agent.opine(seen);
      return opinion == null || opinion.rationale() == null ? SILENT : opinion;
    } catch (Exception | LinkageError | AssertionError | StackOverflowError failure) {
      return failed(failure);
    }
  }

  private static Opinion failed(Throwable failure) {
    String message = failure.getMessage();
    return Opinion.Abstention.failed(
        failure.getClass().getSimpleName()
            + (message == null || message.isBlank() ? "" : ": " + message.strip()));
  }

  private IllegalArgumentException misplaced(
      int member, int instrument, long asOfNs, Observation seen) {
    if (seen.instrument() != instrument) {
      return new IllegalArgumentException(
          "an observation must be of instrument %d, but was of %d (member \"%s\")"
              .formatted(instrument, seen.instrument(), names[member]));
    }
    return new IllegalArgumentException(
        "an observation must not be later than the decision at %d ns, but was as of %d ns (member \"%s\")"
            .formatted(asOfNs, seen.asOfNs(), names[member]));
  }
}

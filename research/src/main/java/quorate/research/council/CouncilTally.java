package quorate.research.council;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import quorate.domain.Decision;
import quorate.domain.MemberOpinion;
import quorate.domain.Opinion;
import quorate.domain.Opinion.Abstention.Cause;
import quorate.domain.Verdict;

/// Counts the decisions of a run as they are taken. Keeps only the surest few of them whole, so
/// that its size does not grow with the run. For one thread.
public final class CouncilTally {
  /// Decisions kept whole, to be shown.
  static final int SUREST = 12;

  private static final Comparator<Decision> BY_CONFIDENCE =
      Comparator.comparingDouble(Decision::confidence).thenComparingLong(d -> -d.asOfNs());

  private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
  private final Map<String, Member> members = new LinkedHashMap<>();
  private final Map<Integer, Standing> standing = new TreeMap<>();
  private final Map<Verdict, Integer> stood = new EnumMap<>(Verdict.class);
  private int flatActs;
  private final PriorityQueue<Decision> surest = new PriorityQueue<>(BY_CONFIDENCE);

  /// The verdict of one instrument that stands until the next one.
  private static final class Standing {
    private @Nullable Decision decision;
    private boolean asked;
  }

  /// The council is asked about an instrument; without a decision after this the last one stands.
  public void ask(int instrument) {
    Standing stands = standing.computeIfAbsent(instrument, fresh -> new Standing());
    count(stands);
    stands.asked = true;
  }

  private void count(Standing stands) {
    Decision decision = stands.decision;
    if (stands.asked && decision != null) {
      stood.merge(decision.verdict(), 1, Integer::sum);
      for (MemberOpinion opinion : decision.members()) {
        if (opinion.opinion() instanceof Opinion.Abstention abstention) {
          member(opinion).abstained(abstention).bars++;
        }
      }
      flatActs += decision.acts() && decision.direction() == 0 ? 1 : 0;
    }
    stands.asked = false;
  }

  /// A decision that says something new.
  public void add(Decision decision) {
    standing.computeIfAbsent(decision.instrument(), fresh -> new Standing()).decision = decision;
    verdicts.merge(decision.verdict(), 1, Integer::sum);
    for (MemberOpinion opinion : decision.members()) {
      member(opinion).add(opinion.opinion(), decision);
    }
    if (decision.acts()) {
      surest.add(decision);
      if (surest.size() > SUREST) {
        surest.remove();
      }
    }
  }

  private Member member(MemberOpinion opinion) {
    return members.computeIfAbsent(opinion.member(), name -> new Member(name, opinion.weight()));
  }

  public CouncilSummary summary() {
    standing.values().forEach(this::count);
    List<Decision> inOrder = new ArrayList<>(surest);
    inOrder.sort(Comparator.comparingLong(Decision::asOfNs).thenComparingInt(Decision::instrument));
    return new CouncilSummary(
        verdicts,
        stood,
        flatActs,
        members.values().stream().map(Member::summary).toList(),
        inOrder);
  }

  private static final class Member {
    private final String name;
    private final double weight;
    private int rising;
    private int falling;
    private int flat;
    private final Map<Cause, Abstained> abstained = new EnumMap<>(Cause.class);
    private double confidence;
    private int votedInActs;
    private int agreed;

    Member(String name, double weight) {
      this.name = name;
      this.weight = weight;
    }

    void add(Opinion opinion, Decision decision) {
      switch (opinion) {
        case Opinion.Abstention abstention -> abstained(abstention).votes++;
        case Opinion.Stance stance -> add(stance, decision);
      }
    }

    Abstained abstained(Opinion.Abstention abstention) {
      return abstained.computeIfAbsent(
          abstention.cause(), cause -> new Abstained(abstention.reason()));
    }

    private void add(Opinion.Stance stance, Decision decision) {
      double direction = stance.direction();
      if (direction > 0) {
        rising++;
      } else if (direction < 0) {
        falling++;
      } else {
        flat++;
      }
      confidence += stance.confidence();
      if (decision.acts()) {
        votedInActs++;
        agreed += Math.signum(direction) == Math.signum(decision.direction()) ? 1 : 0;
      }
    }

    MemberSummary summary() {
      int stances = rising + falling + flat;
      return new MemberSummary(
          name,
          weight,
          rising,
          falling,
          flat,
          abstentions(Cause.NO_VIEW),
          abstentions(Cause.WARMING_UP),
          abstentions(Cause.FAILED),
          stances > 0 ? OptionalDouble.of(confidence / stances) : OptionalDouble.empty(),
          votedInActs > 0
              ? OptionalDouble.of((double) agreed / votedInActs)
              : OptionalDouble.empty());
    }

    private Abstentions abstentions(Cause cause) {
      Abstained counted = abstained.get(cause);
      return counted == null
          ? Abstentions.NONE
          : new Abstentions(counted.votes, counted.bars, counted.first);
    }
  }

  /// Abstentions of one member for one cause.
  private static final class Abstained {
    private final String first;
    private int votes;
    private int bars;

    Abstained(String first) {
      this.first = first;
    }
  }
}

package quorate.agents.council;

import java.util.List;
import quorate.domain.MemberOpinion;
import quorate.domain.Opinion;
import quorate.domain.Verdict;

/// The count of a vote.
///
/// Member *i* has weight wᵢ > 0 and, unless it abstains, a stance of direction dᵢ and confidence
/// cᵢ. The **sign** of dᵢ is its side, |dᵢ| its **strength**; |dᵢ| ≤ `flatBand` is flat and taken
/// as 0. With V the members that have a stance and W = Σ_V wᵢ:
///
/// ```
/// presence  = W / Σ wᵢ                                          over all members
/// long      = Σ{i ∈ V: dᵢ > 0} wᵢ / W        flat, short likewise; the three add up to 1
/// mean      = Σ_V wᵢ·dᵢ / W
/// side      = flat         when flat ≥ max(long, short), or when mean = 0
///           = sign(mean)   otherwise
/// direction = mean, but 0 when the side is flat
/// agreement = long, flat or short, whichever is the side
/// confidence = Σ_side wᵢ·cᵢ / Σ_side wᵢ
/// ```
///
/// So a weak direction pulls the mean weakly, which decides *which* side wins and how much is held,
/// but counts in full for *whether* the members agree. Were the side the heavier one instead, three
/// faint longs and one strong short would agree on long and hold a short position; were |dᵢ| a
/// share of the vote, a lone member with a measured direction of 0.3 could never be followed.
///
/// What follows from it (and is tested): neither the order of the members nor the unit of the
/// weights changes a verdict; an abstaining member changes nothing but the presence; another member
/// on the winning side lowers neither presence nor agreement. It may lower the confidence.
///
/// @param presence 0…1, share of all weight that has a stance
/// @param voters number of members that have a stance
/// @param longShare 0…1, share of the voters' weight that is long
/// @param flatShare 0…1, share that is flat
/// @param shortShare 0…1, share that is short
/// @param side the winning side: 1 long, −1 short, 0 flat or none
/// @param direction −1…1
/// @param confidence 0…1
public record Consensus(
    double presence,
    int voters,
    double longShare,
    double flatShare,
    double shortShare,
    int side,
    double direction,
    double confidence) {

  /// Shares nearer than this are equal. Sums of weights in another order or unit differ by some
  /// 10⁻¹⁶; without a tolerance that could tip a vote that stands exactly on a threshold.
  private static final double TOLERANCE = 1e-9;

  /// Counts opinions under the rules for flat stances. Allocates only the result.
  public static Consensus of(List<MemberOpinion> opinions, CouncilRules rules) {
    boolean flatCounts =
        switch (rules.flat()) {
          case SIDE -> true;
          case YIELDS -> !anySide(opinions, rules.flatBand());
          case ABSTAINS -> false;
        };
    Count count = new Count();
    for (int i = 0; i < opinions.size(); i++) {
      MemberOpinion member = opinions.get(i);
      count.all += member.weight();
      if (member.opinion() instanceof Opinion.Stance stance) {
        count.add(member.weight(), stance, rules.flatBand(), flatCounts);
      }
    }
    return count.result();
  }

  /// The sums of a vote; small methods, so that a compiled vote keeps them in registers.
  private static final class Count {
    private double all;
    private double longWeight;
    private double flatWeight;
    private double shortWeight;
    private double longConfidence;
    private double flatConfidence;
    private double shortConfidence;
    private double pull;
    private int voters;

    void add(double weight, Opinion.Stance stance, double flatBand, boolean flatCounts) {
      double direction = stance.direction();
      if (direction > flatBand) {
        longWeight += weight;
        longConfidence += weight * stance.confidence();
        pull += weight * direction;
        voters++;
      } else if (direction < -flatBand) {
        shortWeight += weight;
        shortConfidence += weight * stance.confidence();
        pull += weight * direction;
        voters++;
      } else if (flatCounts) {
        flatWeight += weight;
        flatConfidence += weight * stance.confidence();
        voters++;
      }
    }

    Consensus result() {
      double voting = (longWeight + shortWeight) + flatWeight;
      double mean = voters == 0 ? 0 : Math.clamp(pull / voting, -1, 1);
      int side =
          side(mean, share(flatWeight, voting), share(Math.max(longWeight, shortWeight), voting));
      return new Consensus(
          share(voting, all),
          voters,
          share(longWeight, voting),
          share(flatWeight, voting),
          share(shortWeight, voting),
          side,
          side == 0 ? 0 : mean,
          confidence(side));
    }

    private double confidence(int side) {
      return side > 0
          ? share(longConfidence, longWeight)
          : side < 0 ? share(shortConfidence, shortWeight) : share(flatConfidence, flatWeight);
    }
  }

  /// 0 of nothing; never above 1, which sums of the same weights in another order may miss by
  /// 10⁻¹⁶.
  private static double share(double part, double whole) {
    return whole > 0 ? Math.min(part / whole, 1) : 0;
  }

  private static int side(double mean, double flatShare, double heavierShare) {
    if (Math.abs(mean) <= TOLERANCE || flatShare >= heavierShare - TOLERANCE) {
      return 0;
    }
    return mean > 0 ? 1 : -1;
  }

  private static boolean anySide(List<MemberOpinion> opinions, double flatBand) {
    for (int i = 0; i < opinions.size(); i++) {
      if (opinions.get(i).opinion() instanceof Opinion.Stance stance
          && Math.abs(stance.direction()) > flatBand) {
        return true;
      }
    }
    return false;
  }

  /// 0…1, share of the voters' weight on the winning side.
  public double agreement() {
    return side > 0 ? longShare : side < 0 ? shortShare : flatShare;
  }

  /// How divided the voters are: Shannon's entropy of the three shares over its largest value, ln
  /// 3; 0 when all are on one side, 1 when the sides are equal.
  public double entropy() {
    return -(term(longShare) + term(flatShare) + term(shortShare)) / Math.log(3) + 0.0;
  }

  private static double term(double share) {
    return share > 0 ? share * Math.log(share) : 0;
  }

  /// How the vote ends under these rules: quorum first, then agreement, then confidence.
  public Verdict verdict(CouncilRules rules) {
    if (voters < rules.quorumMembers() || presence < rules.quorum() - TOLERANCE) {
      return Verdict.NO_QUORUM;
    }
    if (agreement() < rules.agreement() - TOLERANCE) {
      return Verdict.NO_AGREEMENT;
    }
    return confidence < rules.confidence() - TOLERANCE ? Verdict.LOW_CONFIDENCE : Verdict.ACT;
  }
}

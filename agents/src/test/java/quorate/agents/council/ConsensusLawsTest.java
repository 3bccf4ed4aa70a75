package quorate.agents.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import quorate.domain.MemberOpinion;
import quorate.domain.Opinion;
import quorate.domain.Opinion.Stance;
import quorate.domain.Rationale;
import quorate.domain.Verdict;
import quorate.domain.property.ForAll;

class ConsensusLawsTest {
  private static final int CASES = 5_000;
  private static final Rationale WHY = Rationale.of("because");

  /// Opinions and the rules they are counted under, from few round values, so that ties and shares
  /// that stand exactly on a threshold are common.
  private record Vote(List<MemberOpinion> opinions, CouncilRules rules, long seed) {
    Consensus count() {
      return Consensus.of(opinions, rules);
    }

    Vote with(List<MemberOpinion> others) {
      return new Vote(others, rules, seed);
    }

    Verdict verdict() {
      return count().verdict(rules);
    }
  }

  @Test
  void theOrderOfTheMembersDoesNotMatter() {
    ForAll.cases(
        CASES,
        1,
        ConsensusLawsTest::vote,
        vote -> {
          List<MemberOpinion> shuffled = new ArrayList<>(vote.opinions());
          Collections.shuffle(shuffled, new Random(vote.seed()));

          assertSame(vote, vote.with(shuffled));
        });
  }

  @Test
  void theUnitOfTheWeightsDoesNotMatter() {
    ForAll.cases(
        CASES,
        2,
        ConsensusLawsTest::vote,
        vote -> {
          double factor = Math.exp(new Random(vote.seed()).nextDouble(-20, 20));
          List<MemberOpinion> scaled =
              vote.opinions().stream()
                  .map(m -> new MemberOpinion(m.member(), m.weight() * factor, m.opinion()))
                  .toList();

          assertSame(vote, vote.with(scaled));
        });
  }

  @Test
  void anAbstainingMemberChangesNothingButThePresence() {
    ForAll.cases(
        CASES,
        3,
        ConsensusLawsTest::vote,
        vote -> {
          List<MemberOpinion> present =
              vote.opinions().stream().filter(m -> m.opinion() instanceof Stance).toList();
          Consensus with = vote.count();
          Consensus without = Consensus.of(present, vote.rules());

          assertThat(with.side()).isEqualTo(without.side());
          assertThat(with.direction()).isEqualTo(without.direction());
          assertThat(with.agreement()).isEqualTo(without.agreement());
          assertThat(with.confidence()).isEqualTo(without.confidence());
          assertThat(with.voters()).isEqualTo(without.voters());
          assertThat(with.presence()).isLessThanOrEqualTo(without.presence());
        });
  }

  @Test
  void anotherMemberOnTheWinningSideLowersNeitherPresenceNorAgreement() {
    ForAll.cases(
        CASES,
        4,
        ConsensusLawsTest::vote,
        vote -> {
          Consensus before = vote.count();
          if (before.voters() == 0 || (before.side() == 0 && before.flatShare() == 0)) {
            return;
          }
          Random random = new Random(vote.seed());
          double strength = random.nextDouble(Math.nextUp(vote.rules().flatBand()), 1);
          Consensus after =
              vote.with(
                      plus(
                          vote.opinions(),
                          stance(random.nextDouble(0.1, 3), before.side() * strength, 1)))
                  .count();

          assertThat(after.side()).isEqualTo(before.side());
          assertThat(after.presence()).isGreaterThanOrEqualTo(before.presence() - 1e-12);
          assertThat(after.agreement()).isGreaterThanOrEqualTo(before.agreement() - 1e-12);
          if (before.verdict(vote.rules()) == Verdict.ACT) {
            assertThat(after.verdict(vote.rules())).isIn(Verdict.ACT, Verdict.LOW_CONFIDENCE);
          }
        });
  }

  @Test
  void aMemberAsSureAsTheCouncilKeepsItActing() {
    ForAll.cases(
        CASES,
        5,
        ConsensusLawsTest::vote,
        vote -> {
          Consensus before = vote.count();
          if (before.verdict(vote.rules()) == Verdict.ACT && before.side() != 0) {
            Vote after =
                vote.with(plus(vote.opinions(), stance(1, before.side(), before.confidence())));

            assertThat(after.verdict()).isEqualTo(Verdict.ACT);
          }
        });
  }

  @Test
  void turningEveryStanceAroundTurnsTheDecisionAround() {
    ForAll.cases(
        CASES,
        6,
        ConsensusLawsTest::vote,
        vote -> {
          List<MemberOpinion> mirrored =
              vote.opinions().stream().map(ConsensusLawsTest::mirrored).toList();
          Consensus before = vote.count();
          Consensus after = vote.with(mirrored).count();

          assertThat(after.side()).isEqualTo(-before.side());
          assertThat(after.direction()).isEqualTo(0.0 - before.direction());
          assertThat(after.verdict(vote.rules())).isEqualTo(before.verdict(vote.rules()));
        });
  }

  @Test
  void staysInsideItsRanges() {
    ForAll.cases(
        CASES,
        7,
        ConsensusLawsTest::vote,
        vote -> {
          Consensus consensus = vote.count();

          assertThat(consensus.presence()).isBetween(0.0, 1.0);
          assertThat(consensus.agreement()).isBetween(0.0, 1.0);
          assertThat(consensus.confidence()).isBetween(0.0, 1.0);
          assertThat(consensus.direction()).isBetween(-1.0, 1.0);
          assertThat(consensus.entropy()).isBetween(0.0, 1.0 + 1e-12);
          assertThat(Math.signum(consensus.direction())).isEqualTo(consensus.side());
        });
  }

  @Test
  void everyVerdictIsReached() {
    List<Verdict> seen =
        IntStream.range(0, 1_000)
            .mapToObj(seed -> vote(new Random(seed)).verdict())
            .distinct()
            .toList();

    assertThat(seen).containsExactlyInAnyOrder(Verdict.values());
  }

  private static void assertSame(Vote one, Vote other) {
    Consensus before = one.count();
    Consensus after = other.count();
    assertThat(after.verdict(one.rules())).isEqualTo(before.verdict(one.rules()));
    assertThat(after.side()).isEqualTo(before.side());
    assertThat(after.voters()).isEqualTo(before.voters());
    assertThat(after.direction()).isCloseTo(before.direction(), within(1e-12));
    assertThat(after.agreement()).isCloseTo(before.agreement(), within(1e-12));
    assertThat(after.confidence()).isCloseTo(before.confidence(), within(1e-12));
  }

  private static Vote vote(RandomGenerator random) {
    int members = random.nextInt(1, 8);
    List<MemberOpinion> opinions = new ArrayList<>();
    for (int i = 0; i < members; i++) {
      double weight = random.nextInt(1, 11) / 10.0;
      opinions.add(
          random.nextInt(4) == 0
              ? new MemberOpinion("member", weight, Opinion.abstain("no view"))
              : stance(weight, random.nextInt(-10, 11) / 10.0, random.nextInt(11) / 10.0));
    }
    FlatStance[] flat = FlatStance.values();
    CouncilRules rules =
        new CouncilRules(
            random.nextInt(11) / 10.0,
            random.nextInt(1, 4),
            random.nextInt(1, 11) / 10.0,
            random.nextInt(11) / 10.0,
            flat[random.nextInt(flat.length)],
            random.nextInt(3) / 10.0);
    return new Vote(opinions, rules, random.nextLong());
  }

  private static MemberOpinion stance(double weight, double direction, double confidence) {
    return new MemberOpinion("member", weight, Opinion.of(direction, confidence, 1, WHY));
  }

  private static MemberOpinion mirrored(MemberOpinion member) {
    return member.opinion() instanceof Stance stance
        ? stance(member.weight(), -stance.direction(), stance.confidence())
        : member;
  }

  private static List<MemberOpinion> plus(List<MemberOpinion> opinions, MemberOpinion another) {
    List<MemberOpinion> more = new ArrayList<>(opinions);
    more.add(another);
    return more;
  }
}

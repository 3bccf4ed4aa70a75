package quorate.agents.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import quorate.domain.MemberOpinion;
import quorate.domain.Opinion;
import quorate.domain.Rationale;
import quorate.domain.Verdict;

class ConsensusTest {
  private static final CouncilRules RULES = CouncilRules.defaults();

  @Test
  void aLoneMemberDecides() {
    Consensus consensus = count(RULES, stance(1, 0.3, 0.7));

    assertThat(consensus.verdict(RULES)).isEqualTo(Verdict.ACT);
    assertThat(consensus.side()).isEqualTo(1);
    assertThat(consensus.direction()).isEqualTo(0.3);
    assertThat(consensus.agreement()).isEqualTo(1);
    assertThat(consensus.confidence()).isEqualTo(0.7);
  }

  @Test
  void weighsStancesByWeight() {
    // mean = (3·1 + 1·(−0.5)) / 4 = 0.625; long = 3/4; confidence of the long side only
    Consensus consensus = count(RULES, stance(3, 1, 0.8), stance(1, -0.5, 0.1));

    assertThat(consensus.direction()).isEqualTo(0.625);
    assertThat(consensus.agreement()).isEqualTo(0.75);
    assertThat(consensus.confidence()).isCloseTo(0.8, within(1e-15));
    assertThat(consensus.verdict(RULES)).isEqualTo(Verdict.ACT);
  }

  @Test
  void twoOfThreeAgreeByDefaultOneOfTwoDoesNot() {
    Consensus two = count(RULES, stance(1, 1, 1), stance(1, 1, 1), stance(1, -1, 1));
    Consensus one = count(RULES, stance(1, 1, 1), stance(1, 0, 1));

    assertThat(two.verdict(RULES)).isEqualTo(Verdict.ACT);
    assertThat(one.verdict(RULES)).isEqualTo(Verdict.NO_AGREEMENT);
  }

  @Test
  void oppositeStancesOfEqualPullHaveNoSide() {
    Consensus consensus = count(RULES, stance(1, 1, 1), stance(1, -1, 1));

    assertThat(consensus.side()).isZero();
    assertThat(consensus.direction()).isZero();
    assertThat(consensus.agreement()).isZero();
    assertThat(consensus.verdict(RULES)).isEqualTo(Verdict.NO_AGREEMENT);
  }

  @Test
  void faintVoicesDoNotCarryTheCouncilAgainstAStrongOne() {
    // three of four are long, but the mean is (3·0.1 − 1) / 4 = −0.175
    Consensus consensus =
        count(RULES, stance(1, 0.1, 1), stance(1, 0.1, 1), stance(1, 0.1, 1), stance(1, -1, 1));

    assertThat(consensus.side()).isEqualTo(-1);
    assertThat(consensus.agreement()).isEqualTo(0.25);
    assertThat(consensus.verdict(RULES)).isEqualTo(Verdict.NO_AGREEMENT);
  }

  @Test
  void flatWinsAsASideAndThenTheDirectionIsZero() {
    Consensus consensus = count(RULES, stance(1, 0, 0.9), stance(1, 0, 0.7), stance(1, 1, 1));

    assertThat(consensus.verdict(RULES)).isEqualTo(Verdict.ACT);
    assertThat(consensus.direction()).isZero();
    assertThat(consensus.agreement()).isCloseTo(2.0 / 3, within(1e-15));
    assertThat(consensus.confidence()).isCloseTo(0.8, within(1e-15));
  }

  @Test
  void flatYieldsToAnyMemberWithASide() {
    CouncilRules yields = RULES.flat(FlatStance.YIELDS);

    Consensus against = count(yields, stance(1, 0, 1), stance(1, 1, 1));
    Consensus alone = count(yields, stance(1, 0, 1), abstention(1));

    assertThat(against.direction()).isEqualTo(1);
    assertThat(against.presence()).isEqualTo(0.5);
    assertThat(against.verdict(yields)).isEqualTo(Verdict.ACT);
    assertThat(alone.direction()).isZero();
    assertThat(alone.verdict(yields)).isEqualTo(Verdict.ACT);
  }

  @Test
  void flatMayBeAnAbstention() {
    CouncilRules abstains = RULES.flat(FlatStance.ABSTAINS);

    Consensus consensus = count(abstains, stance(1, 0, 1), stance(2, 0, 1));

    assertThat(consensus.voters()).isZero();
    assertThat(consensus.presence()).isZero();
    assertThat(consensus.verdict(abstains)).isEqualTo(Verdict.NO_QUORUM);
  }

  @Test
  void aDirectionInsideTheFlatBandIsFlat() {
    Consensus inside = count(RULES, stance(1, 0.05, 1));
    Consensus beyond = count(RULES, stance(1, 0.051, 1));

    assertThat(inside.flatShare()).isEqualTo(1);
    assertThat(inside.direction()).isZero();
    assertThat(beyond.longShare()).isEqualTo(1);
    assertThat(beyond.direction()).isEqualTo(0.051);
  }

  @Test
  void belowQuorumNobodyActs() {
    CouncilRules three = RULES.quorumMembers(3).quorum(0);

    Consensus oneThird = count(RULES, stance(1, 1, 1), abstention(2));
    Consensus two = count(three, stance(1, 1, 1), stance(1, 1, 1), abstention(1));

    assertThat(oneThird.verdict(RULES)).isEqualTo(Verdict.NO_QUORUM);
    assertThat(two.verdict(three)).isEqualTo(Verdict.NO_QUORUM);
  }

  @Test
  void aSilentCouncilNeverActsWhateverTheRules() {
    CouncilRules loosest = new CouncilRules(0, 1, 0.01, 0, FlatStance.SIDE, 0);

    assertThat(count(loosest, abstention(1)).verdict(loosest)).isEqualTo(Verdict.NO_QUORUM);
  }

  @Test
  void agreementWithoutConfidenceDoesNotAct() {
    Consensus consensus = count(RULES, stance(1, 1, 0.49), stance(1, 1, 0.5));

    assertThat(consensus.verdict(RULES)).isEqualTo(Verdict.LOW_CONFIDENCE);
  }

  @Test
  void aShareThatStandsOnItsThresholdIsEnough() {
    // 0.1 + 0.2 is 0.30000000000000004, so 0.3 of 0.6 comes out below one half without a tolerance
    CouncilRules half = RULES.agreement(0.5);
    Consensus consensus =
        count(half, stance(0.3, 1, 1), stance(0.1, -0.5, 1), stance(0.2, -0.5, 1));

    assertThat(consensus.longShare()).isLessThan(0.5);
    assertThat(consensus.verdict(half)).isEqualTo(Verdict.ACT);
  }

  @Test
  void entropyRunsFromUnanimousToEvenlySplit() {
    // two sides of equal weight: ln 2 / ln 3
    assertThat(count(RULES, stance(1, 1, 1), stance(1, 1, 1)).entropy()).isZero();
    assertThat(count(RULES, stance(1, 1, 1), stance(1, -1, 1)).entropy())
        .isCloseTo(0.6309297535714574, within(1e-15));
    assertThat(count(RULES, stance(1, 1, 1), stance(1, 0, 1), stance(1, -1, 1)).entropy())
        .isCloseTo(1, within(1e-15));
  }

  private static Consensus count(CouncilRules rules, MemberOpinion... opinions) {
    return Consensus.of(List.of(opinions), rules);
  }

  private static MemberOpinion stance(double weight, double direction, double confidence) {
    return new MemberOpinion(
        "member", weight, Opinion.of(direction, confidence, 1, Rationale.of("because")));
  }

  private static MemberOpinion abstention(double weight) {
    return new MemberOpinion("member", weight, Opinion.abstain("no view"));
  }
}

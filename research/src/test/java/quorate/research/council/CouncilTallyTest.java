package quorate.research.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import quorate.domain.Decision;
import quorate.domain.MemberOpinion;
import quorate.domain.Opinion;
import quorate.domain.Rationale;
import quorate.domain.Verdict;

class CouncilTallyTest {
  @Test
  void countsVerdictsAndGivesEveryOneAPlace() {
    CouncilTally tally = new CouncilTally();
    tally.add(decision(1, Verdict.ACT, 0.5, 0.9));
    tally.add(decision(2, Verdict.NO_QUORUM, 0, 0));
    tally.add(decision(3, Verdict.ACT, 0.5, 0.8));

    CouncilSummary summary = tally.summary();

    assertThat(summary.decisions()).isEqualTo(3);
    assertThat(summary.verdicts())
        .containsEntry(Verdict.ACT, 2)
        .containsEntry(Verdict.NO_QUORUM, 1)
        .containsEntry(Verdict.NO_AGREEMENT, 0)
        .containsEntry(Verdict.LOW_CONFIDENCE, 0);
    assertThat(summary.quorateShare()).isCloseTo(2.0 / 3, within(1e-15));
  }

  @Test
  void countsWhatEachMemberSaidAndHowOftenTheCouncilWentItsWay() {
    CouncilTally tally = new CouncilTally();
    tally.add(decision(1, Verdict.ACT, 1, 0.9, says("trend", 1, 0.8), says("reversion", -1, 0.6)));
    tally.add(decision(2, Verdict.ACT, -1, 0.9, says("trend", 1, 0.4), says("reversion", 0, 0.5)));
    tally.add(decision(3, Verdict.NO_QUORUM, 0, 0, says("trend", -1, 0.6), abstains("reversion")));

    List<MemberSummary> members = tally.summary().members();

    MemberSummary trend = members.getFirst();
    assertThat(trend.member()).isEqualTo("trend");
    assertThat(trend.rising()).isEqualTo(2);
    assertThat(trend.falling()).isEqualTo(1);
    assertThat(trend.meanConfidence().orElseThrow()).isCloseTo(0.6, within(1e-12)); // 1.8 / 3
    assertThat(trend.agreement()).hasValue(0.5); // one of the two acts
    MemberSummary reversion = members.getLast();
    assertThat(reversion.flat()).isEqualTo(1);
    assertThat(reversion.abstentions()).isEqualTo(1);
    assertThat(reversion.opinions()).isEqualTo(3);
    assertThat(reversion.agreement()).hasValue(0);
  }

  @Test
  void aVerdictStandsOnEachBarUntilTheNextOneOfItsInstrument() {
    CouncilTally tally = new CouncilTally();
    tally.ask(0);
    tally.add(decision(1, Verdict.NO_QUORUM, 0, 0));
    tally.ask(0); // nothing new: no quorum again
    tally.ask(0);
    tally.add(decision(3, Verdict.ACT, 0, 0.9)); // for holding nothing
    tally.ask(0);

    CouncilSummary summary = tally.summary();

    assertThat(summary.asked()).isEqualTo(4);
    assertThat(summary.stood())
        .containsEntry(Verdict.NO_QUORUM, 2)
        .containsEntry(Verdict.ACT, 2)
        .containsEntry(Verdict.NO_AGREEMENT, 0);
    assertThat(summary.flatActs()).isEqualTo(2);
  }

  @Test
  void countsOnHowManyBarsAMemberAbstainedForWhichCause() {
    CouncilTally tally = new CouncilTally();
    Opinion warmingUp = Opinion.Abstention.warmingUp();
    Opinion boom = Opinion.Abstention.failed("IllegalStateException: boom at 5 %");
    Opinion other = Opinion.Abstention.failed("IllegalStateException: another");
    for (Opinion opinion : List.of(warmingUp, boom, other, Opinion.abstain("inside"))) {
      tally.ask(0);
      tally.add(decision(1, Verdict.NO_QUORUM, 0, 0, new MemberOpinion("breakout", 1, opinion)));
      tally.ask(0); // nothing new: the same again
    }

    MemberSummary member = tally.summary().members().getFirst();

    assertThat(member.warmingUp()).isEqualTo(new Abstentions(1, 2, "warming up"));
    assertThat(member.failed())
        .isEqualTo(new Abstentions(2, 4, "IllegalStateException: boom at 5 %"));
    assertThat(member.noView()).isEqualTo(new Abstentions(1, 2, "inside"));
  }

  @Test
  void leavesOutMeansOfAMemberThatNeverSpoke() {
    CouncilTally tally = new CouncilTally();
    tally.add(decision(1, Verdict.NO_QUORUM, 0, 0, abstains("news")));

    MemberSummary news = tally.summary().members().getFirst();

    assertThat(news.meanConfidence()).isEmpty();
    assertThat(news.agreement()).isEmpty();
  }

  @Test
  void keepsTheSurestActsInOrderOfTime() {
    CouncilTally tally = new CouncilTally();
    for (int i = 0; i < 40; i++) {
      tally.add(decision(i, Verdict.ACT, 1, (i * 7 % 40) / 40.0));
    }

    List<Decision> surest = tally.summary().surest();

    // The twelve highest of 0/40 … 39/40 are those from 28/40 on.
    assertThat(surest).hasSize(12).allMatch(d -> d.confidence() >= 28 / 40.0);
    assertThat(surest).extracting(Decision::asOfNs).isSorted();
  }

  @Test
  void hasNoQuorateShareWithoutAVote() {
    assertThat(new CouncilTally().summary().quorateShare()).isZero();
  }

  private static MemberOpinion says(String member, double direction, double confidence) {
    return new MemberOpinion(
        member, 1, Opinion.of(direction, confidence, 1, Rationale.of("because")));
  }

  private static MemberOpinion abstains(String member) {
    return new MemberOpinion(member, 1, Opinion.abstain("not ready"));
  }

  private static Decision decision(
      long asOfNs, Verdict verdict, double direction, double confidence, MemberOpinion... members) {
    return new Decision(0, asOfNs, verdict, direction, confidence, 1, List.of(members));
  }
}

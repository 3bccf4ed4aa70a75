package quorate.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DecisionTest {
  @ParameterizedTest
  @EnumSource(Verdict.class)
  void actsOnlyWhenTheCouncilIsQuorate(Verdict verdict) {
    assertThat(decided(verdict, List.of()).acts()).isEqualTo(verdict == Verdict.ACT);
  }

  @Test
  void doesNotChangeWithTheListOfMembers() {
    List<MemberOpinion> members = new ArrayList<>();
    Decision decision = decided(Verdict.NO_QUORUM, members);

    members.add(new MemberOpinion("trend", 1, Opinion.abstain("late")));

    assertThat(decision.members()).isEmpty();
  }

  @Test
  void explainsEveryVerdict() {
    assertThat(Verdict.ACT.sentence()).isEqualTo("the council is quorate");
    assertThat(Verdict.NO_QUORUM.sentence()).isEqualTo("too few members have a view");
    assertThat(Verdict.NO_AGREEMENT.sentence()).isEqualTo("the members do not agree");
    assertThat(Verdict.LOW_CONFIDENCE.sentence())
        .isEqualTo("the members agree without enough confidence");
  }

  private static Decision decided(Verdict verdict, List<MemberOpinion> members) {
    return new Decision(0, 1, verdict, 0, 0, 0, members);
  }
}

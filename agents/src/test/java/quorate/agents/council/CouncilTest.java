package quorate.agents.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import quorate.agents.Agent;
import quorate.domain.Decision;
import quorate.domain.Observation;
import quorate.domain.Opinion;
import quorate.domain.Rationale;
import quorate.domain.Timeframe;
import quorate.domain.Verdict;
import quorate.domain.View;

class CouncilTest {
  private static final int ES = 0;
  private static final long NOON = 1_000_000;
  private static final Rationale WHY = Rationale.of("because");
  private static final Opinion LONG = Opinion.of(1, 0.8, 1_000, WHY);
  private static final Opinion SHORT = Opinion.of(-1, 0.6, 1_000, WHY);

  /// An agent that answers by a function and counts how often it was asked.
  private static final class Scripted implements Agent {
    private final Function<Observation, @Nullable Opinion> script;
    private int asked;

    Scripted(Function<Observation, @Nullable Opinion> script) {
      this.script = script;
    }

    @Override
    public View view() {
      return View.of(Timeframe.ofMinutes(5), "close");
    }

    @Override
    @SuppressWarnings("NullAway") // a user's agent can break the rule, and this one does
    public Opinion opine(Observation seen) {
      asked++;
      return script.apply(seen);
    }
  }

  @Test
  void decidesByTheWeightedVote() {
    Council council = council(always(LONG), always(LONG), always(SHORT));

    Decision decision = council.decide(ES, NOON, seen(at(NOON), at(NOON), at(NOON)));

    assertThat(decision.instrument()).isEqualTo(ES);
    assertThat(decision.asOfNs()).isEqualTo(NOON);
    assertThat(decision.verdict()).isEqualTo(Verdict.ACT);
    assertThat(decision.acts()).isTrue();
    assertThat(decision.direction()).isEqualTo(1.0 / 3);
    assertThat(decision.agreement()).isEqualTo(2.0 / 3);
    assertThat(decision.confidence()).isEqualTo(0.8);
    assertThat(decision.members())
        .extracting("member")
        .containsExactly("member 0", "member 1", "member 2");
    assertThat(decision.members()).extracting("opinion").containsExactly(LONG, LONG, SHORT);
  }

  @Test
  void aMemberWithoutAnObservationWarmsUp() {
    Council council = council(always(LONG), always(SHORT));

    Decision decision = council.decide(ES, NOON, seen(at(NOON), null));

    assertThat(decision.verdict()).isEqualTo(Verdict.ACT);
    assertThat(why(decision, 1)).isEqualTo("warming up");
  }

  @Test
  void aMemberThatThrowsAbstainsAndTheVoteGoesOn() {
    Agent broken =
        new Scripted(seen -> {
          throw new IllegalStateException("model is 100% lost");
        });
    Council council = council(broken, always(LONG));

    Decision decision = council.decide(ES, NOON, seen(at(NOON), at(NOON)));

    assertThat(decision.verdict()).isEqualTo(Verdict.ACT);
    assertThat(decision.direction()).isEqualTo(1);
    assertThat(why(decision, 0)).isEqualTo("failed: IllegalStateException: model is 100% lost");
  }

  @Test
  void aMemberWhoseCodeDoesNotLinkOrNeverEndsAbstains() {
    Agent unlinked =
        new Scripted(seen -> {
          throw new NoSuchMethodError("foo");
        });
    Council council = council(unlinked, new Scripted(CouncilTest::forever), always(LONG));

    Decision decision = council.decide(ES, NOON, seen(at(NOON), at(NOON), at(NOON)));

    assertThat(why(decision, 0)).isEqualTo("failed: NoSuchMethodError: foo");
    assertThat(why(decision, 1)).isEqualTo("failed: StackOverflowError");
    assertThat(decision.verdict()).isEqualTo(Verdict.NO_QUORUM);
  }

  @Test
  void aViewThatIsNotANumberIsAnAbstention() {
    Agent undefined = new Scripted(seen -> Opinion.of(seen.latest(0) * Double.NaN, 1, 1, WHY));
    Council council = council(undefined, always(LONG));

    Decision decision = council.decide(ES, NOON, seen(at(NOON), at(NOON)));

    assertThat(decision.direction()).isEqualTo(1);
    assertThat(why(decision, 0))
        .isEqualTo("failed: IllegalArgumentException: direction must be from -1 to 1, but was NaN");
  }

  @Test
  void noOpinionAtAllIsAnAbstention() {
    Council council = council(new Scripted(seen -> null), always(LONG));

    Decision decision = council.decide(ES, NOON, seen(at(NOON), at(NOON)));

    assertThat(decision.verdict()).isEqualTo(Verdict.ACT);
    assertThat(why(decision, 0)).startsWith("failed: returned no opinion");
  }

  @Test
  void judgesEachObservationOnce() {
    Scripted slow = new Scripted(seen -> LONG);
    Council council = council(slow);
    Observation half = at(NOON);

    council.decide(ES, NOON, seen(half));
    Decision later = council.decide(ES, NOON + 300, seen(half));
    council.decide(ES, NOON + 600, seen(at(NOON + 600)));

    assertThat(slow.asked).isEqualTo(2);
    assertThat(later.members().getFirst().opinion()).isEqualTo(LONG);
  }

  @Test
  void anOpinionOlderThanItsHorizonNoLongerCounts() {
    Council council = council(always(LONG));
    Observation seen = at(NOON);

    Decision inTime = council.decide(ES, NOON + 1_000, seen(seen));
    Decision late = council.decide(ES, NOON + 1_001, seen(seen));

    assertThat(inTime.verdict()).isEqualTo(Verdict.ACT);
    assertThat(late.verdict()).isEqualTo(Verdict.NO_QUORUM);
    assertThat(why(late, 0)).isEqualTo("its last view has run out");
  }

  @Test
  void refusesWhatIsLaterThanTheDecision() {
    Council council = council(always(LONG));

    assertThatThrownBy(() -> council.decide(ES, NOON, seen(at(NOON + 1))))
        .hasMessage(
            "an observation must not be later than the decision at 1000000 ns, but was as of"
                + " 1000001 ns (member \"member 0\")");
  }

  @Test
  void refusesAnObservationOfAnotherInstrument() {
    Council council = council(always(LONG));

    assertThatThrownBy(() -> council.decide(ES + 1, NOON, seen(at(NOON))))
        .hasMessage("an observation must be of instrument 1, but was of 0 (member \"member 0\")");
  }

  @Test
  void refusesObservationsThatAreNotOneForEachMember() {
    Council council = council(always(LONG), always(SHORT));

    assertThatThrownBy(() -> council.decide(ES, NOON, seen(at(NOON))))
        .hasMessage("there must be an observation for each of 2 members, but there were 1");
  }

  @Test
  void refusesAnEmptyHouseAndTwoOfOneName() {
    CouncilMember member = new CouncilMember("trend", 1, always(LONG));

    assertThatThrownBy(() -> Council.of(List.of(), CouncilRules.defaults()))
        .hasMessage("a council must have at least one member, but had none");
    assertThatThrownBy(() -> Council.of(List.of(member, member), CouncilRules.defaults()))
        .hasMessage(
            "members must have different names, but two are called \"trend\"; give one a name of"
                + " its own");
  }

  @Test
  void refusesAMemberWithoutAWeight() {
    assertThatThrownBy(() -> new CouncilMember("trend", 0, always(LONG)))
        .hasMessage("weight must be positive and finite, but was 0.0 (member \"trend\")");
    assertThatThrownBy(() -> new CouncilMember("trend", Double.NaN, always(LONG)))
        .hasMessage("weight must be positive and finite, but was NaN (member \"trend\")");
  }

  @SuppressWarnings("InfiniteRecursion") // is what is tested
  private static Opinion forever(Observation seen) {
    return forever(seen);
  }

  private static Agent always(Opinion opinion) {
    return new Scripted(seen -> opinion);
  }

  private static Council council(Agent... agents) {
    CouncilMember[] members = new CouncilMember[agents.length];
    for (int i = 0; i < agents.length; i++) {
      members[i] = new CouncilMember("member " + i, 1, agents[i]);
    }
    return Council.of(List.of(members), CouncilRules.defaults());
  }

  private static Observation at(long asOfNs) {
    return Observation.of(ES, asOfNs, List.of("close"), new float[] {1});
  }

  private static @Nullable Observation[] seen(@Nullable Observation... seen) {
    return seen;
  }

  private static String why(Decision decision, int member) {
    return decision.members().get(member).opinion().rationale().text();
  }
}

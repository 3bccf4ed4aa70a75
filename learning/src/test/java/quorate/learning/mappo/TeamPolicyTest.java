package quorate.learning.mappo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import quorate.domain.chance.Philox;
import quorate.learning.environment.MultiAgentSimulation;
import quorate.learning.environment.MultiAgentWorld;
import quorate.learning.environment.Space;
import quorate.learning.graph.Graph;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Tensor;
import quorate.learning.kernel.Kernels;
import quorate.learning.world.SimpleSpread;

class TeamPolicyTest {
  private static final int OBSERVATION = 18;

  private final Kernels kernels = Kernels.scalar();
  private final Philox chance = Philox.seeded(5);

  @Test
  void whatAnAgentChoosesMovesItsOwnActorAlone() {
    TeamPolicy policy = policy(new SimpleSpread(), false);
    GraphBuilder g = new GraphBuilder(kernels);
    Tensor seen = g.input("observations", 6, OBSERVATION);
    fill(seen.values());
    Tensor said = policy.act(g, seen, null);
    learn(policy, g, g.sum(g.slice(g.slice(said, 0, 1, 2), 1, 0, 1)));

    assertThat(moved(policy))
        .containsExactly("actor1.0.weight", "actor1.0.bias", "actor1.1.weight", "actor1.1.bias");
  }

  @Test
  void aSharedActorLearnsFromEveryAgentAndTheCriticFromNone() {
    TeamPolicy policy = policy(new SimpleSpread(), true);
    GraphBuilder g = new GraphBuilder(kernels);
    Tensor seen = g.input("observations", 6, OBSERVATION);
    fill(seen.values());
    Tensor said = policy.act(g, seen, null);
    learn(policy, g, g.sum(g.slice(said, 1, 0, 1)));

    assertThat(moved(policy))
        .containsExactly("actor.0.weight", "actor.0.bias", "actor.1.weight", "actor.1.bias");
  }

  @Test
  void theValuesMoveTheCriticAlone() {
    TeamPolicy policy = policy(new SimpleSpread(), false);
    GraphBuilder g = new GraphBuilder(kernels);
    Tensor central = policy.centralInput(g, 2);
    fill(central.values());
    Tensor values = policy.value(g, central);
    learn(policy, g, g.sum(values));

    assertThat(values.shape().size(0)).isEqualTo(6);
    assertThat(moved(policy))
        .containsExactly("critic.0.weight", "critic.0.bias", "critic.1.weight", "critic.1.bias");
  }

  /// Agents of one copy that see the same act the same by a shared actor, not by their own.
  @Test
  void eachRowIsSaidByTheActorOfItsAgent() {
    TeamPolicy policy = policy(new SimpleSpread(), false);
    policy.parameters().get("actor0.1.bias").set(9, 0, 0, 0, 0);
    policy.parameters().get("actor1.1.bias").set(0, 9, 0, 0, 0);
    policy.parameters().get("actor2.1.bias").set(0, 0, 9, 0, 0);
    float[] actions = new float[6];

    policy.acting(2).mode(new float[6 * OBSERVATION], new byte[0], actions);

    assertThat(actions).containsExactly(0, 1, 2, 0, 1, 2);
  }

  /// The bias of the closed choice is far above the others'.
  @Test
  void aClosedChoiceHasProbabilityNullAndNoGradient() {
    TeamPolicy policy = policy(new MaskedGame(), true);
    Tensor bias = policy.parameters().get("actor.1.bias");
    bias.set(0, 0, 50);
    GraphBuilder g = new GraphBuilder(kernels);
    Tensor seen = g.input("observations", 2, 1);
    Tensor masks = required(policy.maskInput(g, 2));
    masks.set(1, 1, 0, 1, 0, 0);
    Tensor said = policy.act(g, seen, masks);
    Tensor actions = g.input("actions", 2, 1);
    Tensor probabilities = g.exp(said);
    Tensor entropy = policy.distribution().entropy(g, said);
    Tensor logs = policy.distribution().logProbability(g, said, actions);
    learn(policy, g, g.sum(g.add(logs, entropy)));

    assertThat(probabilities.values()).containsExactly(0.5f, 0.5f, 0, 1, 0, 0);
    assertThat(entropy.values()[0]).isCloseTo((float) Math.log(2), within());
    assertThat(entropy.values()[1]).isZero();
    assertThat(bias.gradient()[2]).isZero();
    assertThat(bias.gradient()[0]).isCloseTo(0.5f, within());
  }

  @Test
  void aClosedChoiceIsNeverDrawn() {
    TeamPolicy policy = policy(new MaskedGame(), true);
    policy.parameters().get("actor.1.bias").set(0, 0, 50);
    TeamPolicy.Acting acting = policy.acting(1);
    byte[] open = {1, 1, 0, 1, 0, 0};
    float[] actions = new float[2];
    float[] logProbabilities = new float[2];
    int[] drawn = new int[3];

    for (int i = 0; i < 1_000; i++) {
      acting.sample(new float[2], open, actions, logProbabilities, chance);
      drawn[(int) actions[0]]++;
      assertThat(actions[1]).isZero();
    }

    assertThat(drawn[2]).isZero();
    assertThat(drawn[0]).isBetween(400, 600);
  }

  /// Two choices of two and of three; logits of 0 leave what is open equally likely.
  @Test
  void masksOfSeveralChoicesLieSideBySide() {
    TeamPolicy policy = policy(new TwoChoices(), true);
    Arrays.fill(policy.parameters().get("actor.1.weight").values(), 0);
    GraphBuilder g = new GraphBuilder(kernels);
    Tensor seen = g.input("observations", 2, 1);
    Tensor masks = required(policy.maskInput(g, 2));
    masks.set(1, 0, 1, 1, 0, 1, 1, 0, 0, 1);
    Tensor probabilities = g.exp(policy.act(g, seen, masks));
    Tensor loss = g.sum(probabilities);
    learn(policy, g, loss);
    float[] actions = new float[4];
    byte[] open = {0, 1, 0, 0, 1, 1, 0, 0, 1, 0};

    policy.acting(1).mode(new float[2], open, actions);

    assertThat(probabilities.values()).containsExactly(1, 0, .5f, .5f, 0, .5f, .5f, 0, 0, 1);
    assertThat(actions).containsExactly(1, 2, 0, 1);
    assertThatThrownBy(() ->
            policy.acting(1).mode(new float[2], new byte[] {1, 1, 1, 1, 1, 1, 1, 0, 0, 0}, actions))
        .hasMessage("an agent must have an open choice, but all 3 were closed (row 1)");
  }

  private static final class TwoChoices extends MaskedGame {
    @Override
    public Space actionSpace() {
      return new Space.MultiDiscrete(new int[] {2, 3});
    }
  }

  private TeamPolicy policy(MultiAgentWorld world, boolean shared) {
    MappoSettings settings =
        MappoSettings.defaults().withSharedActor(shared).withHidden(List.of(4));
    return new TeamPolicy(kernels, MultiAgentSimulation.of(world, 1), settings, chance);
  }

  private void fill(float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) chance.nextGaussian();
    }
  }

  private static void learn(TeamPolicy policy, GraphBuilder g, Tensor loss) {
    policy.parameters().clearGradients();
    Graph graph = g.training(loss);
    graph.forward();
    graph.backward();
  }

  /// Names of the parameters that the loss would move.
  private static List<String> moved(TeamPolicy policy) {
    return policy.parameters().list().stream()
        .filter(each -> anyIsNotNull(each.gradient()))
        .map(Tensor::name)
        .toList();
  }

  private static boolean anyIsNotNull(float[] numbers) {
    for (float number : numbers) {
      if (number != 0) {
        return true;
      }
    }
    return false;
  }

  private static Tensor required(@Nullable Tensor tensor) {
    if (tensor == null) {
      throw new AssertionError("a masked world has masks");
    }
    return tensor;
  }

  private static org.assertj.core.data.Offset<Float> within() {
    return org.assertj.core.data.Offset.offset(1e-6f);
  }
}
